using Alerts.Core.Knowledge;
using Alerts.Core.Matching;
using Alerts.Core.Sources;
using Alerts.Core.Stories.Amounts;
using Alerts.Core.Stories.Claims;

namespace Alerts.Core.Stories;

/// <summary>
/// Additive integers, all of them shown. The formula and the thresholds are published in ARCHITECTURE.md; a reader's own exposure is
/// added when an alert is routed.
/// </summary>
public static class SeverityRules
{
    private const int Critical = 9;
    private const int High = 6;
    private const int Medium = 3;

    private const string Unconfirmed = "critical needs a second publisher family, an official source, or amount, victim and the victim's own word";

    public static (Severity Severity, IReadOnlyList<ScorePart> Parts) Assess(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        List<ScorePart> parts = [.. new[] { AmountPart(story), VictimPart(story.Facts), AttributionPart(story.Facts), CorroborationPart(story), SourcePart(story), KindPart(story), StatementPart(story.Facts) }.OfType<ScorePart>()];
        var total = parts.Sum(part => part.Points);
        if (total >= Critical && !MayBeCritical(story)) return (Severity.High, [.. parts, new ScorePart("not confirmed", 0, Unconfirmed)]);
        return (total >= Critical ? Severity.Critical : total >= High ? Severity.High : total >= Medium ? Severity.Medium : Severity.Low, parts);
    }

    /// <summary>Two independent publisher families, or one official source.</summary>
    public static bool IsConfirmed(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        return Families(story) > 1 || Official(story) is not null;
    }

    private static bool MayBeCritical(Story story) =>
        IsConfirmed(story) || (story.Facts is { AmountUsd: not null, Victims.Count: > 0 } && story.Facts.Statements.Contains(Statements.Confirmed));

    private static ScorePart? AmountPart(Story story)
    {
        // A total over years says nothing of how grave the news is.
        if (story.Facts.AmountUsd is not { } usd || LooksBack(story.Kind) || story.Kind == NewsKind.Policy) return null;
        var points = usd switch { >= 100_000_000 => 4, >= 10_000_000 => 3, >= 1_000_000 => 2, >= 100_000 => 1, _ => 0 };
        return new("amount", points, UsdText.Of(usd, story.Facts.AmountIsEstimate));
    }

    private static ScorePart? VictimPart(StoryFacts facts)
    {
        if (facts.Victims.Count == 0) return null;
        var keepsForOthers = KnowledgeBase.BuiltIn.FindByName(facts.Victims[0])?.Note is { } note
            && (note.Contains("exchange", StringComparison.Ordinal) || note.Contains("bridge", StringComparison.Ordinal) || note.Contains("custodian", StringComparison.Ordinal));
        return keepsForOthers ? new("victim", 2, facts.Victims[0] + ", an exchange, bridge or custodian") : new("victim", 1, facts.Victims[0]);
    }

    /// <summary>What the press alone suspects weighs nothing.</summary>
    private static ScorePart? AttributionPart(StoryFacts facts) =>
        facts.AttributionText is { } text && facts.Attributions.Any(line => line.Status == facts.Attribution && line.By is not null) ? new("attribution", (int)facts.Attribution, text) : null;

    private static ScorePart? CorroborationPart(Story story)
    {
        var families = Families(story);
        return families > 1 ? new("corroboration", families > 2 ? 2 : 1, $"{families} publisher families") : null;
    }

    private static ScorePart? SourcePart(Story story)
    {
        if (Official(story) is { } official) return new("source", 2, official.Publisher + ", official");
        var best = story.Articles.MinBy(article => article.Tier);
        return best?.Tier switch
        {
            SourceTier.Established => new("source", 1, best.Publisher + ", established"),
            SourceTier.Other => new("source", -1, best.Publisher + ", not known for its own reporting"),
            _ => null,
        };
    }

    private static ScorePart? KindPart(Story story)
    {
        if (story.IsRetold || LooksBack(story.Kind)) return new("kind", -4, "no new event");
        return story.Kind switch
        {
            NewsKind.NewEvent => new("kind", 2, "something that has just happened"),
            NewsKind.FollowUp or NewsKind.CourtStep => new("kind", 1, "a further step"),
            _ => null,
        };
    }

    private static ScorePart? StatementPart(StoryFacts facts) =>
        facts.Statements.Contains(Statements.Confirmed) ? new("victim's word", 1, "the victim itself confirms it") : null;

    private static bool LooksBack(NewsKind kind) => kind is NewsKind.Retrospective or NewsKind.Opinion or NewsKind.RoundUp or NewsKind.Product or NewsKind.Drill;

    private static int Families(Story story) => story.Articles.Select(article => article.Publisher).Distinct(StringComparer.OrdinalIgnoreCase).Count();

    private static StoryArticle? Official(Story story) => story.Articles.FirstOrDefault(article => article.Tier == SourceTier.Official);
}
