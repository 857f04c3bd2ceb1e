using System.Globalization;
using Alerts.Core.Alerting;
using Alerts.Core.Stories;
using Alerts.Core.Subscriptions;

namespace Alerts.Core.Delivery.Endpoints;

/// <summary>
/// Sends an endpoint again what it was due since a time, also what fell due while it was disabled. Each alert is a new delivery whose id
/// is derived from the alert and the request's key: a request that is repeated finds its own deliveries.
/// </summary>
public sealed class Replays(IStoryStore stories, IAlertStore alerts, IDeliveryStore deliveries, DeliveryDispatch dispatch, TimeProvider time)
{
    private const int PageSize = 200;

    /// <summary>A story first seen so long before the time asked for may have had an update since.</summary>
    private static readonly TimeSpan LongestStory = TimeSpan.FromDays(14);

    public static TimeSpan LongestPast { get; } = TimeSpan.FromDays(30);

    public async Task<ReplayOutcome> ReplayAsync(Subscription endpoint, Replay replay, CancellationToken cancellationToken)
    {
        var until = replay.Until ?? time.GetUtcNow();
        var due = await DueAsync(endpoint, replay.Since, until, cancellationToken);
        var (arrived, missed) = await MadeAsync(endpoint.Id, replay.Since, cancellationToken);

        // Alerts of the subscriber's own topics are found by their deliveries alone.
        missed.ExceptWith(due.Select(alert => alert.Id));
        due.AddRange((await alerts.GetAsync(missed, cancellationToken)).Where(alert => alert.CreatedAt >= replay.Since && alert.CreatedAt < until));
        var wanted = due.Where(alert => replay.All || !arrived.Contains(alert.Id)).OrderBy(alert => alert.CreatedAt).ToList();

        var now = time.GetUtcNow();
        var key = replay.Key ?? string.Create(CultureInfo.InvariantCulture, $"{replay.Since.UtcTicks}-{replay.Until?.UtcTicks}-{replay.All}");
        var made = wanted.Select(alert => new Delivery
        {
            Id = new DeliveryId(DerivedId.Of("replay", alert.Id, key), endpoint.Id),
            Content = DeliveryContent.Alert,
            Channel = ChannelKind.Webhook,
            CreatedAt = now,
            NextAttemptAt = now,
            AlertIds = [alert.Id],
        }).ToList();
        var there = (await deliveries.GetAsync([.. made.Select(delivery => delivery.Id)], cancellationToken)).Select(delivery => delivery.Id).ToHashSet();
        await dispatch.DispatchAsync([.. made.Where(delivery => !there.Contains(delivery.Id))], cancellationToken);
        return new ReplayOutcome(due.Count, due.Count(alert => arrived.Contains(alert.Id)), made.Count - there.Count, there.Count);
    }

    private async Task<List<Alert>> DueAsync(Subscription endpoint, DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken)
    {
        // What it would have been told had it been enabled.
        var enabled = endpoint with { Status = SubscriptionStatus.Active };
        var due = new List<Alert>();
        string? cursor = null;
        do
        {
            var page = await stories.ListAsync(topicId: null, since - LongestStory, PageSize, cursor, cancellationToken);
            var ids = page.Items.Where(story => story.Announced is { } told && told.At >= since)
                .SelectMany(story => Enumerable.Range(1, story.Announced!.Sequence).Select(sequence => Alert.IdOf(story.Id, sequence))).ToList();
            due.AddRange((await alerts.GetAsync(ids, cancellationToken))
                .Where(alert => alert.CreatedAt >= since && alert.CreatedAt < until && AlertRouter.Route(alert, enabled) is not AlertRoute.Skip));
            cursor = page.Next;
        }
        while (cursor is not null);

        return due;
    }

    /// <summary>The alerts that it accepted since then or that are on their way to it, and those that came to another end.</summary>
    private async Task<(HashSet<string> Arrived, HashSet<string> Missed)> MadeAsync(string endpointId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var (arrived, missed) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        string? cursor = null;
        do
        {
            var page = await deliveries.ListAsync(endpointId, state: null, PageSize, cursor, cancellationToken);
            foreach (var delivery in page.Items)
            {
                (delivery.State is DeliveryState.Sent or DeliveryState.Due or DeliveryState.Sending ? arrived : missed).UnionWith(delivery.AlertIds);
            }

            cursor = page.Items.Count > 0 && page.Items[^1].CreatedAt < since ? null : page.Next;
        }
        while (cursor is not null);

        return (arrived, missed);
    }
}
