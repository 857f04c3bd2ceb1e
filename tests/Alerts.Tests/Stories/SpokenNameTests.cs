using Alerts.Core.Stories;

namespace Alerts.Tests.Stories;

public sealed class SpokenNameTests
{
    [Theory]
    [InlineData("Coinsbuy", "코인스바이")]
    [InlineData("Verus", "버러스")]
    [InlineData("Summer", "서머파이")]
    [InlineData("Bonzo", "본조")]
    [InlineData("Solana", "솔라나")]
    [InlineData("Monappy", "モナッピー")]
    [InlineData("Liquid", "リキッド")]
    [InlineData("Zaif", "ザイフ")]
    [InlineData("Garantex", "Гарантекс")]
    [InlineData("Grinex", "Гринекс")]
    [InlineData("Phemex", "페멕스")]
    public void A_name_is_spoken_alike_in_two_scripts(string latin, string other)
    {
        var (one, two) = (Spoken(latin), Spoken(other));
        Assert.True(SpokenName.AreOne(one, two), $"{one} {two}");

        // Two consonants say too little to be compared, and are spoken alike all the same.
        static string Spoken(string name) => SpokenName.Of(name) ?? SpokenName.Of(name + "mmama")![..2];
    }

    [Theory]
    [InlineData("Poloniex", "빗썸")]
    [InlineData("Coinone", "코인레일")]
    [InlineData("KyberSwap", "クーコイン")]
    [InlineData("Nobitex", "Гарантекс")]
    public void Others_are_not(string latin, string other) => Assert.False(SpokenName.AreOne(SpokenName.Of(latin)!, SpokenName.Of(other)!));

    [Theory]
    [InlineData("Aave")]
    [InlineData("오지스")]
    [InlineData("")]
    [InlineData("123")]
    [InlineData("币安")]
    [InlineData("\ud800")]
    public void What_has_few_consonants_tells_nothing(string name) => Assert.Null(SpokenName.Of(name));

    [Theory]
    [InlineData("서머파이의 자동화 볼트 해킹", "SMP STN PLT")]
    [InlineData("エコープロトコルのMonadで不正ミント", "KPLTKL MNT")]
    [InlineData("Взлом моста Verus", "PSLM MST")]
    [InlineData("Verus bridge exploited", "")]
    public void Of_a_title_the_words_in_its_own_letters_are_spoken(string title, string spoken) => Assert.Equal(spoken, string.Join(' ', SpokenName.InTitle(title)));
}
