using System.Text.Json;
using Alerts.Core.Alerting;
using Alerts.Core.Delivery;
using Alerts.Core.Delivery.Operating;
using Alerts.Core.Hits;
using Alerts.Core.Sources;
using Microsoft.Extensions.Options;

namespace Alerts.Web.Health;

/// <summary>Reads the figures from what is stored: nothing is counted in memory, so every instance tells the same.</summary>
internal sealed class StatusReader(
    ISourceStore sources, IHitStore hits, IDeliveryStore deliveries, IAlertStore alerts, IDeadLetters letters, IChannelPauses pauses, IMailBudget budget, IOptions<DeliveryOptions> options,
    TimeProvider time)
{
    private const int Sample = 200;

    public async Task<SystemStatus> ReadAsync(CancellationToken cancellationToken)
    {
        var counts = await letters.CountAsync(cancellationToken);
        var healths = (await sources.ListAsync(cancellationToken))
            .GroupBy(source => source.Enabled ? JsonNamingPolicy.CamelCase.ConvertName(source.State.Health.ToString()) : "off")
            .ToDictionary(group => group.Key, group => group.Count());
        var paused = (await pauses.ListAsync(cancellationToken)).Select(pause => pause.Channel).ToList();
        return new SystemStatus(time.GetUtcNow(), counts, healths, paused, await MailsAsync(cancellationToken), await LatencyAsync(cancellationToken));
    }

    private async Task<MailFigures?> MailsAsync(CancellationToken cancellationToken) => options.Value.MailsPerDay is { } limit
        ? new MailFigures(await budget.SpentAsync(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), cancellationToken), limit)
        : null;

    private async Task<LatencyFigures> LatencyAsync(CancellationToken cancellationToken)
    {
        var newest = (await hits.ListAsync(new HitQuery(Take: Sample), cancellationToken)).Items;
        var sent = (await deliveries.ListAsync(subscriptionId: null, DeliveryState.Sent, Sample, cursor: null, cancellationToken)).Items
            .Where(delivery => delivery is { Content: DeliveryContent.Alert, SentAt: not null }).ToList();
        var seenOf = (await alerts.GetAsync([.. sent.SelectMany(delivery => delivery.AlertIds).Distinct()], cancellationToken))
            .Where(alert => !alert.IsUpdate)
            .ToDictionary(alert => alert.Id, alert => alert.Story.FirstSeenAt);
        return new LatencyFigures(
            Percentiles.Of(newest.Where(hit => hit.PublishedAt is not null).Select(hit => hit.Id.FirstSeenAt - hit.PublishedAt!.Value)),
            Percentiles.Of(newest.Select(hit => hit.MatchedAt - hit.Id.FirstSeenAt)),
            Percentiles.Of(sent.SelectMany(delivery => delivery.AlertIds.Where(seenOf.ContainsKey).Select(id => delivery.SentAt!.Value - seenOf[id]))));
    }
}
