using Alerts.Core.Matching.Topics;
using Alerts.Core.Sources;
using Alerts.Core.Subscriptions;

namespace Alerts.Local.Hosting;

/// <summary>What a new data folder starts with. Done once: a source that its user removed stays removed.</summary>
internal sealed class Seeding(LocalFolder folder, ISourceStore sources, ISubscriptionStore subscriptions, TimeProvider time)
{
    public const string DemoAddress = "reader@example.com";

    private string Mark => Path.Combine(folder.Root, "seeded.txt");

    /// <returns>How many sources were added.</returns>
    public async Task<int> SeedAsync(IEnumerable<Source> seeds, bool withDemoReader, CancellationToken cancellationToken)
    {
        if (File.Exists(Mark))
        {
            return 0;
        }

        var added = await Task.WhenAll(seeds.Select(source => sources.AddIfAbsentAsync(source with { AddedAt = time.GetUtcNow() }, cancellationToken)));
        if (withDemoReader)
        {
            await SubscribeDemoReaderAsync(cancellationToken);
        }

        await File.WriteAllTextAsync(Mark, "Delete this file to have the default sources added again at the next start.\n", cancellationToken);
        return added.Count(isNew => isNew);
    }

    /// <summary>Nobody's address (RFC 2606), and only where mail goes to the outbox: a first alert needs a first reader.</summary>
    private async Task SubscribeDemoReaderAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await subscriptions.TrySaveAsync(
            new Subscription
            {
                Id = Subscription.IdOf(ChannelKind.Email, DemoAddress),
                Channel = new Channel(ChannelKind.Email, DemoAddress),
                Topics = [BuiltInTopics.DprkCrypto, BuiltInTopics.ExchangeHack],
                Status = SubscriptionStatus.Active,
                Consent = new Consent(now, RequestedFrom: null, "operator", now),
                CreatedAt = now,
                ConfirmedAt = now,
            },
            cancellationToken);
    }
}
