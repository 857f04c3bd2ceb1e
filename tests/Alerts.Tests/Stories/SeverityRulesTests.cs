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

    private static StoryArticle Article(int number, string publisher, SourceTier tier) =>
        new($"a{number}", "Title", "https://press.example", publisher, tier, "en", Some.Now, Some.Now, "opened the story");
}
