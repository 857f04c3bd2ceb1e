namespace Alerts.Core.Sources;

/// <summary>What a fetch led to: exactly one of these. Expected failures are values; an exception is a bug.</summary>
public abstract record FetchOutcome
{
    private FetchOutcome()
    {
    }

    /// <param name="FinalUrl">After redirects.</param>
    /// <param name="Body">Decompressed.</param>
    /// <param name="Headers">Lower-case names; the ones that readers ask for (content-type, content-language, link, etag, ...).</param>
    /// <param name="MovedTo">Where a chain of only permanent redirects (301, 308) led; else null.</param>
    /// <param name="FreshFor">From Cache-Control and Expires.</param>
    public sealed record Fetched(
        Uri FinalUrl, ReadOnlyMemory<byte> Body, IReadOnlyDictionary<string, string> Headers, Uri? MovedTo = null, TimeSpan? FreshFor = null) : FetchOutcome
    {
        /// <summary>What <see cref="FetchRequest.Reading"/> made of the body.</summary>
        public object? Made { get; init; }

        public string? ContentType => Headers.GetValueOrDefault("content-type");

        public string? ETag => Headers.GetValueOrDefault("etag");

        public string? LastModified => Headers.GetValueOrDefault("last-modified");
    }

    /// <summary>304: the last answer still stands.</summary>
    public sealed record NotModified(TimeSpan? FreshFor = null) : FetchOutcome;

    /// <param name="Reason">In words for the operator.</param>
    /// <param name="Status">The HTTP status, where there was an answer.</param>
    /// <param name="RetryAfter">As the server asked.</param>
    public sealed record Failed(FetchFailure Failure, string Reason, int? Status = null, TimeSpan? RetryAfter = null) : FetchOutcome;
}
