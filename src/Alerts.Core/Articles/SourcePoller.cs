using Alerts.Core.Sources;
using Alerts.Core.Sources.Feeds;
using Alerts.Core.Sources.Feeds.Sanctions;
using Alerts.Core.Sources.Polling;
using Alerts.Core.Sources.WebSub;

namespace Alerts.Core.Articles;

/// <summary>Fetches one source, reads what it lists, and tells what of it is new.</summary>
public sealed class SourcePoller(IFetcher fetcher, TimeProvider time)
{
    private const string Accept =
        "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, application/json;q=0.9, text/xml;q=0.9, text/html;q=0.5, */*;q=0.1";

    /// <summary>Of a sitemap index the newest children; an archive of ten years is not polled every quarter of an hour.</summary>
    private const int MaxChildSitemaps = 3;

    /// <summary>SDN.XML has some 30 MB; it is read as it arrives.</summary>
    private const long MaxListBytes = 80 * 1024 * 1024;
    private static readonly TimeSpan ListTimeout = TimeSpan.FromMinutes(1);

    public async Task<SourcePoll> PollAsync(Source source, CancellationToken cancellationToken)
    {
        if (PollRules.UrlOf(source) is not { } url)
        {
            return SourcePoll.Of(source, new PollResult.Unreadable("the source has no address"));
        }

        var request = new FetchRequest(url) { ETag = source.State.ETag, LastModified = source.State.LastModified, Accept = Accept };
        var outcome = await fetcher.FetchAsync(
            source.Kind == SourceKind.SanctionsList ? request with { MaxBytes = MaxListBytes, Timeout = ListTimeout, Reading = SanctionsListReader.Read } : request, cancellationToken);
        return outcome switch
        {
            FetchOutcome.NotModified same => SourcePoll.Of(source, new PollResult.NotModified(same.FreshFor)),
            FetchOutcome.Failed failed => SourcePoll.Of(source, new PollResult.Failed(failed)),
            FetchOutcome.Fetched fetched when source.Kind == SourceKind.SanctionsList => SanctionsUpdate.Of(source, fetched, time.GetUtcNow()),
            FetchOutcome.Fetched fetched => await ReadAsync(source, fetched, cancellationToken),
            _ => throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}."),
        };
    }

    private async Task<SourcePoll> ReadAsync(Source source, FetchOutcome.Fetched fetched, CancellationToken cancellationToken)
    {
        switch (Read(source, fetched))
        {
            case FeedDocument { Sitemaps.Count: > 0 } index:
                return await ReadChildrenAsync(source, fetched, index, cancellationToken);
            case FeedDocument feed:
                return Compare(source, fetched, feed, feed.Entries);
            case NotAFeed not:
                return SourcePoll.Of(source, new PollResult.Unreadable(not.Detail));
            case var other:
                throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}.");
        }
    }

    private async Task<SourcePoll> ReadChildrenAsync(Source source, FetchOutcome.Fetched fetched, FeedDocument index, CancellationToken cancellationToken)
    {
        var entries = new List<FeedEntry>(index.Entries);
        var cut = index.EntriesCut;
        FetchOutcome.Failed? failure = null;
        foreach (var child in index.Sitemaps.Take(MaxChildSitemaps).Select(address => new Uri(address)))
        {
            switch (await fetcher.FetchAsync(new FetchRequest(child) { Accept = Accept }, cancellationToken))
            {
                case FetchOutcome.Fetched answer when Read(source, answer) is FeedDocument sitemap:
                    entries.AddRange(sitemap.Entries);
                    cut += sitemap.EntriesCut;
                    break;
                case FetchOutcome.Failed failed:
                    failure ??= failed with { Reason = $"{child.AbsolutePath}: {failed.Reason}" };
                    break;
                default:
                    failure ??= new(FetchFailure.Malformed, $"{child.AbsolutePath} is no sitemap");
                    break;
            }
        }

        return failure is not null && entries.Count == 0
            ? SourcePoll.Of(source, new PollResult.Failed(failure))
            // An index may stay as it is while its children change: the next poll asks for all of it.
            : Compare(source, fetched with { Headers = Unconditional }, index with { EntriesCut = cut }, entries, failure?.Reason);
    }

    private static readonly Dictionary<string, string> Unconditional = [];

    private static FeedOutcome Read(Source source, FetchOutcome.Fetched answer) => SourceReader.Read(
        source,
        answer.Body,
        new FeedContext(
            answer.FinalUrl,
            answer.ContentType,
            answer.Headers.GetValueOrDefault("content-location"),
            answer.Headers.GetValueOrDefault("content-language")));

    private SourcePoll Compare(Source source, FetchOutcome.Fetched fetched, FeedDocument feed, IReadOnlyList<FeedEntry> entries, string? missing = null)
    {
        var now = time.GetUtcNow();
        var listed = new List<(string Identity, string Content)>(entries.Count);
        var fresh = new List<Article>();
        var changed = new List<Article>();
        foreach (var entry in entries)
        {
            var identity = EntryArticle.IdentityOf(entry);
            var content = entry.Fingerprint();
            listed.Add((identity, content));
            switch (source.State.Seen.Look(identity, content))
            {
                case EntrySighting.New:
                    fresh.Add(EntryArticle.Of(entry, source, feed, now));
                    break;
                case EntrySighting.Changed:
                    changed.Add(EntryArticle.Of(entry, source, feed, now));
                    break;
            }
        }

        var result = new PollResult.Listed([.. entries.Select(entry => entry.Published ?? entry.Updated)], fresh.Count)
        {
            NewPublished = [.. fresh.Select(article => article.PublishedAt).OfType<DateTimeOffset>()],
            Hints = feed.Hints,
            FreshFor = fetched.FreshFor,
            ETag = fetched.ETag,
            LastModified = fetched.LastModified,
            MovedTo = fetched.MovedTo,
            Hub = feed.Hub ?? LinkHeader.Find(fetched.Headers.GetValueOrDefault("link"), "hub"),
            Self = feed.Self ?? LinkHeader.Find(fetched.Headers.GetValueOrDefault("link"), "self"),
            Cut = feed.EntriesCut,
            Missing = missing,
        };
        return new SourcePoll(source, result, listed, fresh, changed);
    }
}
