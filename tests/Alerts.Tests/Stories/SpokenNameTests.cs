using Alerts.Core.Stories;
using Alerts.Tests.Matching;

namespace Alerts.Tests.Stories;

public sealed class SpokenNameTests
{
    [Theory]
    [InlineData("Coinsbuy", "코인스바이")]
    [InlineData("Verus", "버러스")]
    [InlineData("Summer Finance", "서머파이")]
    [InlineData("Solana", "솔라나")]
    [InlineData("Jupiter", "ジュピター")]
    [InlineData("Raydium", "レイディウム")]
    [InlineData("Liquid", "リキッド")]
    [InlineData("Garantex", "Гарантекс")]
    [InlineData("Tarvelo", "Тарвёло")]
    [InlineData("Grinex", "Грінекс")]
    [InlineData("Phemex", "페멕스")]
    public void A_name_is_spoken_alike_in_two_scripts(string latin, string other) => Assert.True(SpokenName.AreOne(SpokenName.Of(latin)!, SpokenName.Of(other)!), $"{SpokenName.Of(latin)} {SpokenName.Of(other)}");

    [Theory]
    [InlineData("Poloniex", "빗썸")]
    [InlineData("Coinone", "코인레일")]
    [InlineData("KyberSwap", "クーコイン")]
    [InlineData("Nobitex", "Гарантекс")]
    [InlineData("Verus", "Velas")]
    [InlineData("버러스", "ベルース")]
    public void Others_are_not_nor_two_in_one_script_or_in_none_that_is_Latin(string one, string other) => Assert.False(SpokenName.AreOne(SpokenName.Of(one)!, SpokenName.Of(other)!));

    [Theory]
    [InlineData("Aave")]
    [InlineData("Zaif")]
    [InlineData("오지스")]
    [InlineData("")]
    [InlineData("123")]
    [InlineData("币安")]
    [InlineData("\ud800")]
    public void What_has_few_consonants_tells_nothing(string name) => Assert.Null(SpokenName.Of(name));

    [Theory]
    [InlineData("서머파이의 자동화 볼트 해킹", "smp stn plt")]
    [InlineData("거래소 타벨로 비트코인 해킹", "tpl")]
    [InlineData("タルベロプロトコルで不正流出", "tlplpltkl")]
    [InlineData("タルベロのブリッジでビットコインが流出", "tlpl")]
    [InlineData("Взлом моста Тарвело", "tpl")]
    [InlineData("Tarvelo bridge exploited", "")]
    public void Of_a_title_the_words_in_its_own_letters_are_spoken_that_are_known_for_nothing_else(string title, string spoken) =>
        Assert.Equal(spoken, string.Join(' ', SpokenName.In(Reading.Of(title), null)));

    [Fact]
    public void A_victim_that_is_listed_in_two_scripts_needs_no_other_way_to_be_found()
    {
        Assert.Empty(SpokenName.In(Reading.Of("Phemex hacked"), "Phemex"));
        Assert.Equal(["TPL"], SpokenName.In(Reading.Of("Tarvelo hacked"), "Tarvelo"));
    }

    [Fact]
    public void A_title_of_nothing_but_foreign_letters_is_no_name() => Assert.Empty(SpokenName.In(Reading.Of(new string('갉', 100_000)), null));
}
