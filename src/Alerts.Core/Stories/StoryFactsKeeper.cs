using Alerts.Core.Matching;
using Alerts.Core.Sources;
using Alerts.Core.Stories.Amounts;

namespace Alerts.Core.Stories;

/// <summary>Brings what a story knows up to date with an article that has just joined it: facts, severity, confirmation.</summary>
internal static class StoryFactsKeeper
{
    private const int MaxNames = 12;

    /// <param name="story">With the article among its <see cref="Story.Articles"/>, or counted beyond them.</param>
    public static Story Keep(Story story, ArticleReading reading)
    {
        var (severity, parts) = SeverityRules.Assess(story.Topics, story.Articles, story.Kind);
        return story with
        {
            Severity = severity,
            SeverityParts = parts,
            Facts = FactsOf(story.Facts, reading),
            Confirmed = story.Articles.Select(entry => entry.Publisher).Distinct().Count() > 1 || story.Articles.Any(entry => entry.Tier == SourceTier.Official),
        };
    }

    /// <summary>Names add up; the first sum told stands.</summary>
    private static StoryFacts FactsOf(StoryFacts known, ArticleReading reading)
    {
        var whom = Protagonists.Of(reading);
        var sum = known.AmountText is null ? StoryAmount.Of(reading) : null;
        return known with
        {
            Victims = [.. known.Victims.Union(whom.Victims).Take(MaxNames)],
            Actors = [.. known.Actors.Union(whom.Actors).Take(MaxNames)],
            AmountText = known.AmountText ?? sum?.Text,
            AmountUsd = known.AmountUsd ?? sum?.Usd,
        };
    }
}
