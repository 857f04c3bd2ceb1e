namespace Alerts.Core.Sources;

/// <summary>What is watched: a feed, a news sitemap, a JSON API, an HTML list; or a caller that pushes.</summary>
public sealed record Source
{
    /// <summary>Derived from the address (or a caller's name): see <see cref="IdOf"/>.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required SourceKind Kind { get; init; }

    /// <summary>Null for a caller.</summary>
    public Uri? Url { get; init; }

    /// <summary>The family that the source belongs to: one publisher under four feed names corroborates nothing.</summary>
    public required string Publisher { get; init; }

    public SourceTier Tier { get; init; } = SourceTier.Other;

    /// <summary>BCP 47, as the source states it; null where it publishes in several.</summary>
    public string? Language { get; init; }

    public bool Enabled { get; init; } = true;

    /// <summary>An operator's own interval; null leaves it to the source's rhythm.</summary>
    public TimeSpan? Interval { get; init; }

    public TimeSpan? ExpectedMaxSilence { get; init; }

    /// <summary>How to read a JSON API or an HTML list, as JSON.</summary>
    public string? Definition { get; init; }

    public DateTimeOffset AddedAt { get; init; }

    public SourceState State { get; init; } = new();

    public static string IdOf(Uri url) => DerivedId.Compact("source", url.AbsoluteUri);

    public static string IdOfCaller(string name) => DerivedId.Compact("caller", name);
}
