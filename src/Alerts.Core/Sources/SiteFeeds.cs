using System.Text;
using Alerts.Core.Sources.Feeds;

namespace Alerts.Core.Sources;

/// <summary>Given a site's address, its feeds. Each is fetched and read: what a page announces may be gone, and customary places are guesses.</summary>
public sealed class SiteFeeds(IFetcher fetcher)
{
    private const int MostTried = 40;
    private const int TriedAtOnce = 4;

    private const string Accept = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/html;q=0.8, */*;q=0.1";

    /// <returns>Those that the site announces first; of two addresses with the same entries the first. Null where the site itself did not answer, with the reason.</returns>
    public async Task<(IReadOnlyList<FoundFeed>? Feeds, string? Problem)> FindAsync(Uri site, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(site);
        switch (await fetcher.FetchAsync(new FetchRequest(site) { Accept = Accept }, cancellationToken))
        {
            case FetchOutcome.Fetched page when Read(page) is FeedDocument feed:
                return ([Describe(page.FinalUrl.AbsoluteUri, feed, announced: true)], null);
            case FetchOutcome.Fetched page:
                return (await TryAsync(FeedDiscovery.Find(Encoding.UTF8.GetString(page.Body.Span), page.FinalUrl), cancellationToken), null);
            case FetchOutcome.Failed failed:
                return (null, failed.Reason);
            default:
                return (null, "answered without a page");
        }
    }

    private async Task<IReadOnlyList<FoundFeed>> TryAsync(IReadOnlyList<FeedLink> candidates, CancellationToken cancellationToken)
    {
        var found = new (FoundFeed Feed, string Entries)?[Math.Min(candidates.Count, MostTried)];
        await Parallel.ForEachAsync(Enumerable.Range(0, found.Length), new ParallelOptions { MaxDegreeOfParallelism = TriedAtOnce, CancellationToken = cancellationToken }, async (i, token) =>
        {
            if (await fetcher.FetchAsync(new FetchRequest(new Uri(candidates[i].Url)) { Accept = Accept }, token) is FetchOutcome.Fetched answer && Read(answer) is FeedDocument { Entries.Count: > 0 } feed)
            {
                found[i] = (Describe(candidates[i].Url, feed, candidates[i].Announced), string.Join('\n', feed.Entries.Select(entry => entry.Url ?? entry.Guid ?? entry.Title)));
            }
        });
        return [.. found.OfType<(FoundFeed Feed, string Entries)>().DistinctBy(one => one.Entries).Select(one => one.Feed)];
    }

    private static FeedOutcome Read(FetchOutcome.Fetched answer) => FeedReader.Read(answer.Body, new FeedContext(answer.FinalUrl, answer.ContentType));

    private static FoundFeed Describe(string url, FeedDocument feed, bool announced) =>
        new(url, feed.Title, feed.Format, feed.Entries.Count, feed.Entries.Max(entry => entry.Published ?? entry.Updated), announced);
}
