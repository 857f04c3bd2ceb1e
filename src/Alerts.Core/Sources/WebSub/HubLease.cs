namespace Alerts.Core.Sources.WebSub;

/// <summary>Where a source stands with the hub that its feed announces.</summary>
/// <param name="Topic">The address that the hub knows the feed by.</param>
public sealed record HubLease(Uri Hub, Uri Topic)
{
    /// <summary>When the hub was last asked to push.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>When it last did; forgotten when a poll finds what the hub did not push.</summary>
    public DateTimeOffset? PushedAt { get; init; }

    /// <summary>Why the last request was refused; null where it was taken.</summary>
    public string? Refusal { get; init; }
}
