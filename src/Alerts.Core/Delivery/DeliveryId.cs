namespace Alerts.Core.Delivery;

/// <summary>
/// What is delivered (an alert, a digest, a test event) and to which subscription. Rows stand in the partition of the content
/// and the first digits of the subscription, so that a fan-out page goes to the store in batches and no partition grows large.
/// </summary>
public sealed record DeliveryId(string ContentId, string SubscriptionId)
{
    private const int ShardLength = 2;

    public string Partition => ContentId + "." + SubscriptionId[..Math.Min(ShardLength, SubscriptionId.Length)];

    public override string ToString() => ContentId + "." + SubscriptionId;

    public static DeliveryId? TryParse(string? text)
    {
        var dot = text?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        return dot > 0 && dot < text!.Length - 1 ? new DeliveryId(text[..dot], text[(dot + 1)..]) : null;
    }
}
