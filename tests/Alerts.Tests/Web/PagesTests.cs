using System.Net;
using Alerts.Core.Hits;
using Alerts.Core.Sources;
using Alerts.Core.Stories;
using static Alerts.Tests.Web.ApiRequests;

namespace Alerts.Tests.Web;

public sealed class PagesTests(SharedWebHost shared) : IClassFixture<SharedWebHost>
{
    private const string Attack = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";

    [Fact]
    public async Task Home_and_story_show_what_there_is_and_encode_it()
    {
        await using var host = await WebHost.StartAsync();
        await host.Get<IStoryStore>().TrySaveAsync(WebData.Story(title: Attack), Stop);
        await host.Get<IHitStore>().AddIfAbsentAsync([WebData.Hit(title: Attack)], Stop);
        await host.Get<ISourceStore>().AddIfAbsentAsync(WebData.Source("a.example", SourceHealth.Degraded, Attack), Stop);

        var home = await host.Client.GetStringAsync("/", Stop);
        var story = await host.Client.GetStringAsync("/stories/" + WebData.StoryId, Stop);
        var sources = await host.Client.GetStringAsync("/sources", Stop);

        Assert.All([home, story, sources], page => Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase));
        Assert.All([home, story, sources], page => Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("$1.46 billion", home, StringComparison.Ordinal);
        Assert.Contains("<mark>Lazarus</mark>", story, StringComparison.Ordinal);
        Assert.Contains("update 1, 0 deliveries", story, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/sources")]
    [InlineData("/subscribe")]
    [InlineData("/api/hits")]
    [InlineData("/api/nothing")]
    [InlineData("/feeds/all.rss")]
    [InlineData("/docs/")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        var host = shared.Host;

        using var answer = await host.Client.GetAsync(path, Stop);

        Assert.StartsWith("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task The_style_sheet_is_served_under_an_address_that_changes_with_it()
    {
        var host = shared.Host;

        var home = await host.Client.GetStringAsync("/", Stop);
        var path = home.Split("href=\"").Single(piece => piece.StartsWith("/site.css", StringComparison.Ordinal)).Split('"')[0];
        using var css = await host.Client.GetAsync(path, Stop);

        Assert.Contains("?v=", path, StringComparison.Ordinal);
        Assert.Equal("text/css", css.Content.Headers.ContentType?.MediaType);
        Assert.True(css.Headers.CacheControl?.Public);
    }

    [Fact]
    public async Task The_inbox_shows_mails_and_runs_nothing_of_them()
    {
        var host = shared.Host;

        var list = await host.Client.GetStringAsync("/inbox", Stop);
        var mail = await host.Client.GetStringAsync("/inbox/second", Stop);
        using var html = await host.Client.GetAsync("/inbox/second/html", Stop);
        using var outside = await host.Client.GetAsync("/inbox/..%2Fsecond/html", Stop);

        Assert.Contains("Hack – $1.5 billion", WebUtility.HtmlDecode(list), StringComparison.Ordinal);
        Assert.Contains("sandbox=", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("alert(1)", mail, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", html.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("sandbox", html.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
    }

    [Fact]
    public async Task A_host_that_really_sends_has_no_inbox()
    {
        await using var host = await WebHost.StartAsync(configure: services => services.Remove(services.Single(service => service.ServiceType == typeof(Alerts.Web.Pages.Inbox.IOutbox))));

        using var answer = await host.Client.GetAsync("/inbox", Stop);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("/inbox", await host.Client.GetStringAsync("/", Stop), StringComparison.Ordinal);
    }
}
