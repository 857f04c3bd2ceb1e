using Alerts.Core.Alerting;
using Alerts.Core.Delivery;
using Alerts.Core.Hits;
using Alerts.Core.Stories;

namespace Alerts.Core.Operations;

/// <summary>Counts what a span of time brought, from what is stored.</summary>
public sealed class HeartbeatFigures(IHitStore hits, IStoryStore stories, IAlertStore alerts, IDeliveryStore deliveries)
{
    private const int PageSize = 500;

    /// <summary>A day of more than so many is told as so many.</summary>
    private const int MostCounted = 20_000;

    /// <summary>A story is told anew for so long after it began.</summary>
    private static readonly TimeSpan LongestStory = TimeSpan.FromDays(14);

    public async Task<Heartbeat> CountAsync(Heartbeat heartbeat, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(heartbeat);
        var (from, until) = (heartbeat.From, heartbeat.Until);
        var found = await Paging.CountAsync(cursor => hits.ListAsync(new HitQuery(Since: from, Until: until, Take: PageSize, Cursor: cursor), cancellationToken), _ => true, MostCounted);
        var told = await Paging.CountAsync(
            cursor => stories.ListAsync(topicId: null, from - LongestStory, PageSize, cursor, cancellationToken), story => story.Announced?.At >= from && story.Announced.At < until, MostCounted);
        var made = await MadeAsync(from, until, cancellationToken);
        var sent = made.Where(delivery => delivery.State == DeliveryState.Sent).ToList();
        var latency = await LatencyAsync(sent, cancellationToken);
        return heartbeat with
        {
            Hits = found,
            Alerts = told,
            Sent = sent.Count,
            Failed = made.Count(delivery => delivery.State is DeliveryState.Refused or DeliveryState.GivenUp),
            P50Seconds = Percentile.Of(latency, 0.50)?.TotalSeconds,
            P95Seconds = Percentile.Of(latency, 0.95)?.TotalSeconds,
        };
    }

    private async Task<List<Delivery.Delivery>> MadeAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var made = new List<Delivery.Delivery>();
        string? cursor = null;
        do
        {
            var page = await deliveries.ListAsync(subscriptionId: null, state: null, PageSize, cursor, cancellationToken);
            made.AddRange(page.Items.Where(delivery => delivery.Content is DeliveryContent.Alert or DeliveryContent.Digest && delivery.CreatedAt >= from && delivery.CreatedAt < until));
            cursor = page.Items is [.., var oldest] && oldest.CreatedAt < from ? null : page.Next;
        }
        while (cursor is not null && made.Count < MostCounted);
        return made;
    }

    private async Task<List<TimeSpan>> LatencyAsync(List<Delivery.Delivery> sent, CancellationToken cancellationToken)
    {
        var atOnce = sent.Where(delivery => delivery is { Content: DeliveryContent.Alert, SentAt: not null }).ToList();
        var seenOf = (await alerts.GetAsync([.. atOnce.SelectMany(delivery => delivery.AlertIds).Distinct()], cancellationToken))
            .Where(alert => !alert.IsUpdate)
            .ToDictionary(alert => alert.Id, alert => alert.Story.FirstSeenAt);
        return [.. atOnce.SelectMany(delivery => delivery.AlertIds.Where(seenOf.ContainsKey).Select(id => delivery.SentAt!.Value - seenOf[id]))];
    }
}
