using Alerts.Core.Incidents;
using Alerts.Core.Matching;
using Alerts.Core.Stories;

namespace Alerts.Core.Alerting;

/// <summary>When a story speaks: once, and again only on material change.</summary>
public static class AnnouncementRules
{
    /// <summary>A theft that was known for so long is no news by a further step in court.</summary>
    private static readonly TimeSpan Old = TimeSpan.FromDays(60);

    private static readonly Dictionary<string, IReadOnlyList<string>> ToAll = [];

    /// <summary>News that was already this old when it was first seen is stored, not alerted: a new source must not flood its readers with its archive.</summary>
    public static TimeSpan MaxAge { get; } = TimeSpan.FromDays(3);

    public static AnnouncementDecision Decide(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        if (story.MergedInto is { } other && story.Announced is not { Complete: false })
        {
            return new AnnouncementDecision.Nothing($"merged into {other}");
        }

        if (story.Announced is null && story.Articles.Count > 0 && !story.Reporting.Any())
        {
            return new AnnouncementDecision.Nothing("taken back by its publisher");
        }

        if (story.Announced is { Complete: false } unfinished)
        {
            return new AnnouncementDecision.Resume(unfinished);
        }

        if (story.Announced is { } told)
        {
            var facts = FactChanges.Between(told.Severity, told.Facts, story);
            var gained = Gained(told, story);
            IReadOnlyList<FactChange> changes = [.. facts, .. gained.Select(FactChange.OfTopic)];
            return changes.Count > 0
                ? new AnnouncementDecision.Announce(told.Sequence + 1, changes, LooksBack(story)) { NewTo = gained.Count == 0 ? ToAll : NewTo(story.Topics.Union(told.Topics!), gained, facts, changes) }
                : new AnnouncementDecision.Nothing("told already, and nothing material has changed") { Completed = WithFirstSum(told, story) };
        }

        return story.Reporting.All(article => article.FirstSeenAt - article.PublishedAt > MaxAge)
            ? new AnnouncementDecision.Nothing($"older than {MaxAge.TotalDays:0} days when first seen")
            : new AnnouncementDecision.Announce(1, [], LooksBack(story));
    }

    /// <summary>Topics whose readers were told nothing of the story.</summary>
    private static IReadOnlyList<string> Gained(Announcement told, Story story) => told.Topics is { } known ? [.. story.Topics.Except(known)] : [];

    private static Announcement? WithFirstSum(Announcement told, Story story) => told.Facts.AmountUsd is null && story.Facts.AmountUsd is not null
        ? told with { Facts = told.Facts with { AmountUsd = story.Facts.AmountUsd, AmountIsEstimate = story.Facts.AmountIsEstimate } }
        : null;

    /// <summary>Who follows a topic that was told knows the story: to them only the facts are new.</summary>
    private static Dictionary<string, IReadOnlyList<string>> NewTo(
        IEnumerable<string> topics, IReadOnlyList<string> gained, IReadOnlyList<FactChange> facts, IReadOnlyList<FactChange> all) =>
        topics.ToDictionary(topic => topic, topic => (IReadOnlyList<string>)[.. (gained.Contains(topic) ? all : facts).Select(change => change.Id)], StringComparer.Ordinal);

    /// <summary>It tells nothing new: retrospectives, lists, opinion, and steps in court over an old theft that name nobody officially. It goes into digests.</summary>
    private static bool LooksBack(Story story) =>
        story.IsRetold
        || story.Kind is NewsKind.Retrospective or NewsKind.Opinion or NewsKind.Drill or NewsKind.Product
        || (story.Kind == NewsKind.RoundUp && story.Phase != StoryPhase.Report)
        || (KnownTheftFinder.DateOf(story) is { } date && IsStepOnOldTheft(story, date));

    /// <summary>A step in court that names nobody officially, on a theft that has been known for long: <see cref="Incident.OpenedAt"/> says for how long.</summary>
    internal static bool IsStepOnOldTheft(Story story, DateTimeOffset theft) =>
        story.Kind == NewsKind.CourtStep && story.Facts.Attribution < Stories.Claims.AttributionStatus.Official && story.FirstSeenAt - theft > Old;
}
