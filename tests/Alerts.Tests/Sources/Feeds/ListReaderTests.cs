using System.Text;
using Alerts.Core.Sources;
using Alerts.Core.Sources.Feeds;
using Alerts.Core.Sources.Feeds.Lists;

namespace Alerts.Tests.Sources.Feeds;

public class ListReaderTests
{
    [Fact]
    public void A_json_api_is_read_by_its_definition()
    {
        var feed = Read("DefiLlama hacks", """
            [{"date":1735000000,"name":"Bridge X","amount":1234567,"technique":"Key theft","classification":"Infrastructure","chain":["Ethereum","Base"],"returnedFunds":null,"source":"https://x.example/1"},
             {"date":1735086400,"name":"Bridge Y","amount":null,"source":null}]
            """);
        Assert.Equal(FeedFormat.JsonApi, feed.Format);
        Assert.Equal(("Bridge X hacked for $1,234,567", "https://x.example/1"), (feed.Entries[0].Title, feed.Entries[0].Url));
        Assert.Contains("Key theft (Infrastructure) on Ethereum, Base", feed.Entries[0].PlainText(), StringComparison.Ordinal);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1735000000), feed.Entries[0].Published);
        Assert.StartsWith("https://defillama.com/hacks#", feed.Entries[1].Url, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_within_an_object_is_found_by_its_path()
    {
        var feed = Read("US DOJ press releases", """{"metadata":{},"results":[{"uuid":"u-1","title":"Two charged &amp; one arrested","url":"https://j.example/1","date":"1735000000","body":"<p>Text</p>"}]}""");
        var entry = Assert.Single(feed.Entries);
        Assert.Equal(("u-1", "Two charged & one arrested", "Text"), (entry.Guid, entry.Title, entry.PlainText()));
    }

    [Fact]
    public void A_page_is_read_by_its_selectors()
    {
        var feed = Read("SlowMist Hacked", """
            <html><body><div class="case-content"><ul><li><span class="time">2026-11-20</span><h3><em>Hacked target:</em> Bridge X</h3><p>Keys were stolen.</p></li>
            <li><span class="time">2026-11-19</span><h3>Exchange Y</h3><p>Drained.</p></li></ul></div></body></html>
            """);
        Assert.Equal(["Hacked target: Bridge X", "Exchange Y"], feed.Entries.Select(entry => entry.Title));
        Assert.Equal("Keys were stolen.", feed.Entries[0].PlainText());
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero), feed.Entries[0].Published);
        Assert.NotEqual(feed.Entries[0].Url, feed.Entries[1].Url);
    }

    [Fact]
    public void A_message_without_a_title_is_called_by_its_first_line()
    {
        var feed = Read("ZachXBT investigations", """
            <div class="tgme_widget_message_wrap"><div class="tgme_widget_message_text">It appears that X lost $20M.<br>More below.</div>
            <a class="tgme_widget_message_date" href="https://t.me/investigations/9"><time datetime="2026-11-20T10:00:00+00:00">10:00</time></a></div>
            """);
        var entry = Assert.Single(feed.Entries);
        Assert.Equal(("It appears that X lost $20M.", "https://t.me/investigations/9"), (entry.Title, entry.Url));
        Assert.Equal(10, entry.Published!.Value.Hour);
    }

    [Theory]
    [InlineData("OFAC Recent Actions page", "https://ofac.treasury.gov/recent-actions/20261120", "North Korea Designations; Cyber-related Designations", "2026-11-20", """
        <main><div class="view-content"><div class="search-result views-row"><div class="margin-top-1 search-result__title"><a href="/recent-actions/20261120" hreflang="en">North Korea Designations; Cyber-related Designations</a></div>
        <div class="margin-top-1 search-result__date">November 20, 2026 - <a href="/recent-actions/sanctions-list-updates">Sanctions List Updates</a></div></div></div></main>
        """)]
    [InlineData("rekt.news", "https://rekt.news/bridge-x-rekt", "Bridge X - Rekt", "2026-11-20", """
        <main><section class="home-posts"><article class="post"><h5 class="post-title"><a href="/bridge-x-rekt">Bridge X - Rekt</a></h5>
        <div class="post-meta"><time>Friday, November 20, 2026</time><span>Bridge X - REKT</span></div><section class="post-excerpt"><p>Forty million gone in a block.</p></section></article></section></main>
        """)]
    [InlineData("lazarus.day", "https://lazarus.day/posts/tradertraitor-toolkit/", "A look at the TraderTraitor toolkit", "2026-11-20", """
        <body><nav><ul><li><a href="/about/">About</a></li></ul></nav><main><article><h2><a href="/posts/tradertraitor-toolkit/">A look at the TraderTraitor toolkit</a></h2><time datetime="2026-11-20">20 November 2026</time></article></main></body>
        """)]
    [InlineData("MSMT", "https://msmt.info/Publications/detail/MSMT%20Report/4221", "The DPRK's Violation and Evasion of UN Sanctions through Cyber Activities", "2026-10-22", """
        <body><main><section><ul><li><a href="/Publications/detail/MSMT%20Report/4221">The DPRK's Violation and Evasion of UN Sanctions through Cyber Activities</a><time>2026.10.22</time></li></ul></section></main></body>
        """)]
    public void The_pages_among_the_default_sources_are_read(string source, string url, string title, string day, string page)
    {
        var entry = Read(source, page).Entries[0];
        Assert.Equal((url, title, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)), (entry.Url, entry.Title, DateOnly.FromDateTime(entry.Published!.Value.UtcDateTime)));
    }

    [Theory]
    [InlineData("DefiLlama hacks", "{\"error\":1}")]
    [InlineData("DefiLlama hacks", "<html>blocked</html>")]
    [InlineData("DefiLlama hacks", "")]
    [InlineData("rekt.news", "<html><body>Redesigned</body></html>")]
    public void An_answer_of_another_shape_is_a_failure_and_no_quiet_day(string source, string body) =>
        Assert.IsType<NotAFeed>(SourceReader.Read(Default(source), Encoding.UTF8.GetBytes(body), Some.Answer));

    [Theory]
    [InlineData("{\"items\":\"$\"}")]
    [InlineData("{\"items\":\"$\",\"title\":\"t\",\"surprise\":1}")]
    [InlineData("not json")]
    [InlineData(null)]
    public void A_bad_definition_is_refused_with_the_reason(string? json)
    {
        Assert.False(ListDefinition.TryParse(json, out JsonApiDefinition? _, out var problem));
        Assert.NotEmpty(problem);
        Assert.False(ListDefinition.TryParse("{\"items\":\"<<\",\"title\":\"a\"}", out HtmlListDefinition? _, out problem));
        Assert.Contains("<<", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Default_sources_are_complete_and_readable()
    {
        var sources = DefaultSources.Load();
        Assert.Equal(121, sources.Count);
        Assert.Equal(sources.Count, sources.Select(source => source.Id).Distinct().Count());
        Assert.All(sources, source => Assert.True(source is { Url.Scheme: "http" or "https", Name.Length: > 0, Publisher.Length: > 0 } && Enum.IsDefined(source.Tier)));
        Assert.All(sources.Where(source => source.Kind == SourceKind.JsonApi), source => Assert.True(ListDefinition.TryParse(source.Definition, out JsonApiDefinition? _, out var problem), problem));
        Assert.All(sources.Where(source => source.Kind == SourceKind.HtmlList), source => Assert.True(ListDefinition.TryParse(source.Definition, out HtmlListDefinition? _, out var problem), problem));
        Assert.Equal(3, sources.Count(source => source.Publisher == "Yonhap"));
        Assert.Equal(4, sources.Count(source => source.Kind == SourceKind.Sitemap));
        Assert.DoesNotContain(sources, source => source.Url!.AbsoluteUri is "https://es.cointelegraph.com/rss");
    }

    private static FeedDocument Read(string source, string body) =>
        Assert.IsType<FeedDocument>(SourceReader.Read(Default(source), Encoding.UTF8.GetBytes(body), new FeedContext(Default(source).Url)));

    private static Source Default(string name) => DefaultSources.Load().Single(source => source.Name == name);
}
