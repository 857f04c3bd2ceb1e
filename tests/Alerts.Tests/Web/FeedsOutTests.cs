using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Alerts.Core.Hits;
using static Alerts.Tests.Web.ApiRequests;

namespace Alerts.Tests.Web;

public sealed class FeedsOutTests
{
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";

    [Fact]
    public async Task RSS_is_valid_XML_whatever_a_title_holds_and_says_why()
    {
        await using var host = await WebHost.StartAsync();
        await host.Get<IHitStore>().AddIfAbsentAsync([WebData.Hit(title: "A\u0000B\u000Bc & <b> \uD83D\uDE00 \uD83D ]]> \uFFFE")], Stop);

        using var answer = await host.Client.GetAsync("/feeds/dprk-crypto.rss", Stop);
        var rss = XDocument.Parse(await answer.Content.ReadAsStringAsync(Stop));
        var item = rss.Descendants("item").Single();

        Assert.Equal("application/rss+xml", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("ABc & <b> 😀  ]]> ", item.Element("title")?.Value);
        Assert.Contains("<mark>Lazarus</mark>", item.Element(Content + "encoded")?.Value, StringComparison.Ordinal);
        Assert.Contains("Names Lazarus Group as the thief", item.Element("description")?.Value, StringComparison.Ordinal);
        Assert.Equal("false", item.Element("guid")?.Attribute("isPermaLink")?.Value);
    }

    [Fact]
    public async Task JSON_Feed_has_what_version_1_1_asks_for()
    {
        await using var host = await WebHost.StartAsync();
        await host.Get<IHitStore>().AddIfAbsentAsync([WebData.Hit()], Stop);

        var feed = JsonSerializer.Deserialize<JsonElement>(await host.Client.GetStringAsync("/feeds/all.json", Stop));
        var item = feed.GetProperty("items")[0];

        Assert.Equal("https://jsonfeed.org/version/1.1", feed.Text("version"));
        Assert.Equal("https://alerts.example.org/feeds/all.json", feed.Text("feed_url"));
        Assert.Equal("https://alerts.example.org/stories/" + WebData.StoryId, item.Text("url"));
        Assert.Equal("https://www.ic3.example/psa/250226?a=1&b=2", item.Text("external_url"));
        Assert.Contains("<mark>", item.Text("content_html"), StringComparison.Ordinal);
        Assert.NotEmpty(item.Text("id"));
    }

    [Fact]
    public async Task An_article_that_two_topics_matched_is_one_item_of_the_whole_feed()
    {
        await using var host = await WebHost.StartAsync();
        await host.Get<IHitStore>().AddIfAbsentAsync([WebData.Hit(), WebData.Hit("exchange-hack")], Stop);

        var feed = JsonSerializer.Deserialize<JsonElement>(await host.Client.GetStringAsync("/feeds/all.json", Stop));

        Assert.Equal(["dprk-crypto", "exchange-hack", "critical"], Assert.Single(feed.GetProperty("items").EnumerateArray()).GetProperty("tags").EnumerateArray().Select(tag => tag.ToString()));
    }

    [Theory]
    [InlineData("/feeds/all.rss")]
    [InlineData("/feeds/all.json")]
    public async Task An_unchanged_feed_costs_a_304(string path)
    {
        await using var host = await WebHost.StartAsync();
        await host.Get<IHitStore>().AddIfAbsentAsync([WebData.Hit()], Stop);
        using var first = await host.Client.GetAsync(path, Stop);
        async Task<HttpStatusCode> AgainAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var answer = await host.Client.SendAsync(request, Stop);
            return answer.StatusCode;
        }

        Assert.Equal(HttpStatusCode.NotModified, await AgainAsync());
        await host.Get<IHitStore>().AddIfAbsentAsync([WebData.Hit(article: "a9", minutesAgo: 10)], Stop);
        Assert.Equal(HttpStatusCode.OK, await AgainAsync());
    }
}
