using Alerts.Core.Matching;
using Alerts.Core.Sources;
using Alerts.Core.Stories;
using Alerts.Core.Stories.Claims;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Stories;

public sealed class SeverityRulesTests
{
    [Theory]
    [InlineData("Bybit 1460 official NewEvent A:Official", Severity.Critical, 13, true)]
    [InlineData("Bybit 1460 none NewEvent A:Trade", Severity.High, 8, false)]
    [InlineData("Bybit 1460 suspected NewEvent A:Trade", Severity.High, 9, false)]
    [InlineData("Bybit 1460 suspected NewEvent A:Trade A:Trade A:Trade A:Trade", Severity.High, 9, false)]
    [InlineData("Bybit 1460 none NewEvent A:Trade B:Trade", Severity.Critical, 9, true)]
    [InlineData("Bybit 1460 none NewEvent A:Trade confirmed", Severity.Critical, 9, false)]
    [InlineData("Bybit 1460 official NewEvent A:Other confirmed", Severity.High, 11, false)]
    [InlineData("Bybit 44 none NewEvent A:Trade", Severity.High, 7, false)]
    [InlineData("Bybit 44 vendor NewEvent A:Established B:Trade", Severity.Critical, 11, true)]
    [InlineData("- 0.2 none NewEvent A:Other", Severity.Low, 2, false)]
    [InlineData("- 0 none Policy A:Trade", Severity.Low, 0, false)]
    [InlineData("- 0 official FollowUp A:Official", Severity.High, 6, true)]
    [InlineData("Bybit 1460 official Retrospective A:Trade B:Trade", Severity.Low, 2, true)]
    public void Points_add_up_and_nothing_low_alone_is_critical(string told, Severity severity, int points, bool confirmed)
    {
        var parts = told.Split(' ');
        var attribution = Enum.Parse<AttributionStatus>(parts[2], ignoreCase: true);
        var story = Some.Story() with
        {
            Kind = Enum.Parse<NewsKind>(parts[3]),
            Articles = [.. parts[4..].Where(part => part.Contains(':')).Select((part, index) => Article(index, part.Split(':')[0], Enum.Parse<SourceTier>(part.Split(':')[1])))],
            Facts = new StoryFacts(parts[0] == "-" ? [] : [parts[0]], [], parts[1] == "0" ? null : decimal.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) * 1_000_000m, null, [])
            {
                Attribution = attribution,
                Attributions = attribution == AttributionStatus.None ? [] : [new AttributionFact("X", ["Lazarus Group"], attribution, Hedge.Stated, 1, Some.Now)],
                Statements = parts.Contains("confirmed") ? [Statements.Confirmed] : [],
            },
        };

        var assessed = SeverityRules.Assess(story);

        Assert.Equal((severity, points, confirmed), (assessed.Severity, assessed.Parts.Sum(part => part.Points), SeverityRules.IsConfirmed(story)));
        Assert.All(assessed.Parts, part => Assert.NotEmpty(part.Reason));
    }

    [Fact]
    public void Copies_what_was_withdrawn_and_the_victims_own_pages_confirm_nothing()
    {
        var story = Some.Story() with { MainVictim = "Bybit", Articles = [Article(1, "A", SourceTier.Trade), Article(2, "B", SourceTier.Trade) with { IsCopy = true }, Article(3, "C", SourceTier.Official) with { IsWithdrawn = true }, Article(4, "bybit", SourceTier.Trade)] };

        Assert.False(SeverityRules.IsConfirmed(story));
        Assert.True(SeverityRules.IsConfirmed(story with { Articles = [.. story.Articles, Article(5, "D", SourceTier.Trade)] }));
    }

    [Theory]
    [InlineData(SourceTier.Other, Severity.High)]
    [InlineData(SourceTier.Official, Severity.Critical)]
    public void What_a_reader_watches_is_graver_but_no_single_low_source_is_critical(SourceTier tier, Severity severity)
    {
        var story = StoryFactsKeeper.Assess(Some.Story() with { Kind = NewsKind.NewEvent, MainVictim = "Bybit", Articles = [Article(1, "A", tier)] });
        story = story with { SeverityParts = [new("amount", 4, "$1.46 billion"), new("victim", 2, "Bybit"), new("kind", 2, "new")] };

        var watched = SeverityRules.With(story, "Bybit");

        Assert.Equal((severity, 11), (watched.Severity, watched.Parts.Sum(part => part.Points)));
    }

    [Theory]
    [InlineData("2026-01-05", true)]
    [InlineData("2026-03-10", false)]
    [InlineData(null, false)]
    public void What_happened_long_ago_weighs_less(string? date, bool isLongAgo)
    {
        var story = Some.Story() with { FirstSeenAt = new DateTimeOffset(2026, 3, 15, 0, 0, 0, TimeSpan.Zero), Kind = NewsKind.FollowUp, Facts = Some.Story().Facts with { Date = date } };

        Assert.Equal(isLongAgo ? [-1] : [], SeverityRules.Assess(story).Parts.Where(part => part.Name == "recency").Select(part => part.Points));
    }

    private static StoryArticle Article(int number, string publisher, SourceTier tier) =>
        new($"a{number}", "Title", "https://press.example", publisher, tier, "en", Some.Now, Some.Now, "opened the story");
}
