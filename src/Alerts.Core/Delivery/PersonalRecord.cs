using Alerts.Core.Alerting;
using Alerts.Core.Hits;
using Alerts.Core.Matching.Own;
using Alerts.Core.Subscriptions;

namespace Alerts.Core.Delivery;

/// <summary>All that is stored about a subscriber.</summary>
/// <param name="Channels">The first subscription, then those linked to it.</param>
/// <param name="Held">Alerts that wait for a digest.</param>
/// <param name="Hits">What the own topics found, the newest first.</param>
/// <param name="Deliveries">The newest first.</param>
public sealed record PersonalRecord(
    IReadOnlyList<Subscription> Channels, IReadOnlyList<OwnTopic> Topics, IReadOnlyList<HeldAlert> Held, IReadOnlyList<Hit> Hits, IReadOnlyList<Delivery> Deliveries);
