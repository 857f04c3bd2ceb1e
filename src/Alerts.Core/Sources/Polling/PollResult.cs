namespace Alerts.Core.Sources.Polling;

/// <summary>What one poll of a source came to: exactly one of these.</summary>
public abstract record PollResult
{
    private PollResult()
    {
    }

    /// <summary>The answer was read.</summary>
    /// <param name="Published">For each entry listed its date, null where undated.</param>
    /// <param name="New">How many of them had not been seen before.</param>
    public sealed record Listed(IReadOnlyList<DateTimeOffset?> Published, int New) : PollResult
    {
        /// <summary>The dates of the entries that had not been seen before, as far as they have one.</summary>
        public IReadOnlyList<DateTimeOffset> NewPublished { get; init; } = [];

        public PollHints? Hints { get; init; }

        public TimeSpan? FreshFor { get; init; }

        public string? ETag { get; init; }

        public string? LastModified { get; init; }

        /// <summary>Where permanent redirects led.</summary>
        public Uri? MovedTo { get; init; }

        /// <summary>What the document announces for WebSub: its hub, and its own address.</summary>
        public string? Hub { get; init; }

        public string? Self { get; init; }

        /// <summary>Entries beyond the reader's cap, left out: the list is longer than what is seen of it.</summary>
        public int Cut { get; init; }

        /// <summary>What of the source could not be read beside what was: a part of a sitemap index.</summary>
        public string? Missing { get; init; }
    }

    /// <summary>304.</summary>
    public sealed record NotModified(TimeSpan? FreshFor = null) : PollResult;

    /// <summary>There was no good answer.</summary>
    public sealed record Failed(FetchOutcome.Failed Failure) : PollResult;

    /// <summary>A good answer that lists nothing in any known way: a page, a bot check, broken beyond repair.</summary>
    public sealed record Unreadable(string Reason) : PollResult;
}
