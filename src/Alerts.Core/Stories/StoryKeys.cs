using System.Globalization;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching;

namespace Alerts.Core.Stories;

/// <summary>The keys that stories are found by, each with the time around an article in which it is asked for.</summary>
internal static class StoryKeys
{
    private const int MaxActors = 3;

    /// <summary>A service and whose users were robbed through it: each outlet puts the one it knows first.</summary>
    private const int MaxVictims = 2;

    private const int MaxSums = 2;
    private const decimal LeastSum = 1_000_000;

    /// <summary>Later steps of a case carry its incident this long after the theft.</summary>
    public static TimeSpan FollowUp { get; } = TimeSpan.FromDays(180);

    /// <summary>A story is open to its next article this long.</summary>
    public static TimeSpan Open { get; } = TimeSpan.FromDays(14);

    public static string Article(string articleId) => DerivedId.Of("story-of", articleId);

    /// <summary>One instance opens a story of this step, victim and time; others who meet the same news at once follow it.</summary>
    public static string? Opening(NewsEvent told) => told.Victim is null ? null : DerivedId.Of(
        "opening", string.Create(CultureInfo.InvariantCulture, $"{told.Phase}\n{told.Victim}\n{told.KnownIncident ?? (told.When.UtcTicks / StoryAgreement.Window.Ticks).ToString(CultureInfo.InvariantCulture)}"));

    public static string TitleOpening(string titleKey, NewsEvent told) =>
        titleKey + string.Create(CultureInfo.InvariantCulture, $"-{told.When.UtcTicks / StoryAgreement.Window.Ticks}");

    /// <summary>What an article's story is found by: title, victim, those accused, who reports totals; without any of them by pieces of its text.</summary>
    public static IEnumerable<string> Of(NewsEvent told)
    {
        if (told.TitleKey is { } title) yield return title;
        if (told.Victim is { } main) foreach (var victim in told.Victims.Take(MaxVictims).Prepend(main).Distinct()) yield return OfVictim(victim);
        if (told.KnownIncident is { } incident && KnownTheftFinder.HasSeveralVictims(incident)) yield return DerivedId.Of("fact", "incident\n" + incident);
        if (told.Phase == StoryPhase.Background) yield break;
        foreach (var spoken in told.Spoken.Select(name => name[..SpokenName.Least].ToUpperInvariant()).Distinct()) yield return DerivedId.Of("fact", "spoken\n" + spoken);
        foreach (var actor in Rarest(told)) yield return DerivedId.Of("fact", "actor\n" + actor);
        // One outlet says whose money was seized, the next only how much: what is the state's is found by the state, the rest by its sums.
        var isStep = told.Phase is StoryPhase.Attribution or StoryPhase.Prosecution or StoryPhase.Sanction or StoryPhase.Recovery or StoryPhase.Freeze;
        if (told.IsState && (told.Victim is null || isStep)) yield return DerivedId.Of("fact", "actor\n" + NamelessActors.State);
        if (!told.IsState && isStep) foreach (var sum in told.Sums.Where(sum => sum >= LeastSum).Take(MaxSums).Select(Rounded).Distinct()) yield return DerivedId.Of("fact", "sum\n" + sum);
        if (told.Phase == StoryPhase.Report && told.Reporter is { } reporter) yield return DerivedId.Of("fact", "reporter\n" + reporter);
    }

    /// <summary>Of an article that an operator gave a story: its title, and whose loss the story is about.</summary>
    public static IEnumerable<string> Of(StoryArticle article, string? victim)
    {
        if (TitleKey.Of(article.Title) is { } title) yield return title;
        if (victim is not null) yield return OfVictim(victim);
    }

    private static string OfVictim(string victim) => DerivedId.Of("fact", "victim\n" + victim);

    /// <summary>To two digits.</summary>
    private static string Rounded(decimal sum) => sum.ToString("0.0e0", CultureInfo.InvariantCulture);

    /// <summary>People before groups: fewer stories are about them.</summary>
    private static IEnumerable<string> Rarest(NewsEvent told) =>
        told.Actors.OrderBy(actor => KnowledgeBase.BuiltIn.FindByName(actor)?.Kind == Kinds.Actor).ThenBy(actor => actor, StringComparer.Ordinal).Take(told.Victim is null ? MaxActors : 1);

    public static IEnumerable<string> OfText(TextSketch? sketch) => sketch is null ? [] : sketch.Bands.Select(band => DerivedId.Of("text", band));

    /// <summary>
    /// A victim's earlier stories tell the incident of its later ones, a theft's for half a year and those of what follows it for ever: courts take years. An undated
    /// article may tell of any time, and may have been filed under the day when it came.
    /// </summary>
    public static StoryKeyRange Around(string key, NewsEvent told) => new(key, told.IsDated && told.Phase == StoryPhase.Theft ? Before(told.When) : DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue);

    private static DateTimeOffset Before(DateTimeOffset when) => when - DateTimeOffset.UnixEpoch > FollowUp ? when - FollowUp : DateTimeOffset.UnixEpoch;
}
