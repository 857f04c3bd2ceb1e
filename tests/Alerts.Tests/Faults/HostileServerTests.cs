using System.IO.Compression;
using System.Net;
using System.Text;
using Alerts.Core.Articles;
using Alerts.Core.Sources;
using Alerts.Infrastructure.Fetching;
using Alerts.Tests.Fetching;
using Alerts.Tests.Pipeline;

namespace Alerts.Tests.Faults;

/// <summary>
/// Documents made to hurt, served by a real server with the headers that belong to them and polled by the pipeline: each ends in what is
/// said beside it, none takes the process along, none makes it ask anybody else. <see cref="Sources.Feeds.HostileFeedTests"/> knows more of them.
/// </summary>
public sealed class HostileServerTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly List<string> asked = [];
    private WebApplication server = null!;
    private HttpFetcher fetcher = null!;
    private TestPipeline pipeline = null!;

    /// <summary>Name, the title of the article or the reason why there is none.</summary>
    public static TheoryData<string, string> Expectations => new()
    {
        { "entity-bomb", "x" },
        { "quadratic-entities", "x" },
        { "external-entity-http", "x" },
        { "external-entity-file", "x" },
        { "external-dtd", "x" },
        { "external-entity-utf-16", "x" },
        { "utf-7", "UTF-7 is refused" },
        { "nested-elements", "answered, but lists no entries" },
        { "nested-html", "x" },
        { "nested-json", "broken JSON" },
        { "many-attributes", "answered, but lists no entries" },
        { "many-items", "lists 20000 entries: the newest 1000 are taken, 19000 left out" },
        { "huge-title", "x" },
        { "huge-guid", "x" },
        { "gzip-bomb", "unpacks to more than 15 MB" },
        { "gzip-twice", "the body is packed more than once" },
        { "gzip-cut", "the gzip body is cut off" },
        { "gzip-lie", "the body is no valid gzip" },
        { "announces-too-much", "announces 95.4 MB, 15 MB at most are read" },
        { "page", "an HTML page" },
        { "nothing", "nothing but white space" },
        { "cut-off", "x" },
        { "script-link", "x" },
        { "date-beyond-the-calendar", "x" },
        { "line-breaks-in-title", "x Bcc: a@b.example" },
    };

    [Theory, MemberData(nameof(Expectations))]
    public async Task It_leads_to_what_is_said_beside_it(string name, string expected)
    {
        var url = new Uri(new Uri(server.Urls.First()), "/" + name);
        var id = Source.IdOf(url);
        await pipeline.Sources.AddIfAbsentAsync(new Source { Id = id, Name = name, Kind = SourceKind.Feed, Url = url, Publisher = "hostile" }, None);

        await pipeline.RunAsync();

        var articles = await pipeline.Articles.GetAsync(pipeline.Articles.Ids, None);
        var state = (await pipeline.Sources.GetAsync([id], None))[0].State;
        Assert.Equal(expected, state.Reason ?? Assert.Single(articles).Title);
        Assert.All(articles, article => Assert.True(article.Title.Length <= Article.MaxTitleLength && article.Url.StartsWith("http", StringComparison.Ordinal) && article.PublishedAt is null or { Year: > 1601 and < 9999 }));
        Assert.Equal(["/" + name], asked.Distinct());
    }

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        builder.Logging.SetMinimumLevel(LogLevel.None);
        server = builder.Build();
        server.MapGet("/{name}", ServeAsync);
        await server.StartAsync(None);
        var authority = new Uri(server.Urls.First()).Authority;
        fetcher = Fetchers.Create([authority], new SystemResolver());
        pipeline = new TestPipeline(fetcher: fetcher);
    }

    public async ValueTask DisposeAsync()
    {
        fetcher.Dispose();
        await server.DisposeAsync();
    }

    private async Task ServeAsync(HttpContext context, string name)
    {
        asked.Add(context.Request.Path);
        var here = $"http://{context.Request.Host}";
        var (body, type, encoding) = Document(name, here);
        context.Response.ContentType = type;
        if (encoding is not null)
        {
            context.Response.Headers.ContentEncoding = encoding;
        }

        if (name == "announces-too-much")
        {
            context.Response.ContentLength = 100_000_000;
        }

        await context.Response.Body.WriteAsync(body);
    }

    private static (byte[] Body, string Type, string? Encoding) Document(string name, string here) => name switch
    {
        "entity-bomb" => Rss("", dtd: "<!ENTITY a0 \"lol\">" + string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY a{i} \"{Times(10, $"&a{i - 1};")}\">")), channel: "<description>&a9;</description>"),
        "quadratic-entities" => Rss("", dtd: $"<!ENTITY a \"{Times(50_000, "A")}\">", channel: $"<description>{Times(20_000, "&a;")}</description>"),
        "external-entity-http" => Rss("", dtd: $"<!ENTITY e SYSTEM \"{here}/stolen\">", channel: "<description>&e;</description>"),
        "external-entity-file" => Rss("", dtd: "<!ENTITY e SYSTEM \"file:///etc/hostname\">", channel: "<description>&e;</description>"),
        "external-dtd" => Text($"<!DOCTYPE rss SYSTEM \"{here}/dtd\">{Feed("<item><title>x</title></item>")}"),
        "external-entity-utf-16" => (Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes($"<!DOCTYPE rss [<!ENTITY e SYSTEM \"{here}/stolen\">]>{Feed("<item><title>x</title><description>&e;</description></item>")}")).ToArray(), "text/xml", null),
        "utf-7" => (Encoding.ASCII.GetBytes("<?xml version=\"1.0\" encoding=\"utf-7\"?>+ADw-rss/+AD4-"), "text/xml", null),
        "nested-elements" => Text($"<rss version=\"2.0\"><channel>{Times(100_000, "<a>")}"),
        "nested-html" => Rss($"<description><![CDATA[{Times(100_000, "<div>")}t]]></description>"),
        "nested-json" => (Encoding.UTF8.GetBytes("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":" + Times(100_000, "[")), "application/feed+json", null),
        "many-attributes" => Text($"<rss version=\"2.0\" {string.Join(' ', Enumerable.Range(0, 100_000).Select(i => $"a{i}='1'"))}><channel/></rss>"),
        "many-items" => Text(Feed(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<item><guid>{i}</guid><title>t{i}</title></item>")))),
        "huge-title" => Text($"<rss version=\"2.0\"><channel><title>{Times(10_000_000, "A")}</title><item><title>x</title></item></channel></rss>"),
        "huge-guid" => Rss($"<guid>{Times(2_000_000, "g")}</guid>"),
        "gzip-bomb" => (Gzip(new byte[64 * 1024 * 1024]), "text/xml", "gzip"),
        "gzip-twice" => (Gzip(Gzip(Rss("").Body)), "text/xml", "gzip, gzip"),
        "gzip-cut" => (Gzip(Rss("").Body)[..^20], "text/xml", "gzip"),
        "gzip-lie" => (Rss("").Body, "text/xml", "gzip"),
        "page" => (Encoding.UTF8.GetBytes("<!doctype html><title>Just a moment…</title><p>Checking your browser"), "text/html", null),
        "nothing" => Text("  \r\n\t"),
        "cut-off" => Text("<rss version=\"2.0\"><channel><item><title>x</title><link>https://e.example/1</link><descr"),
        "script-link" => Rss("<link>javascript:alert(1)</link><guid>1</guid>"),
        "date-beyond-the-calendar" => Rss("<pubDate>Fri, 31 Dec 9999 23:59:59 -1200</pubDate>"),
        "line-breaks-in-title" => Text(Feed("<item><title>x&#13;&#10;Bcc: a@b.example</title></item>")),
        _ => Rss(""),
    };

    private static (byte[] Body, string Type, string? Encoding) Rss(string fields, string? dtd = null, string channel = "") =>
        Text($"{(dtd is null ? "" : $"<!DOCTYPE rss [{dtd}]>")}{Feed($"{channel}<item><title>x</title>{fields}</item>")}");

    private static (byte[] Body, string Type, string? Encoding) Text(string document) => (Encoding.UTF8.GetBytes(document), "application/rss+xml", null);

    private static string Feed(string items) => $"<rss version=\"2.0\"><channel><title>T</title>{items}</channel></rss>";

    private static string Times(int count, string text) => string.Concat(Enumerable.Repeat(text, count));

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
