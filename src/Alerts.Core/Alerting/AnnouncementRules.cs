using Alerts.Core.Stories;

namespace Alerts.Core.Alerting;

/// <summary>When a story speaks: once, and again only on material change.</summary>
public static class AnnouncementRules
{
    /// <summary>An amount that moved by this share is news.</summary>
    private const decimal MaterialShare = 0.2m;

    /// <summary>News that was already this old when it was first seen is stored, not alerted: a new source must not flood its readers with its archive.</summary>
    public static TimeSpan MaxAge { get; } = TimeSpan.FromDays(3);

    public static AnnouncementDecision Decide(Story story)
    {
        if (story.Announced is { Complete: false } unfinished)
        {
            return new AnnouncementDecision.Resume(unfinished);
        }

        if (story.Announced is { } told)
        {
            var changes = Changes(told, story);
            return changes.Count > 0
                ? new AnnouncementDecision.Announce(told.Sequence + 1, changes)
                : new AnnouncementDecision.Nothing("told already, and nothing material has changed");
        }

        return story.Articles.All(article => article.FirstSeenAt - article.PublishedAt > MaxAge)
            ? new AnnouncementDecision.Nothing($"older than {MaxAge.TotalDays:0} days when first seen")
            : new AnnouncementDecision.Announce(1, []);
    }

    private static List<FactChange> Changes(Announcement told, Story story)
    {
        var changes = new List<FactChange>();
        if (story.Severity > told.Severity)
        {
            changes.Add(new FactChange("severity", told.Severity.ToString(), story.Severity.ToString()));
        }

        if (IsMaterial(told.Facts.AmountUsd, story.Facts.AmountUsd))
        {
            changes.Add(new FactChange("amount", told.Facts.AmountText, story.Facts.AmountText ?? "unknown"));
        }

        return changes;
    }

    /// <summary>A first sum where none was told completes the news; it does not change it.</summary>
    private static bool IsMaterial(decimal? from, decimal? to) =>
        from is { } before && before > 0 && to is { } now && now > 0 && Math.Abs(now - before) / before >= MaterialShare;
}
