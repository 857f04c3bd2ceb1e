namespace Alerts.Core.Subscriptions;

/// <summary>A caller's key: shown once, stored as a hash.</summary>
public sealed record ApiKey
{
    /// <summary>The part of the key that is no secret.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>SHA-256 of the secret, hexadecimal: the secret has 256 random bits, so a slow hash would add nothing.</summary>
    public required string SecretHash { get; init; }

    public required IReadOnlyList<ApiScope> Scopes { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>Where set, the caller may sign with Standard Webhooks instead of sending the key: its <c>whsec_</c> secret.</summary>
    public string? SigningSecret { get; init; }
}

public enum ApiScope
{
    Ingest,
    Read,
    Admin,
}
