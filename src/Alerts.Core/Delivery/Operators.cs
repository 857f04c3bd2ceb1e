using Alerts.Core.Subscriptions;
using Microsoft.Extensions.Options;

namespace Alerts.Core.Delivery;

/// <summary>
/// The operators as recipients. They are in the settings and in no table: they cannot be unsubscribed by a link, get no alerts by being
/// operators, and an address taken out of the settings is not mailed any more, retries included.
/// </summary>
public sealed class Operators(IOptions<OperatorOptions> options)
{
    private readonly Dictionary<string, Subscription> known = options.Value.Addresses
        .Select(address => (address, normalised: EmailAddress.TryNormalise(address, out var normal) ? normal : null))
        .Where(item => item.normalised is not null)
        .DistinctBy(item => item.normalised)
        .Select(item => Of(item.address, item.normalised!))
        .ToDictionary(recipient => recipient.Id);

    public IReadOnlyCollection<Subscription> All => known.Values;

    public Subscription? Find(string id) => known.GetValueOrDefault(id);

    private static Subscription Of(string address, string normalised) => new()
    {
        Id = DerivedId.Of("operator", normalised),
        Channel = new Channel(ChannelKind.Email, address),
        Topics = [],
        Status = SubscriptionStatus.Active,
        CreatedAt = default,
    };
}
