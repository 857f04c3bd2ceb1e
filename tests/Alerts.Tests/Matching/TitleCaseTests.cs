using Alerts.Core.Matching.Reading;

namespace Alerts.Tests.Matching;

public sealed class TitleCaseTests
{
    [Theory]
    [InlineData("Risk-On Sentiment Returns as Ceasefire Sends Crypto Up", true)]
    [InlineData("Hackers Steal $30 Million From Euler Finance", true)]
    [InlineData("Hackers steal $30 million from Euler Finance", false)]
    [InlineData("DIE BÖRSE WURDE GEHACKT UND AUSGERAUBT", true)]
    [InlineData("Bybit", false)]
    [InlineData("", false)]
    public void Is_told_by_the_longer_words(string title, bool expected) => Assert.Equal(expected, TitleCase.Is(title));
}
