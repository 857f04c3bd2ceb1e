using System.Collections.Concurrent;
using System.Text;
using Alerts.Core.Articles;
using Alerts.Core.Sources;
using Alerts.Infrastructure.Fetching;
using Alerts.Infrastructure.Fetching.Pages;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Alerts.Tests.Fetching.Pages;

public sealed class PageReaderTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_is_read_and_robots_txt_is_asked_once_a_day_for_all_of_a_host()
    {
        var web = new Web { ["/robots.txt"] = Ok("User-agent: *\nDisallow: /private", "text/plain"), ["/a"] = Ok(Html.Page(body: Html.Paragraphs(8))), ["/b"] = Ok(Html.Page(body: Html.Paragraphs(8))) };
        var time = new FakeTimeProvider();
        var reader = Reader(web, time);
        await Task.WhenAll(reader.ReadAsync(At("/a"), Cancelled), reader.ReadAsync(At("/b"), Cancelled));
        Assert.Equal(new PageOutcome.NoText("robots.txt asks us not to read it"), await reader.ReadAsync(At("/private/c"), Cancelled));
        Assert.Equal(1, web.Asked["/robots.txt"]);
        Assert.False(web.Asked.ContainsKey("/private/c"));
        time.Advance(TimeSpan.FromHours(25));
        Assert.IsType<PageOutcome.Page>(await reader.ReadAsync(At("/a"), Cancelled));
        Assert.Equal(2, web.Asked["/robots.txt"]);
    }

    [Theory]
    [InlineData(404, true)]
    [InlineData(403, true)]
    [InlineData(429, false)]
    [InlineData(500, false)]
    [InlineData(503, false)]
    [InlineData(null, false)]
    public async Task Where_robots_txt_cannot_be_had_the_status_decides(int? status, bool read)
    {
        var web = new Web { ["/robots.txt"] = new FetchOutcome.Failed(FetchFailure.HttpError, "broken", status), ["/a"] = Ok(Html.Page(body: Html.Paragraphs(8))) };
        var outcome = await Reader(web).ReadAsync(At("/a"), Cancelled);
        Assert.Equal(read, outcome is PageOutcome.Page);
        Assert.Equal(!read, outcome is PageOutcome.Unreachable { WorthRetrying: true });
    }

    [Theory]
    [InlineData(FetchFailure.TimedOut, null, true, true)]
    [InlineData(FetchFailure.Unreachable, null, true, true)]
    [InlineData(FetchFailure.Throttled, 429, true, true)]
    [InlineData(FetchFailure.HttpError, 500, true, true)]
    [InlineData(FetchFailure.Refused, null, true, false)]
    [InlineData(FetchFailure.HttpError, 404, false, false)]
    [InlineData(FetchFailure.Gone, 410, false, false)]
    [InlineData(FetchFailure.Forbidden, 403, false, false)]
    [InlineData(FetchFailure.TooLarge, 200, false, false)]
    public async Task Failures_are_worth_another_try_or_final(FetchFailure failure, int? status, bool unreachable, bool retry)
    {
        var outcome = await Reader(new Web { ["/a"] = new FetchOutcome.Failed(failure, "why", status) }).ReadAsync(At("/a"), Cancelled);
        Assert.Equal(unreachable ? new PageOutcome.Unreachable("why", retry) : new PageOutcome.NoText("why"), outcome);
    }

    [Theory]
    [InlineData("application/pdf", false)]
    [InlineData("image/png", false)]
    [InlineData("text/html; charset=utf-8", true)]
    [InlineData("application/xhtml+xml", true)]
    [InlineData("", true)]
    public async Task Only_html_is_read(string contentType, bool read) =>
        Assert.Equal(read, await Reader(new Web { ["/a"] = Ok(Html.Page(body: Html.Paragraphs(8)), contentType) }).ReadAsync(At("/a"), Cancelled) is PageOutcome.Page);

    private static Uri At(string path) => new(Html.Url, path);

    private static FetchOutcome.Fetched Ok(string body, string contentType = "text/html; charset=utf-8") =>
        new(Html.Url, Encoding.UTF8.GetBytes(body), new Dictionary<string, string> { ["content-type"] = contentType });

    private static PageReader Reader(Web web, TimeProvider? time = null) =>
        new(web, new RobotsPolicy(web, time ?? TimeProvider.System), Options.Create(new FetchingOptions()), TimeProvider.System);

    /// <summary>One host's paths and what they answer; 404 for the others.</summary>
    private sealed class Web : Dictionary<string, FetchOutcome>, IFetcher
    {
        public ConcurrentDictionary<string, int> Asked { get; } = new();

        public Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
        {
            Asked.AddOrUpdate(request.Url.AbsolutePath, 1, (_, n) => n + 1);
            return Task.FromResult(this.GetValueOrDefault(request.Url.AbsolutePath, new FetchOutcome.Failed(FetchFailure.HttpError, "answered 404 (Not Found)", 404)));
        }
    }
}
