using System.Net;
using Alerts.Core.Sources;
using Alerts.Infrastructure.Fetching;

namespace Alerts.Tests.Fetching;

/// <summary>A site over real HTTP: some feeds announced, some not, some gone.</summary>
public sealed class SiteFeedsTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly Dictionary<string, (string Type, string Body)> pages = new()
    {
        ["/"] = ("text/html", "<html><head><link rel=alternate type=application/rss+xml href=/all.xml><link rel=alternate type=application/atom+xml href=/gone.xml></head><body><a href=/crypto/rss>RSS</a><a href=/about/feed>About feeds</a></body></html>"),
        ["/all.xml"] = ("application/rss+xml", Feed("All", "1", "2")),
        ["/crypto/rss"] = ("text/xml", Feed("Crypto", "2")),
        ["/about/feed"] = ("text/html", "<html><body>What feeds are</body></html>"),
        ["/feed"] = ("application/rss+xml", Feed("All again", "1", "2")),
        ["/atom.xml"] = ("application/rss+xml", Feed("Hidden", "3")),
        ["/rss.xml"] = ("application/rss+xml", Feed("Empty")),
    };

    private WebApplication server = null!;
    private HttpFetcher fetcher = null!;

    [Fact]
    public async Task Feeds_are_found_read_and_told_apart_from_what_only_looks_like_one()
    {
        var (feeds, problem) = await new SiteFeeds(fetcher).FindAsync(At("/"), None);

        Assert.Null(problem);
        Assert.Equal(["/all.xml All 2 True", "/crypto/rss Crypto 1 True", "/atom.xml Hidden 1 False"], feeds!.Select(feed => $"{new Uri(feed.Url).AbsolutePath} {feed.Title} {feed.Entries} {feed.Announced}"));
        Assert.All(feeds!, feed => Assert.Equal(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero), feed.Newest));
    }

    [Fact]
    public async Task A_feeds_own_address_is_its_own_answer() => Assert.Equal("Crypto", Assert.Single((await new SiteFeeds(fetcher).FindAsync(At("/crypto/rss"), None)).Feeds!).Title);

    [Fact]
    public async Task A_site_that_does_not_answer_says_why()
    {
        var (feeds, problem) = await new SiteFeeds(fetcher).FindAsync(At("/nowhere"), None);

        Assert.Null(feeds);
        Assert.Contains("404", problem, StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        server = builder.Build();
        server.Run(async context =>
        {
            if (!pages.TryGetValue(context.Request.Path.Value!, out var page))
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            context.Response.ContentType = page.Type;
            await context.Response.WriteAsync(page.Body);
        });
        await server.StartAsync(None);
        fetcher = Fetchers.Create([At("/").Authority], new SystemResolver());
    }

    public async ValueTask DisposeAsync()
    {
        fetcher.Dispose();
        await server.DisposeAsync();
    }

    private static string Feed(string title, params string[] entries) =>
        $"<rss version=\"2.0\"><channel><title>{title}</title>{string.Concat(entries.Select(entry => $"<item><title>{entry}</title><link>https://site.example/{entry}</link><pubDate>Mon, 23 Nov 2026 10:00:00 GMT</pubDate></item>"))}</channel></rss>";

    private Uri At(string path) => new(new Uri(server.Urls.First()), path);
}
