namespace Alerts.Core.Sources;

/// <summary>One guarded GET. Caps are on the wire and on the decompressed body alike.</summary>
public sealed record FetchRequest(Uri Url)
{
    public const long DefaultMaxBytes = 15 * 1024 * 1024;

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    /// <summary>The Accept header.</summary>
    public string Accept { get; init; } = "*/*";

    public long MaxBytes { get; init; } = DefaultMaxBytes;

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);
}
