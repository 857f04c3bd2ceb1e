namespace Alerts.Core.Delivery.Webhooks;

/// <summary>A signing secret of the Standard Webhooks specification: <c>whsec_</c> and 24 to 64 bytes in base64.</summary>
public static class WebhookSecretKey
{
    public const string Prefix = "whsec_";
    public const int MinBytes = 24;
    public const int MaxBytes = 64;

    /// <param name="random">24 to 64 random bytes, the caller's.</param>
    public static string Format(ReadOnlySpan<byte> random)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(random.Length, MinBytes, nameof(random));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(random.Length, MaxBytes, nameof(random));
        return Prefix + Convert.ToBase64String(random);
    }

    /// <returns>The key's bytes, or null where the text is no secret.</returns>
    public static byte[]? TryParse(string? secret)
    {
        if (secret is null || !secret.StartsWith(Prefix, StringComparison.Ordinal))
            return null;

        var key = new byte[MaxBytes + 1];
        return Convert.TryFromBase64String(secret[Prefix.Length..], key, out var length) && length is >= MinBytes and <= MaxBytes ? key[..length] : null;
    }
}
