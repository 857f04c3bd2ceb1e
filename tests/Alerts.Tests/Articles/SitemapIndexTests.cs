using System.Text;
using Alerts.Core.Articles;
using Alerts.Core.Sources;
using Alerts.Core.Sources.Polling;
using Alerts.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace Alerts.Tests.Articles;

/// <summary>A news sitemap whose address is that of an index, as some agencies have it.</summary>
public sealed class SitemapIndexTests
{
    private const string Index = """
        <?xml version="1.0" encoding="UTF-8"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <sitemap><loc>https://agency.example/news-2019.xml</loc><lastmod>2019-12-31T00:00:00Z</lastmod></sitemap>
        <sitemap><loc>https://agency.example/news-2020.xml</loc><lastmod>2020-12-31T00:00:00Z</lastmod></sitemap>
        <sitemap><loc>https://agency.example/news?from=100</loc><lastmod>2026-03-14T08:00:00Z</lastmod></sitemap>
        <sitemap><loc>https://agency.example/news?from=0</loc><lastmod>2026-03-14T09:00:00Z</lastmod></sitemap></sitemapindex>
        """;

    private readonly Web web = new() { ["https://agency.example/index"] = Index };
    private readonly FakeTimeProvider time = new(Some.Now);

    [Fact]
    public async Task The_newest_sitemaps_of_an_index_are_read()
    {
        (web["https://agency.example/news?from=0"], web["https://agency.example/news?from=100"], web["https://agency.example/news-2020.xml"]) = (Sitemap("a", "b"), Sitemap("c"), Sitemap("old"));
        var poll = await PollAsync(Source());

        Assert.Equal(["Story a", "Story b", "Story c", "Story old"], poll.New.Select(article => article.Title));
        Assert.Equal(["/index", "/news?from=0", "/news?from=100", "/news-2020.xml"], web.Asked);
    }

    [Fact]
    public async Task A_part_that_cannot_be_read_keeps_nobody_from_the_rest_and_is_told()
    {
        web["https://agency.example/news?from=100"] = Sitemap("c");
        var poll = await PollAsync(Source());
        var state = PollRules.After(Source(), poll.Result, Some.Now, 0.5);

        Assert.Equal("Story c", Assert.Single(poll.New).Title);
        Assert.Equal((SourceHealth.Healthy, "a part is missing: /news: no such page"), (state.Health, state.Reason));
    }

    [Fact]
    public async Task An_index_of_which_nothing_can_be_read_is_a_failure()
    {
        var state = PollRules.After(Source(), (await PollAsync(Source())).Result, Some.Now, 0.5);

        Assert.Equal((SourceHealth.Degraded, 1), (state.Health, state.ConsecutiveFailures));
    }

    [Fact]
    public async Task An_index_is_asked_for_whole_each_time_since_it_may_stay_as_it_is_while_its_parts_change()
    {
        web["https://agency.example/news?from=0"] = Sitemap("a");
        var state = PollRules.After(Source(), (await PollAsync(Source())).Result, Some.Now, 0.5);

        Assert.Equal(((string?)null, (string?)null), (state.ETag, state.LastModified));
    }

    private static Source Source() => Some.Source() with { Kind = SourceKind.Sitemap, Url = new Uri("https://agency.example/index") };

    private static string Sitemap(params string[] names) =>
        $"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">{string.Concat(names.Select(name => $"<url><loc>https://agency.example/{name}</loc><news:news><news:publication><news:name>A</news:name><news:language>en</news:language></news:publication><news:publication_date>2026-03-14T08:00:00Z</news:publication_date><news:title>Story {name}</news:title></news:news></url>"))}</urlset>""";

    private Task<SourcePoll> PollAsync(Source source) => new SourcePoller(web, time).PollAsync(source, TestContext.Current.CancellationToken);

    private sealed class Web : IFetcher
    {
        private readonly Dictionary<string, string> pages = [];

        public List<string> Asked { get; } = [];

        public string this[string url]
        {
            set => pages[url] = value;
        }

        public Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
        {
            Asked.Add(request.Url.PathAndQuery);
            return Task.FromResult<FetchOutcome>(pages.TryGetValue(request.Url.AbsoluteUri, out var body)
                ? new FetchOutcome.Fetched(request.Url, Encoding.UTF8.GetBytes(body), new Dictionary<string, string> { ["etag"] = "\"1\"", ["last-modified"] = "Sat, 14 Mar 2026 09:00:00 GMT" })
                : new FetchOutcome.Failed(FetchFailure.HttpError, "no such page", 404));
        }
    }
}
