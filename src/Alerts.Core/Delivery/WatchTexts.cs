using Alerts.Core.Alerting;
using Alerts.Core.Hits;
using Alerts.Core.Subscriptions;

namespace Alerts.Core.Delivery;

/// <summary>Brings the whole texts of an alert's articles, which are kept as evidence, for readers who watch words: a custodian is often named in the last paragraph.</summary>
public sealed class WatchTexts(IEvidenceStore evidence)
{
    /// <returns>The alert with its texts where one of these readers watches anything and they are not there yet; else as it is.</returns>
    public async Task<Alert> ForAsync(Alert alert, IEnumerable<Subscription> readers, CancellationToken cancellationToken)
    {
        if (alert.Watched is not null || readers.All(reader => reader.WatchWords.Count == 0))
        {
            return alert;
        }

        var kept = await Task.WhenAll(alert.Hits.Select(hit => hit.ContentHash).Distinct().Select(hash => evidence.GetAsync(hash, cancellationToken)));
        return alert with { Watched = AlertRouter.TextOf(alert, kept.OfType<Evidence>().Select(item => item.Text)) };
    }
}
