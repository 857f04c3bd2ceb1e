using System.ComponentModel.DataAnnotations;

namespace Alerts.Core.Delivery.Operating;

/// <summary>Section <c>Alerts:Delivery</c>.</summary>
public sealed class DeliveryOptions
{
    public const string Section = "Alerts:Delivery";

    /// <summary>
    /// Mails a UTC day at most; what is beyond waits for the next day. Null for no limit. Set it to what the provider's plan allows: a
    /// provider that refuses costs attempts, and one that does not costs money.
    /// </summary>
    [Range(10, 100_000_000)]
    public int? MailsPerDay { get; set; }
}
