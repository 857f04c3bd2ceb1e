using Alerts.Core.Delivery;
using Alerts.Core.Messaging;
using Alerts.Core.Subscriptions;

namespace Alerts.Web.Health.Metrics;

/// <summary>
/// The figures for a scraper. Gauges are read from what is stored, so every instance tells the same; counters are this process's own, as
/// a scraper expects them. The stored ones are kept for a quarter of a minute: two scrapers cost no more than one.
/// </summary>
internal sealed class MetricsReader(StatusReader status, IDeliveryStore deliveries, ActivityCounts counts, TimeProvider time) : IDisposable
{
    private const int MaxWaiting = 1_000;

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim reading = new(1);
    private (DateTimeOffset At, SystemStatus Status, IReadOnlyList<Delivery> Waiting)? last;

    public async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        var (at, figures, waiting) = await StoredAsync(cancellationToken);
        var text = new MetricsText()
            .Gauge("queue_messages", "Messages in a queue, about; dead letters stand under the names that end in -poison.", figures.Queues.OrderBy(queue => queue.Key, StringComparer.Ordinal).Select(queue => (MetricsText.Label("queue", queue.Key), (double)queue.Value)))
            .Gauge("sources", "Sources by health.", figures.Sources.OrderBy(source => source.Key, StringComparer.Ordinal).Select(source => (MetricsText.Label("health", source.Key), (double)source.Value)))
            .Gauge("deliveries_unfinished", $"Deliveries that are due or being sent; counted up to {MaxWaiting}.", Waiting(waiting, (_, items) => items.Count()))
            .Gauge("delivery_oldest_due_seconds", "How long the oldest due delivery has waited beyond its time.", Waiting(waiting, (_, items) => items.Max(item => Math.Max(0, (at - item.NextAttemptAt).TotalSeconds))))
            .Gauge("channel_paused", "1 where an operator has stopped the channel.", Enum.GetValues<ChannelKind>().Select(channel => (MetricsText.Label("channel", Name(channel)), figures.PausedChannels.Contains(channel) ? 1.0 : 0)))
            .Gauge("latency_seconds", "Over the newest hits and alerts.", Latency(figures.Latency));
        if (figures.Mails is { } mails)
        {
            text.Gauge("mails_today", "Mails of this UTC day.", [("", mails.Today)]).Gauge("mails_budget", "Mails that a day may have.", [("", mails.Budget)]);
        }

        foreach (var family in counts.All.GroupBy(count => count.Name))
        {
            text.Counter(family.Key, "Since this process started.", family.Select(count => (string.Join(',', count.Tags.Select(tag => MetricsText.Label(tag.Key, tag.Value))), (double)count.Count)));
        }

        return text.ToString();
    }

    public void Dispose() => reading.Dispose();

    private async Task<(DateTimeOffset At, SystemStatus Status, IReadOnlyList<Delivery> Waiting)> StoredAsync(CancellationToken cancellationToken)
    {
        await reading.WaitAsync(cancellationToken);
        try
        {
            if (last is { } known && time.GetUtcNow() - known.At < Fresh)
            {
                return known;
            }

            var now = time.GetUtcNow();
            var waiting = (await deliveries.ListOverdueAsync(DateTimeOffset.MaxValue.AddDays(-1), MaxWaiting, cursor: null, cancellationToken)).Items;
            last = (now, await status.ReadAsync(cancellationToken), waiting);
            return last.Value;
        }
        finally
        {
            reading.Release();
        }
    }

    private static IEnumerable<(string Labels, double Value)> Waiting(IReadOnlyList<Delivery> waiting, Func<ChannelKind, IEnumerable<Delivery>, double> figure) =>
        from channel in Enum.GetValues<ChannelKind>()
        let items = waiting.Where(delivery => delivery.Channel == channel).ToList()
        select (MetricsText.Label("channel", Name(channel)), items.Count == 0 ? 0 : figure(channel, items));

    private static IEnumerable<(string Labels, double Value)> Latency(LatencyFigures latency) =>
        from leg in ((string Name, Percentiles? Figures)[])[("published_to_seen", latency.PublishedToSeen), ("seen_to_matched", latency.SeenToMatched), ("seen_to_sent", latency.SeenToSent)]
        where leg.Figures is not null
        from quantile in ((string Name, double Value)[])[("0.5", leg.Figures.P50Seconds), ("0.95", leg.Figures.P95Seconds), ("1", leg.Figures.MaxSeconds)]
        select ($"{MetricsText.Label("leg", leg.Name)},{MetricsText.Label("quantile", quantile.Name)}", quantile.Value);

    private static string Name(ChannelKind channel) => channel.ToString().ToLowerInvariant();
}
