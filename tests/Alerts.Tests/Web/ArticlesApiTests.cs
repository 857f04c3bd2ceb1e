using System.Net;
using Alerts.Core.Articles;
using Alerts.Core.Messaging;
using Alerts.Core.Sources;
using Alerts.Tests.Fakes;
using static Alerts.Tests.Web.ApiRequests;

namespace Alerts.Tests.Web;

public sealed class ArticlesApiTests
{
    [Fact]
    public async Task Pushing_twice_is_pushing_once()
    {
        await using var host = await WebHost.StartAsync();
        const string article = """{"url":"https://www.a.example/news/1?utm_source=x","title":"Exchange hacked","text":"Somebody took it.","publishedAt":"2026-03-01T10:00:00+09:00","language":"en-GB"}""";

        var (first, one) = await host.Admin.SendAsync("POST", "/api/articles", article);
        var (second, two) = await host.Admin.SendAsync("POST", "/api/articles", article.Replace("?utm_source=x", "?utm_source=y", StringComparison.Ordinal));
        var id = one.GetProperty("articles")[0].Text("id");
        var stored = Assert.Single(await host.Get<IArticleStore>().GetAsync([id], Stop));

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (first, second));
        Assert.Equal(id, two.GetProperty("articles")[0].Text("id"));
        Assert.Equal(("https://www.a.example/news/1", "a.example", "en", TextOrigin.Caller), (stored.Url, stored.Publisher, stored.Language, stored.TextOrigin));
        Assert.Contains(host.Get<IMessageQueue, MemoryMessageQueue>().Sent, sent => sent.Queue == QueueNames.Read && MessageJson.Read<ReadMessage>(sent.Body).ArticleIds.Contains(id));
        Assert.Equal(SourceKind.Caller, Assert.Single(await host.Get<ISourceStore>().ListAsync(Stop)).Kind);
    }

    [Fact]
    public async Task A_batch_keeps_its_order()
    {
        await using var host = await WebHost.StartAsync();
        var batch = "[" + string.Join(',', Enumerable.Range(0, 100).Select(i => $$"""{"url":"https://a.example/{{i}}"}""")) + "]";

        var (status, body) = await host.Admin.SendAsync("POST", "/api/articles", batch);

        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"https://a.example/{i}"), body.GetProperty("articles").EnumerateArray().Select(article => article.Text("url")));
    }

    [Fact]
    public async Task A_batch_of_101_is_refused_whole()
    {
        await using var host = await WebHost.StartAsync();
        var batch = "[" + string.Join(',', Enumerable.Range(0, 101).Select(i => $$"""{"url":"https://a.example/{{i}}"}""")) + "]";

        var (status, _) = await host.Admin.SendAsync("POST", "/api/articles", batch);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Empty(host.Get<IMessageQueue, MemoryMessageQueue>().Sent);
    }

    [Theory]
    [InlineData("Exchange hacked", true)]
    [InlineData("Nothing happened", false)]
    public async Task Who_waits_is_told_the_decision_and_why(string title, bool matched)
    {
        await using var host = await WebHost.StartAsync();

        var (status, body) = await host.Admin.SendAsync("POST", "/api/articles?wait=true", $$"""{"url":"https://a.example/1","title":"{{title}}","text":"…"}""");
        var decision = body.GetProperty("items")[0];

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(matched, decision.GetProperty("matched").GetBoolean());
        Assert.Equal("The title names a hack.", decision.GetProperty("matches")[0].GetProperty("explanation").Text("summary"));
    }

    [Fact]
    public async Task A_date_in_the_future_counts_as_now()
    {
        await using var host = await WebHost.StartAsync();

        await host.Admin.SendAsync("POST", "/api/articles", """{"url":"https://a.example/1","title":"t","publishedAt":"2031-01-01T00:00:00Z"}""");

        Assert.Equal(WebHost.Now, Assert.Single(await host.Get<IArticleStore>().GetAsync([ArticleId.Of("https://a.example/1")], Stop)).PublishedAt);
    }
}
