using Alerts.Core.Alerting;
using Alerts.Core.Delivery;
using Alerts.Core.Hits;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Alerting;

public sealed class WatchTextsTests
{
    [Theory]
    [InlineData("Acme Custody", true)]
    [InlineData("Acme", false)]
    public async Task What_stands_in_the_last_paragraph_counts_for_who_watches_it(string watched, bool exposed)
    {
        var evidence = new MemoryEvidenceStore();
        var alert = Some.Alert();
        var hit = alert.Hits[0];
        var text = $"Far down: a part was kept by {(exposed ? "Acme Custody" : "AcmeCustody")}, not by Acmes.";
        await evidence.AddIfAbsentAsync([new Evidence { ContentHash = hit.ContentHash, Url = hit.Url, Title = hit.Title, Text = text, CapturedAt = Some.Now }], CancellationToken.None);
        var texts = new WatchTexts(evidence);
        var (reader, other) = (Some.Subscription() with { WatchWords = [watched] }, Some.Subscription(2) with { WatchWords = [] });

        Assert.Null(AlertRouter.ExposureOf(alert, reader));
        Assert.Same(alert, await texts.ForAsync(alert, [other], CancellationToken.None));
        Assert.Equal(exposed, AlertRouter.ExposureOf(await texts.ForAsync(alert, [other, reader], CancellationToken.None), reader) is not null);
    }
}
