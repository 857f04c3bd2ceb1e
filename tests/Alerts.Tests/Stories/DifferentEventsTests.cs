using System.Globalization;
using Alerts.Core.Articles;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching;
using Alerts.Core.Stories;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Stories;

/// <summary>Pairs made of the known thefts: another victim with the same sum, in the same week, and the same victim at another time. None may become one story.</summary>
public sealed class DifferentEventsTests
{
    private static readonly ArticleMatcher Matcher = ArticleMatcher.BuiltIn();

    public static TheoryData<string, string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string, string>();
            var thefts = KnowledgeBase.BuiltIn.Incidents.Where(theft => theft is { Victims.Count: 1, AmountUsdHigh: not null }).ToList();
            for (var at = 0; at + 1 < thefts.Count; at++)
            {
                var (one, other) = (thefts[at], thefts[at + 1]);
                if (one.Victims[0] == other.Victims[0]) continue;
                pairs.Add("same sum, same day, another victim", Told(one, 0, one), Told(other, 0, one));
                pairs.Add("same week, another victim", Told(one, 0, one), Told(other, 3, other));
            }

            foreach (var theft in thefts.Take(20))
            {
                pairs.Add("same victim, same sum, another year", Told(theft, 0, theft), Told(theft, 400, theft));
            }

            return pairs;
        }
    }

    [Fact]
    public void There_are_at_least_sixty() => Assert.True(Pairs.Count >= 60, $"{Pairs.Count} pairs");

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Different_events_are_never_one_story(string why, string one, string other)
    {
        var joiner = new StoryJoiner(new MemoryStoryStore());
        var first = await joiner.JoinAsync([Read("one", one)], TestContext.Current.CancellationToken);
        var next = await joiner.JoinAsync([Read("two", other)], TestContext.Current.CancellationToken);

        Assert.True(first[0].Story.Id != next[0].Story.Id, $"{why}: {next[0].Reason}");
    }

    /// <summary>"days|title": the days after an arbitrary day.</summary>
    private static string Told(KnownTheft theft, int days, KnownTheft sum) => string.Create(
        CultureInfo.InvariantCulture, $"{days}|Hackers stole ${sum.AmountUsdHigh / 1_000_000m:0.#} million from the crypto platform {KnowledgeBase.BuiltIn.Find(theft.Victims[0])!.Aliases.First(alias => !alias.Exclusion).Text}");

    private static ArticleReading Read(string id, string told)
    {
        var (days, title) = (int.Parse(told.Split('|')[0], CultureInfo.InvariantCulture), told.Split('|')[1]);
        var reading = Matcher.Read(new Article
        {
            Id = id,
            Url = "https://press.example/" + id,
            Title = title,
            Language = "en",
            PublishedAt = Some.Now.AddDays(days),
            FirstSeenAt = Some.Now.AddDays(days),
            SourceId = "s",
            Publisher = "Press",
        });
        Assert.True(reading.Matched.Any(), "no hit: " + title);
        return reading;
    }
}
