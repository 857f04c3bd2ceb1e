namespace Alerts.Infrastructure.Email.SendGrid;

/// <summary>Section <c>Alerts:Email:SendGrid</c>.</summary>
public sealed class SendGridOptions
{
    private const string Section = EmailOptions.Section + ":SendGrid";

    /// <summary>A key with the permission "Mail Send" alone.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>For accounts of the EU: <c>https://api.eu.sendgrid.com</c>.</summary>
    public Uri BaseUrl { get; set; } = new("https://api.sendgrid.com");

    /// <summary>
    /// The verification key of the signed event webhook, as SendGrid shows it. Without it, bounces, complaints and unsubscribes that the
    /// provider sees are not learned from.
    /// </summary>
    public string? EventWebhookPublicKey { get; set; }

    /// <summary>For one request. A request that was accepted but not answered in time is repeated, so do not make it short.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(60);

    internal IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(ApiKey))
            yield return $"{Section}:ApiKey must be set.";
        else if (ApiKey.Any(c => c is <= ' ' or > '~'))
            yield return $"{Section}:ApiKey holds characters that no key has: was it pasted whole, and was its Key Vault reference resolved?";
        if (!BaseUrl.IsAbsoluteUri || (BaseUrl.Scheme != Uri.UriSchemeHttps && !BaseUrl.IsLoopback))
            yield return $"{Section}:BaseUrl must be an https address.";
        if (Timeout < TimeSpan.FromSeconds(1) || Timeout > TimeSpan.FromMinutes(5))
            yield return $"{Section}:Timeout must be from one second to five minutes.";
        if (!string.IsNullOrEmpty(EventWebhookPublicKey) && SendGridSignature.TryCreate(EventWebhookPublicKey) is null)
            yield return $"{Section}:EventWebhookPublicKey is no ECDSA P-256 public key in base64.";
    }
}
