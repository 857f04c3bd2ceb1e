using Alerts.Core.Stories;

namespace Alerts.Core.Alerting;

public abstract record AnnouncementDecision
{
    private AnnouncementDecision()
    {
    }

    /// <param name="LooksBack">For digests only.</param>
    public sealed record Announce(int Sequence, IReadOnlyList<FactChange> Changes, bool LooksBack = false) : AnnouncementDecision
    {
        /// <summary>As <see cref="Alert.NewTo"/>.</summary>
        public IReadOnlyDictionary<string, IReadOnlyList<string>> NewTo { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

        /// <summary>What is new to a topic's readers.</summary>
        internal IReadOnlyList<FactChange> ChangesFor(string topic) => NewTo.TryGetValue(topic, out var ids) ? [.. Changes.Where(change => ids.Contains(change.Id))] : Changes;
    }

    /// <summary>The alert exists, but its fan-out did not end: go on, from the start; who was reached is not reached again.</summary>
    public sealed record Resume(Announcement Announcement) : AnnouncementDecision;

    public sealed record Nothing(string Reason) : AnnouncementDecision
    {
        /// <summary>What was told, with what completes it without being news: later changes are measured against that; null where nothing does.</summary>
        public Announcement? Completed { get; init; }
    }
}
