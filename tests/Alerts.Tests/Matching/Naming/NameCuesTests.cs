using System.Reflection;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching;
using Alerts.Core.Matching.Naming;

namespace Alerts.Tests.Matching.Naming;

/// <summary>The words around names, and what they make of a name. All names are invented.</summary>
public sealed class NameCuesTests
{
    [Fact]
    public void The_words_around_names_are_well_formed() => Assert.Equal([], NameCues.Words.Load().Issues.Select(issue => issue.ToString()));

    [Fact]
    public void Code_knows_every_concept_of_the_file_and_no_other() => Assert.Equal(
        NameCues.Words.Load().Knowledge.Concepts.Select(concept => concept.Id).Order(StringComparer.Ordinal),
        typeof(NameCues).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("en", "The loot was sent to Kraken and Gate.io", "Kraken", true)]
    [InlineData("en", "The loot ended up at Kraken, Huobi and HitBTC", "Huobi", true)]
    [InlineData("en", "Coins were sent by thieves. Kraken lost $5 million", "Kraken", false)]
    [InlineData("en", "The loot was sent from Kraken", "Kraken", false)]
    [InlineData("en", "It went through Kraken", "Kraken", true)]
    [InlineData("en", "A Solana-based lender was robbed", "Solana", true)]
    [InlineData("en", "A lender built on top of Solana was robbed", "Solana", true)]
    [InlineData("en", "Lazarus, known for the heist at Bybit, struck again", "Bybit", true)]
    [InlineData("en", "Hackers robbed a bank. Related: Bybit loses $5 million", "Bybit", true)]
    [InlineData("en", "Police say Kraken helped", "Kraken", true)]
    [InlineData("de", "Das Geld floss über Kraken ab", "Kraken", true)]
    [InlineData("ru", "Деньги вывели через Kraken", "Kraken", true)]
    [InlineData("ja", "資金はBinanceに送金された", "Binance", true)]
    [InlineData("ko", "코인은 바이낸스로 이체됐다", "바이낸스", true)]
    [InlineData("zh", "资金转入币安", "币安", true)]
    [InlineData("ko", "바이낸스가 해킹당했다", "바이낸스", false)]
    public void Who_stands_by_is_no_victim(string language, string text, string name, bool isBystander)
    {
        var reading = Reading.Matcher.Read(Reading.Article("", text, language));
        var mention = new Mention { Concept = "x", Name = name, Kind = Kinds.Victim, Alias = name, Field = ArticleField.Text, Start = text.IndexOf(name, StringComparison.Ordinal), Length = name.Length };
        Assert.Equal(isBystander, Bystanders.Is(reading.Surroundings, mention, [mention]));
    }
}
