namespace Alerts.Core.Subscriptions;

/// <summary>How a subscription is told.</summary>
/// <param name="Target">An email address (as entered; compared in its normalised form) or an https URL.</param>
public sealed record Channel(ChannelKind Kind, string Target)
{
    public WebhookFormat Format { get; init; }

    /// <summary>Signing secrets, newest first (<c>whsec_...</c>); a rotated one signs beside the new one until it expires.</summary>
    public IReadOnlyList<WebhookSecret> Secrets { get; init; } = [];

    /// <summary>Where the owner of a webhook is told that it was disabled.</summary>
    public string? OwnerEmail { get; init; }
}

public enum ChannelKind
{
    Email,
    Webhook,
}

public enum WebhookFormat
{
    Standard,
    Slack,
    Teams,
    Discord,
}

/// <param name="ExpiresAt">Null for the current one.</param>
public sealed record WebhookSecret(string Value, DateTimeOffset? ExpiresAt = null);
