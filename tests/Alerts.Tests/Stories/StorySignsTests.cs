using Alerts.Core.Knowledge;
using Alerts.Core.Stories;

namespace Alerts.Tests.Stories;

public sealed class StorySignsTests
{
    [Theory]
    [InlineData("Hackers stole $30 million from the crypto exchange Kraken", "On May 19 it was found.", "Crypto exchange Kraken hacked for $30.5 million", "It was on May 19.",
        "the same victim|both Theft|both Theft, the same victim|the same step|the same sum|the same sum of one victim|a sum of three digits in common|a day in common")]
    [InlineData("Hackers stole $30 million from the crypto exchange Kraken", "On 1 January it was found.", "Crypto exchange Kraken hacked for $90 million", "It was on 31 December, and on 9 March it spoke.",
        "the same victim|both Theft|both Theft, the same victim|the same step|a sum of its order|a sum of its order of one victim|days near each other|a day of its own")]
    [InlineData("Hackers stole $30 million from the crypto exchange Kraken", "", "FBI charges Park Jin Hyok with stealing crypto from the exchange Kraken for Lazarus Group", "It was on May 19.",
        "the same victim|Theft and Prosecution|Theft and Prosecution, the same victim|sums of one only|one of them accuses|days told by one only")]
    public void What_they_have_in_common_and_what_not(string title, string text, string otherTitle, string otherText, string expected)
    {
        var signs = StorySigns.Of(NewsEvent.Of(PressArticle.Read("two", otherTitle, otherText)), PressArticle.Story(PressArticle.Read("one", title, text)));
        Assert.Empty(expected.Split('|').Except(signs));
        Assert.Equal(signs.Count, signs.Distinct().Count());
    }

    [Fact]
    public void Every_sign_is_one_that_there_is()
    {
        var thefts = KnowledgeBase.BuiltIn.Incidents.Where(theft => theft.Victims.Count == 1).Take(12).Select(theft => KnowledgeBase.BuiltIn.Find(theft.Victims[0])!.Name).ToList();
        string[] forms = ["Hackers stole $30 million from the crypto exchange {0}", "FBI blames Lazarus Group for the crypto theft from {0} on May 19", "{0} hacker returns 4,000 ETH of stolen crypto", "Chainalysis: North Korea stole $1.3 billion in crypto in 2024"];
        var readings = thefts.SelectMany((name, at) => forms.Select((form, of) => PressArticle.Read($"a{at}{of}", string.Format(null, form, name)))).ToList();
        Assert.True(readings.Count > 20);
        foreach (var reading in readings)
        {
            foreach (var other in readings.Take(12)) Assert.All(StorySigns.Of(NewsEvent.Of(reading), PressArticle.Story(other)), sign => Assert.True(StorySigns.All.Contains(sign), sign));
        }
    }
}
