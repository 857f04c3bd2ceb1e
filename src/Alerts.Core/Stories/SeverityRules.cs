using System.Globalization;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching;
using Alerts.Core.Sources;
using Alerts.Core.Stories.Amounts;
using Alerts.Core.Stories.Claims;

namespace Alerts.Core.Stories;

/// <summary>
/// Additive integers, all of them shown. The formula and the thresholds are published in ARCHITECTURE.md; a reader's own exposure is
/// added when an alert is routed (<see cref="With"/>).
/// </summary>
public static class SeverityRules
{
    private const int Critical = 9;
    private const int High = 6;
    private const int Medium = 3;

    /// <summary>What a reader's own exposure weighs: as much as a class.</summary>
    private const int Exposed = 3;

    private const string Unconfirmed = "critical needs a second publisher family, an official source, or amount, victim and the victim's own word from a publisher known for its reporting";

    /// <summary>A theft older than so many days when its story is first seen is no recent news.</summary>
    private const int Recent = 30;

    public static (Severity Severity, IReadOnlyList<ScorePart> Parts) Assess(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        return Weigh(
            story,
            [
                .. new[] { AmountPart(story), VictimPart(story), AttributionPart(story.Facts), CorroborationPart(story), SourcePart(story), KindPart(story), RecencyPart(story), StatementPart(story.Facts) }
                    .OfType<ScorePart>(),
            ]);
    }

    /// <summary>For a reader who is exposed to what the story is about.</summary>
    /// <param name="what">As the reader calls it.</param>
    public static (Severity Severity, IReadOnlyList<ScorePart> Parts) With(Story story, string what)
    {
        ArgumentNullException.ThrowIfNull(story);
        return Weigh(story, [.. story.SeverityParts.Where(part => part.Points != 0), new ScorePart("watch list", Exposed, what)]);
    }

    private static (Severity Severity, IReadOnlyList<ScorePart> Parts) Weigh(Story story, IReadOnlyList<ScorePart> parts)
    {
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
        IsConfirmed(story) || (story.Facts is { AmountUsd: not null, Victims.Count: > 0 } && story.Facts.Statements.Contains(Statements.Confirmed) && story.Reporting.Any(article => article.Tier < SourceTier.Other));

    private static ScorePart? AmountPart(Story story)
    {
        // A total over years says nothing of how grave the news is.
        if (story.Facts.AmountUsd is not { } usd || LooksBack(story.Kind) || story.Kind == NewsKind.Policy) return null;
        var points = usd switch { >= 100_000_000 => 4, >= 10_000_000 => 3, >= 1_000_000 => 2, >= 100_000 => 1, _ => 0 };
        return new("amount", points, UsdText.Of(usd, story.Facts.AmountIsEstimate));
    }

    private static ScorePart? VictimPart(Story story)
    {
        if (story.NamedVictim is not { } victim) return null;
        var keepsForOthers = KnowledgeBase.BuiltIn.FindByName(victim)?.Note is { } note
            && (note.Contains("exchange", StringComparison.Ordinal) || note.Contains("bridge", StringComparison.Ordinal) || note.Contains("custodian", StringComparison.Ordinal));
        return keepsForOthers ? new("victim", 2, victim + ", an exchange, bridge or custodian") : new("victim", 1, victim);
    }

    /// <summary>What the press alone suspects weighs nothing.</summary>
    private static ScorePart? AttributionPart(StoryFacts facts) =>
        facts.Weightiest is { By: not null } ? new("attribution", (int)facts.Attribution, facts.AttributionText!) : null;

    private static ScorePart? CorroborationPart(Story story)
    {
        var families = Families(story);
        return families > 1 ? new("corroboration", families > 2 ? 2 : 1, $"{families} publisher families") : null;
    }

    private static ScorePart? SourcePart(Story story)
    {
        if (Official(story) is { } official) return new("source", 2, official.Publisher + ", official");
        var best = story.Reporting.MinBy(article => article.Tier);
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

    private static ScorePart? RecencyPart(Story story) =>
        !story.IsRetold && !LooksBack(story.Kind) && DateOnly.TryParse(story.Facts.Date, CultureInfo.InvariantCulture, out var date)
            && DateOnly.FromDateTime(story.FirstSeenAt.UtcDateTime).DayNumber - date.DayNumber > Recent
            ? new("recency", -1, "it happened on " + story.Facts.Date)
            : null;

    private static ScorePart? StatementPart(StoryFacts facts) =>
        facts.Statements.Contains(Statements.Confirmed) ? new("victim's word", 1, "the victim itself confirms it") : null;

    private static bool LooksBack(NewsKind kind) => kind is NewsKind.Retrospective or NewsKind.Opinion or NewsKind.RoundUp or NewsKind.Product or NewsKind.Drill;

    /// <summary>Who copies another's text confirms nothing, nor does a victim that publishes its own word: that is counted as such.</summary>
    private static int Families(Story story)
    {
        var victim = AliasKey.Of(story.MainVictim ?? "");
        return story.Reporting.Where(article => !article.IsCopy).Select(article => article.Publisher).Distinct(StringComparer.OrdinalIgnoreCase)
            .Count(publisher => !string.Equals(AliasKey.Of(publisher), victim, StringComparison.Ordinal));
    }

    private static StoryArticle? Official(Story story) => story.Reporting.FirstOrDefault(article => article.Tier == SourceTier.Official);
}
