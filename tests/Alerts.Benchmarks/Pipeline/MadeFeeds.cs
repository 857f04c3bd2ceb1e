using System.Globalization;
using System.Text;
using Alerts.Core.Sources;

namespace Alerts.Benchmarks.Pipeline;

/// <summary>Feeds with full texts, made as they are asked for: a hundred entries each on a host of their own, every hit about another exchange, so that each is a story of its own.</summary>
internal sealed class MadeFeeds(TimeProvider time) : IFetcher
{
    private const int Entries = 100;
    private const int HitEvery = 10;
    private const string Single = "single";

    private static readonly string Filler = string.Join(' ', Enumerable.Repeat(
        "Markets were calm on Tuesday while traders waited for figures on employment, and companies in the region reported results in line with what analysts had expected.", 14));

    /// <summary>A feed with one entry, a hit.</summary>
    public static Uri SingleUrlOf(int number) => new(string.Create(CultureInfo.InvariantCulture, $"https://{Single}{number}.example/feed.xml"));

    public static Uri UrlOf(int number) => new(string.Create(CultureInfo.InvariantCulture, $"https://press{number}.example/feed.xml"));

    public Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        var host = request.Url.Host;
        var items = new StringBuilder();
        for (var entry = 0; entry < (host.StartsWith(Single, StringComparison.Ordinal) ? 1 : Entries); entry++)
        {
            var title = entry % HitEvery == 0
                ? $"Hackers steal ${entry + 11} million in ether from the crypto exchange Coin{entry} of {host}"
                : $"Results of company {entry} of {host} in line with expectations";
            items.Append(CultureInfo.InvariantCulture, $"<item><title>{title}</title><link>https://{host}/news/{entry}</link><guid>{entry}</guid><pubDate>{time.GetUtcNow():R}</pubDate><content:encoded>&lt;p&gt;{title}.&lt;/p&gt;&lt;p&gt;{Filler}&lt;/p&gt;</content:encoded></item>");
        }

        var body = $"<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>{host}</title>{items}</channel></rss>";
        return Task.FromResult<FetchOutcome>(
            new FetchOutcome.Fetched(request.Url, Encoding.UTF8.GetBytes(body), new Dictionary<string, string> { ["content-type"] = "application/rss+xml" }));
    }
}
