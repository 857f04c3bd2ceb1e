using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Alerts.Core.Subscriptions;

namespace Alerts.Core.Delivery.Webhooks;

/// <summary>
/// The three headers of the Standard Webhooks specification. Signed is <c>id.timestamp.body</c>; during a rotation there is one
/// signature a secret, divided by blanks, and the receiver accepts any that fits.
/// </summary>
public static class WebhookSignature
{
    public const string IdHeader = "webhook-id";
    public const string TimestampHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";

    /// <summary>The delivery's id without full stops: they divide what is signed. The same in every attempt, so a receiver can tell a repeat.</summary>
    public static string IdOf(DeliveryId delivery) => "msg_" + delivery.ToString().Replace('.', '_');

    /// <returns>Empty where no secret stands any more.</returns>
    public static string Sign(IReadOnlyList<WebhookSecret> secrets, string id, DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{Timestamp(at)}."), .. body];
        return string.Join(' ', secrets
            .Where(secret => secret.ExpiresAt is not { } expiry || expiry > at)
            .Select(secret => WebhookSecretKey.TryParse(secret.Value))
            .OfType<byte[]>()
            .Select(key => "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, signed))));
    }

    public static string Timestamp(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
