using System.Globalization;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching;
using Alerts.Core.Stories.Amounts;

namespace Alerts.Core.Stories;

/// <summary>What an article says has happened, reduced to what another outlet, in another language, says as well.</summary>
/// <param name="When">Published, or first seen where undated.</param>
/// <param name="Victim">Whose loss the article is about, by canonical name; null where it names none, or many.</param>
internal sealed record NewsEvent(DateTimeOffset When, StoryPhase Phase, string? Victim, IReadOnlyList<string> Actors, Amount? Amount, string? IncidentId)
{
    /// <summary>As many victims as this in a headline, or with none in it, are a list.</summary>
    private const int Many = 3;

    private const decimal Tolerance = 0.15m;

    /// <summary>How long after a known theft its news is told as news.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(14);

    /// <summary>Null for what tells no single event: round-ups, retrospectives, opinion, policy.</summary>
    public static NewsEvent? Of(ArticleReading reading)
    {
        var kind = reading.Matched.First().Kind;
        if (kind is not (NewsKind.NewEvent or NewsKind.FollowUp or NewsKind.CourtStep or NewsKind.RoundUp)) return null;
        var whom = Protagonists.Of(reading);
        var amount = StoryAmount.Of(reading);
        // "The largest of the year" makes no round-up of one theft.
        if (kind == NewsKind.RoundUp && (whom.Victims.Count > 1 || amount is null)) return null;
        var inTitle = reading.Mentions.Where(mention => mention is { Kind: Kinds.Victim, Field: ArticleField.Title }).Select(mention => mention.Name).Distinct().ToList();
        var titled = inTitle.Intersect(whom.Victims).ToList();
        if (titled.Count >= Many || (titled.Count == 0 && inTitle.Count == 0 && whom.Victims.Count >= Many)) return null;
        var victim = titled.Count > 0 ? titled[0] : inTitle.Count > 0 ? inTitle[0] : whom.Victims is [var first, ..] ? first : null;
        var when = reading.Article.PublishedAt ?? reading.Article.FirstSeenAt;
        return new NewsEvent(when, PhaseFinder.Of(reading, kind), victim, ActorsOf(reading, whom, victim), amount, IncidentOf(reading, victim, amount?.Usd, when));
    }

    /// <summary>An article without a victim is found by the state as well: outlets differ in whether they name those accused.</summary>
    private static IReadOnlyList<string> ActorsOf(ArticleReading reading, Protagonists whom, string? victim) => victim is not null
        ? whom.Actors
        : [.. whom.Actors.Union(reading.Mentions.Where(mention => mention.Kind == Kinds.State).Select(mention => mention.Name))];

    private static string? IncidentOf(ArticleReading reading, string? victim, decimal? usd, DateTimeOffset when)
    {
        if (reading.Mentions.FirstOrDefault(mention => mention.Kind == Kinds.Victim && mention.Name == victim) is not { Concept: var concept }) return null;
        var known = KnowledgeBase.BuiltIn.Incidents.Where(incident => incident.Victims.Contains(concept)).ToList();
        return (known.FirstOrDefault(incident => IsSum(incident, usd)) ?? known.FirstOrDefault(incident => IsFresh(incident, when)))?.Id;
    }

    private static bool IsSum(Incident incident, decimal? usd) =>
        usd >= (incident.AmountUsdLow ?? incident.AmountUsdHigh) * (1 - Tolerance) && usd <= incident.AmountUsdHigh * (1 + Tolerance);

    private static bool IsFresh(Incident incident, DateTimeOffset when) =>
        DateTimeOffset.TryParseExact(incident.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
        && when >= date.AddDays(-1) && when - date <= Fresh;
}
