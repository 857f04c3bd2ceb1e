using Alerts.Core.Stories;
using Alerts.Core.Stories.Amounts;
using Alerts.Core.Stories.Claims;

namespace Alerts.Core.Alerting;

/// <summary>What is materially new since subscribers were told last, in a reader's words.</summary>
internal static class FactChanges
{
    /// <summary>An amount that moved by this share is news.</summary>
    private const decimal MaterialShare = 0.2m;

    public static IReadOnlyList<FactChange> Between(Severity severity, StoryFacts told, Story story) =>
    [
        .. new[] { Graver(severity, story), Attribution(told, story.Facts), Amount(told, story.Facts), Statement(told, story) }.OfType<FactChange>(),
        .. Funds(told, story.Facts),
    ];

    private static FactChange? Graver(Severity told, Story story) => story.Severity > told ? new("severity", told.ToString(), story.Severity.ToString()) : null;

    /// <summary>A suspicion of the press alone is no news; somebody's who has a name is.</summary>
    private static FactChange? Attribution(StoryFacts before, StoryFacts now) =>
        now.Weightiest is { } line && (now.Attribution > before.Attribution ? line.Status > AttributionStatus.Suspected || line.By is not null : now.Attribution == before.Attribution && line.By is not null && before.Weightiest is { By: null })
            ? new("attribution", before.AttributionText, now.AttributionText!)
            : null;

    /// <summary>A first sum where none was told completes the news; it does not change it, but later ones are measured against it (<see cref="AnnouncementDecision.Nothing.Completed"/>).</summary>
    private static FactChange? Amount(StoryFacts before, StoryFacts now) =>
        before.AmountUsd is { } from && from > 0 && now.AmountUsd is { } to && to > 0 && Math.Abs(to - from) / from >= MaterialShare
            ? FactChange.OfAmount(UsdText.Of(from, before.AmountIsEstimate), UsdText.Of(to, now.AmountIsEstimate))
            : null;

    private static FactChange? Statement(StoryFacts before, Story story)
    {
        var (from, to) = (Stand(before), Stand(story.Facts));
        var victim = story.NamedVictim ?? "the victim";
        return to is null || to == from ? null : new("victim", from is null ? null : $"{from} by {victim}", $"{to} by {victim}");
    }

    private static string? Stand(StoryFacts facts) => facts.Statements.FirstOrDefault(value => value is Statements.Confirmed or Statements.Denied);

    /// <summary>Frozen or recovered for the first time, or a sum that moved as one of the theft would have to.</summary>
    private static IEnumerable<FactChange> Funds(StoryFacts before, StoryFacts now) =>
        from fact in now.Funds
        where fact.State is FundsStates.Frozen or FundsStates.Recovered
        let known = before.Funds.FirstOrDefault(other => other.State == fact.State)
        where known is null || (known.Usd is { } was && fact.Usd is { } sum && was > 0 && Math.Abs(sum - was) / was >= MaterialShare)
        select new FactChange("funds", known?.Text, fact.Text);
}
