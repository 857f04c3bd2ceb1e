using Alerts.Core.Subscriptions;

namespace Alerts.Core.Matching.Own;

/// <summary>The topics that a subscriber may choose: everybody's, and its own.</summary>
public sealed class TopicChoices(ITopicCatalog catalog, IOwnTopicStore own)
{
    public IReadOnlyList<string> Public => [.. catalog.Topics.Select(topic => topic.Id)];

    public async Task<IReadOnlyList<TopicSummary>> OfAsync(Subscription subscription, CancellationToken cancellationToken) =>
        [.. catalog.Topics, .. (await own.ListAsync(subscription.Subscriber, cancellationToken))
            .Select(topic => new TopicSummary(topic.Id, topic.Current.Number, topic.Name, "Your own topic.", topic.Current.Text))];
}
