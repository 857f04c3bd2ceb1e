using System.Globalization;

namespace Alerts.Core.Stories;

/// <summary>Whether an article tells a story's event, and what agrees, in words. Doubt keeps them apart: two alerts for one event are a smaller harm than one for two.</summary>
internal static class StoryAgreement
{
    /// <summary>First sums of one theft differ by this factor at most from one that was told before.</summary>
    private const decimal Revision = 1.6m;

    private const decimal SameSum = 1.15m;

    /// <summary>A story that goes on by one article every third day is still over after this.</summary>
    private static readonly TimeSpan MaxSpan = TimeSpan.FromDays(14);

    /// <returns>Null where they do not agree.</returns>
    public static string? Of(NewsEvent told, string title, Story story)
    {
        if (Distance(told.When, story) is not { } hours) return null;
        if (told.IncidentId is { } incident && story.IncidentId is { } known && incident != known) return null;
        var sums = story.Articles.Select(article => article.AmountUsd).OfType<decimal>().ToList();
        var usd = told.Amount?.Usd;
        var sameSum = usd is { } sum && sums.Exists(other => Ratio(sum, other) <= SameSum);
        if (told.Victim is { } victim && story.MainVictim == victim)
        {
            return usd is null || sums.Count == 0 || sums.Exists(other => Ratio(usd.Value, other) <= Revision) ? Words(victim, sameSum ? told : null, hours) : null;
        }

        if (told.Victim is not null && story.MainVictim is not null) return null;
        var actor = told.Actors.FirstOrDefault(story.Facts.Actors.Contains) ?? (told.Victim == story.MainVictim ? (told.Actors is [var first, ..] ? first : null) : null);
        if (actor is null) return null;
        if (sameSum) return Words(actor, told, hours);
        return story.Articles.Max(article => TitleLikeness.Of(title, article.Title)) >= TitleLikeness.Alike ? Words(actor + ", nearly the same title", null, hours) : null;
    }

    /// <summary>Hours to the nearest article; null where it is too far, or the story too long.</summary>
    public static int? Distance(DateTimeOffset when, Story story)
    {
        var times = story.Articles.Select(article => article.PublishedAt ?? article.FirstSeenAt).ToList();
        var nearest = times.Min(time => (time - when).Duration());
        var span = (times.Max() > when ? times.Max() : when) - (times.Min() < when ? times.Min() : when);
        return nearest <= StoryKeys.Window && span <= MaxSpan ? (int)Math.Ceiling(nearest.TotalHours) : null;
    }

    private static decimal Ratio(decimal a, decimal b) => a <= 0 || b <= 0 ? decimal.MaxValue : Math.Max(a, b) / Math.Min(a, b);

    private static string Words(string who, NewsEvent? sum, int hours) => string.Create(
        CultureInfo.InvariantCulture, $"{who}{(sum is null ? "" : ", " + sum.Amount!.Text)}, within {Math.Max(1, hours)} {(hours > 1 ? "hours" : "hour")}");
}
