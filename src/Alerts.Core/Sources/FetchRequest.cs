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

    /// <summary>
    /// Reads the unpacked body as it arrives, for documents too large to be kept: what it makes of it is <see cref="FetchOutcome.Fetched.Made"/>, and the
    /// body is empty. It may block, and what the stream throws is not its to catch.
    /// </summary>
    public Func<Stream, object>? Reading { get; init; }

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);
}
