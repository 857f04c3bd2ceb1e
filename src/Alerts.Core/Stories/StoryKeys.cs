using System.Globalization;

namespace Alerts.Core.Stories;

/// <summary>The keys that stories are found by. Time is in buckets as long as the window, so that a bucket and its neighbours hold all that can agree.</summary>
internal static class StoryKeys
{
    /// <summary>More distant than this from every article of a story, the same words tell something else.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromDays(3);

    public static string Article(string articleId) => DerivedId.Of("story-of", articleId);

    public static string Title(string titleKey, DateTimeOffset when, int neighbour = 0) => titleKey + "-" + Bucket(when, neighbour);

    /// <summary>What this article's story is to be found by.</summary>
    public static IEnumerable<string> Of(NewsEvent told, int neighbour = 0)
    {
        if (told.Victim is { } victim) yield return Fact(told, "victim", victim, neighbour);
        foreach (var actor in told.Actors) yield return Fact(told, "actor", actor, neighbour);
    }

    private static string Fact(NewsEvent told, string role, string name, int neighbour) =>
        DerivedId.Of("fact", $"{told.Phase}\n{role}\n{name}") + "-" + Bucket(told.When, neighbour);

    private static string Bucket(DateTimeOffset when, int neighbour) => (when.UtcTicks / Window.Ticks + neighbour).ToString(CultureInfo.InvariantCulture);
}
