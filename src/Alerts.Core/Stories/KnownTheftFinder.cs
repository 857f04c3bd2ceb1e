using System.Collections.Frozen;
using Alerts.Core.Knowledge;
using Alerts.Core.Stories.Amounts;

namespace Alerts.Core.Stories;

/// <summary>Tells which known theft of a victim an article speaks of: by its sum, by the time of the news, by the years that it names.</summary>
internal static class KnownTheftFinder
{
    private const int Enough = 2;
    private const decimal FirstGuess = 3;
    private const decimal Nearly = 1.15m;

    /// <summary>Days that a theft may be dated after the first news of it.</summary>
    private const int Ahead = 2;

    /// <summary>News of a theft is told as news this long; later it is told again.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(21);

    private static readonly TimeSpan Old = TimeSpan.FromDays(30);

    private static readonly Lazy<FrozenSet<string>> s_ids = new(() => KnowledgeBase.BuiltIn.Incidents.Select(incident => incident.Id).ToFrozenSet(StringComparer.Ordinal));

    private static readonly Lazy<FrozenSet<string>> s_shared = new(() => KnowledgeBase.BuiltIn.Incidents.Where(incident => incident.Victims.Count > 1).Select(incident => incident.Id).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>A bridge and its owner, or two robbed together: outlets name the one or the other.</summary>
    public static bool HasSeveralVictims(string incidentId) => s_shared.Value.Contains(incidentId);

    /// <summary>Null where a story's incident is not one that the knowledge base knows.</summary>
    public static string? Of(Story story) => story.IncidentId is { } id && s_ids.Value.Contains(id) ? id : null;

    /// <summary>When the known theft that a story is of happened.</summary>
    public static DateTimeOffset? DateOf(Story story) => KnowledgeBase.BuiltIn.Incidents.FirstOrDefault(known => known.Id == story.IncidentId)?.At;

    public static KnownTheft? Of(StoryHead head, string victim, StoryPhase phase, IReadOnlyList<decimal> sums)
    {
        if (phase is StoryPhase.Report or StoryPhase.Advisory || KnowledgeBase.BuiltIn.FindByName(victim) is not { } concept) return null;
        var reading = head.Reading;
        var when = reading.Article.PublishedAt;
        // Of a theft that is yet to come no article speaks, whatever year it names.
        var known = KnowledgeBase.BuiltIn.Incidents.Where(incident => incident.Victims.Contains(concept.Id) && !(when < incident.At.AddDays(-Ahead))).ToList();
        if (known.Count == 0) return null;
        var named = reading.Mentions.Where(mention => mention.Kind == Kinds.Victim).Select(mention => mention.Concept).ToHashSet(StringComparer.Ordinal);
        var tokens = StoryCounts.TokensIn(head).ToHashSet(StringComparer.Ordinal);
        // Without a date or a sum of any kind, the only known theft is the one meant.
        var only = when is null && known.Count == 1 && sums.Count == 0 && tokens.Count == 0 && phase is (StoryPhase.Theft or StoryPhase.Background) ? 1 : 0;
        var looksBack = reading.Mentions.Any(mention => mention.Concept == "look-back");
        var years = head.Years;
        return known.Select(incident => (incident, points: Points(incident, known.Count, phase, sums, when, years) + (when is null && looksBack ? OfYears(incident, known, years) : 0) + OfTitle(incident, head.TitleYears) + (when is null ? OfOpening(incident, known, head.FirstYears) : 0) + OfTokens(incident, tokens) + only + (incident.Victims.Count > 1 && incident.Victims.All(named.Contains) ? 1 : 0)))
            .Where(candidate => candidate.points >= Enough).OrderByDescending(candidate => candidate.points).ThenByDescending(candidate => candidate.incident.Date, StringComparer.Ordinal)
            .Select(candidate => candidate.incident).FirstOrDefault();
    }

    /// <summary>It looks back: an old theft without a new step, or a step in court on one.</summary>
    public static bool IsRetold(KnownTheft incident, StoryHead head, Headline headline, StoryPhase phase, IReadOnlyList<decimal> sums)
    {
        // Without a date, a likely sum is not enough: it may be another theft.
        var article = head.Reading.Article;
        if (article.PublishedAt is null && !sums.Any(sum => incident.IsSum(sum)) && !head.Years.Contains(incident.Year)) return false;
        if ((article.PublishedAt ?? article.FirstSeenAt) - incident.At < Old) return false;
        return phase is StoryPhase.Theft or StoryPhase.Background || (phase == StoryPhase.Prosecution && headline.IsInCourt);
    }

    private static int Points(KnownTheft incident, int known, StoryPhase phase, IReadOnlyList<decimal> sums, DateTimeOffset? when, IReadOnlySet<string> years)
    {
        var date = incident.At;
        var points = years.Contains(incident.Year) ? 1 : 0;
        if (known == 1) points++;
        if (when - date <= Fresh) points += 3;
        if (sums.Count > 0 && incident.IsSum(sums[0])) points += 3;
        else if (sums.Any(sum => incident.IsSum(sum)) && !(when is null && sums[0] > incident.AmountUsdHigh * FirstGuess)) points += 2;
        else if (sums.Count > 0 && when - date > Fresh && phase == StoryPhase.Theft) points -= 2;
        else if (when is null && known == 1 && sums.Count > 0 && IsFirstGuess(incident, sums[0])) points++;
        else if (phase is not (StoryPhase.Theft or StoryPhase.Background)) points++;
        return points;
    }

    /// <summary>The first reports of a theft are lower than what is known later.</summary>
    private static bool IsFirstGuess(KnownTheft incident, decimal usd) => usd >= (incident.AmountUsdLow ?? incident.AmountUsdHigh) / FirstGuess && usd <= incident.AmountUsdHigh * Nearly;

    /// <summary>"Police: the theft at Upbit in 2019 was ..." says itself which of two thefts it means, whatever sums follow.</summary>
    private static int OfTitle(KnownTheft incident, IReadOnlySet<string> years) => years.Count == 0 ? 0 : years.Contains(incident.Year) ? 3 : -2;

    /// <summary>An undated text begins with the day of a theft that it tells.</summary>
    private static int OfOpening(KnownTheft incident, List<KnownTheft> known, IReadOnlySet<string> years) =>
        years.Contains(incident.Year) && !known.Exists(other => other.Year != incident.Year && years.Contains(other.Year)) ? 3 : 0;

    /// <summary>An undated text that looks back, and names the year of another theft of the same victim and not of this one, tells of that.</summary>
    private static int OfYears(KnownTheft incident, List<KnownTheft> known, IReadOnlySet<string> years) =>
        !years.Contains(incident.Year) && known.Exists(other => years.Contains(other.Year)) ? -2 : 0;

    /// <summary>What was taken, in its own unit, is the surest mark, "119,754 BTC": another theft of the same house may have been worth as much.</summary>
    private static int OfTokens(KnownTheft incident, HashSet<string> tokens) =>
        incident.Assets is { } assets && AmountReader.Read(assets, "en").Any(sum => sum.IsToken && tokens.Contains(StoryCounts.Tokens(sum))) ? 5 : 0;
}
