namespace Alerts.Core.Delivery;

/// <summary>What is delivered (an alert, a digest, a test event) and to which subscription.</summary>
public sealed record DeliveryId(string ContentId, string SubscriptionId)
{
    public override string ToString() => ContentId + "." + SubscriptionId;

    public static DeliveryId? TryParse(string? text)
    {
        var dot = text?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        return dot > 0 && dot < text!.Length - 1 ? new DeliveryId(text[..dot], text[(dot + 1)..]) : null;
    }
}
