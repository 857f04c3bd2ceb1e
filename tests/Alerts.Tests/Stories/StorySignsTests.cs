using Alerts.Core.Articles;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching;
using Alerts.Core.Stories;

namespace Alerts.Tests.Stories;

public sealed class StorySignsTests
{
    private static readonly ArticleMatcher Matcher = ArticleMatcher.BuiltIn();

    [Theory]
    [InlineData("Hackers stole $30 million from the crypto exchange Kraken", "On May 19 it was found.", "Crypto exchange Kraken hacked for $30.5 million", "It was on May 19.",
        "the same victim|both Theft|both Theft, the same victim|the same step|the same sum|the same sum of one victim|a sum of three digits in common|a day in common")]
    [InlineData("Hackers stole $30 million from the crypto exchange Kraken", "On 1 January it was found.", "Crypto exchange Kraken hacked for $90 million", "It was on 31 December, and on 9 March it spoke.",
        "the same victim|both Theft|both Theft, the same victim|the same step|a sum of its order|a sum of its order of one victim|days near each other|a day of its own")]
    [InlineData("Hackers stole $30 million from the crypto exchange Kraken", "", "FBI charges Park Jin Hyok with stealing crypto from the exchange Kraken for Lazarus Group", "It was on May 19.",
        "the same victim|Theft and Prosecution|Theft and Prosecution, the same victim|sums of one only|one of them accuses|days told by one only")]
    public void What_they_have_in_common_and_what_not(string title, string text, string otherTitle, string otherText, string expected)
    {
        var signs = StorySigns.Of(NewsEvent.Of(Read("two", otherTitle, otherText)), Story(title, text));
        Assert.Empty(expected.Split('|').Except(signs));
        Assert.Equal(signs.Count, signs.Distinct().Count());
    }

    [Fact]
    public void Every_sign_is_one_that_there_is()
    {
        var thefts = KnowledgeBase.BuiltIn.Incidents.Where(theft => theft.Victims.Count == 1).Take(12).Select(theft => KnowledgeBase.BuiltIn.Find(theft.Victims[0])!.Name).ToList();
        string[] forms = ["Hackers stole $30 million from the crypto exchange {0}", "FBI blames Lazarus Group for the crypto theft from {0} on May 19", "{0} hacker returns 4,000 ETH of stolen crypto", "Chainalysis: North Korea stole $1.3 billion in crypto in 2024"];
        var readings = thefts.SelectMany((name, at) => forms.Select((form, of) => Matcher.Read(Article($"a{at}{of}", string.Format(null, form, name), "")))).Where(reading => reading.Matched.Any()).ToList();
        Assert.True(readings.Count > 20);
        foreach (var reading in readings)
        {
            foreach (var other in readings.Take(12)) Assert.All(StorySigns.Of(NewsEvent.Of(reading), Story(other)), sign => Assert.True(StorySigns.All.Contains(sign), sign));
        }
    }

    private static Story Story(string title, string text) => Story(Read("one", title, text));

    private static Story Story(ArticleReading reading)
    {
        var told = NewsEvent.Of(reading);
        return StoryGrowth.Add(StoryGrowth.Open("story", reading, told), reading, told, new StoryChoice("story", "opened the story"));
    }

    private static ArticleReading Read(string id, string title, string text)
    {
        var reading = Matcher.Read(Article(id, title, text));
        Assert.NotEmpty(reading.Matched);
        return reading;
    }

    private static Article Article(string id, string title, string text) => new()
    {
        Id = id,
        Url = $"https://press.example/{id}",
        Title = title,
        Text = text,
        Language = "en",
        SourceId = id,
        Publisher = id,
        FirstSeenAt = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero),
    };
}
