using System.Text;
using Alerts.Core.Sources;
using Alerts.Tests.Faults;
using Microsoft.Extensions.Time.Testing;

namespace Alerts.Tests.Fetching;

public sealed class HttpFetcherTests(FaultyServer server) : IClassFixture<FaultyServer>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_good_answer_comes_with_what_readers_ask_for()
    {
        var fetched = Assert.IsType<FetchOutcome.Fetched>(await FetchAsync("/feed"));
        Assert.Equal(FaultyServer.Feed, Encoding.UTF8.GetString(fetched.Body.Span));
        Assert.Equal(("application/rss+xml", "\"v1\"", "Mon, 23 Nov 2026 10:00:00 GMT"), (fetched.ContentType, fetched.ETag, fetched.LastModified));
        Assert.Equal((server.At("/feed"), null, TimeSpan.FromSeconds(540)), (fetched.FinalUrl, fetched.MovedTo, fetched.FreshFor));
    }

    [Theory]
    [InlineData("\"v1\"", null)]
    [InlineData(null, "Mon, 23 Nov 2026 10:00:00 GMT")]
    public async Task An_unchanged_feed_costs_one_304(string? etag, string? lastModified)
    {
        using var fetcher = Fetchers.For(server);
        var outcome = await fetcher.FetchAsync(new FetchRequest(server.At("/feed")) { ETag = etag, LastModified = lastModified }, Cancelled);
        Assert.Equal(new FetchOutcome.NotModified(TimeSpan.FromSeconds(540)), outcome);
    }

    [Fact]
    public async Task Requests_say_who_asks_and_carry_no_more_than_that()
    {
        using var fetcher = Fetchers.For(server);
        await fetcher.FetchAsync(new FetchRequest(server.At("/status/299")) { Accept = "application/rss+xml" }, Cancelled);
        var headers = server.Headers["/status/299"];
        Assert.Equal("AlertsBot/1.0 (+https://alerts.example/about)", headers.UserAgent);
        Assert.Equal("application/rss+xml", headers.Accept);
        Assert.Equal(["Accept", "Accept-Encoding", "Host", "User-Agent"], headers.Keys.Order());
    }

    [Theory]
    [InlineData("/status/204", FetchFailure.HttpError, 204, "answered 204 (No Content)")]
    [InlineData("/status/400", FetchFailure.HttpError, 400, "answered 400 (Bad Request)")]
    [InlineData("/status/401", FetchFailure.Forbidden, 401, "answered 401 (Unauthorized)")]
    [InlineData("/status/403", FetchFailure.Forbidden, 403, "answered 403 (Forbidden)")]
    [InlineData("/status/404", FetchFailure.HttpError, 404, "answered 404 (Not Found)")]
    [InlineData("/status/410", FetchFailure.Gone, 410, "answered 410 (Gone)")]
    [InlineData("/status/429?after=120", FetchFailure.Throttled, 429, "answered 429 (Too Many Requests), asks for 120 s")]
    [InlineData("/status/500", FetchFailure.HttpError, 500, "answered 500 (Internal Server Error)")]
    [InlineData("/status/503", FetchFailure.Throttled, 503, "answered 503 (Service Unavailable)")]
    [InlineData("/status/599", FetchFailure.HttpError, 599, "answered 599")]
    [InlineData("/challenge", FetchFailure.Forbidden, 503, "answered 503 (Service Unavailable): a check for bots")]
    [InlineData("/loop", FetchFailure.TooManyRedirects, 302, "redirects more than 5 times")]
    [InlineData("/hop/5", FetchFailure.TooManyRedirects, 302, "redirects more than 5 times")]
    [InlineData("/nowhere", FetchFailure.HttpError, 302, "redirects without saying where to")]
    [InlineData("/to?url=http://169.254.169.254/latest/meta-data/", FetchFailure.Refused, 302,
        "redirects to what may not be asked: 169.254.169.254 is no public address (link-local)")]
    [InlineData("/to?url=file:///etc/passwd", FetchFailure.Refused, 302, "redirects to what may not be asked: only http and https URLs are fetched")]
    [InlineData("/to?url=http://user:pw@example.com/", FetchFailure.Refused, 302, "redirects to what may not be asked: the URL holds credentials")]
    [InlineData("/reset", FetchFailure.Unreachable, null, "127.0.0.1 broke the connection")]
    [InlineData("/cut", FetchFailure.Unreachable, null, "127.0.0.1 broke the connection")]
    [InlineData("/announces-much", FetchFailure.TooLarge, 200, "announces 95.4 MB, 15 MB at most are read")]
    [InlineData("/endless", FetchFailure.TooLarge, 200, "is larger than 15 MB")]
    [InlineData("/headers", FetchFailure.TooLarge, null, "sends more headers than are read")]
    [InlineData("/packed/gzip?cut=12", FetchFailure.Malformed, 200, "the gzip body is cut off")]
    [InlineData("/packed/gzip?cut=4", FetchFailure.Malformed, 200, "the gzip body is cut off")]
    [InlineData("/packed/gzip?cut=60", FetchFailure.Malformed, 200, "the gzip body is cut off")]
    [InlineData("/packed/br?cut=3", FetchFailure.Malformed, 200, "the br body is cut off")]
    [InlineData("/packed/deflate?cut=8", FetchFailure.Malformed, 200, "the deflate body is cut off")]
    [InlineData("/packed-twice", FetchFailure.Malformed, 200, "the body is packed more than once")]
    [InlineData("/packed-lie", FetchFailure.Malformed, 200, "the body is no valid gzip")]
    [InlineData("/packed-odd", FetchFailure.Malformed, 200, "the body is packed with zstd, which was not asked for")]
    [InlineData("/bomb/gzip", FetchFailure.TooLarge, 200, "unpacks to more than 15 MB")]
    [InlineData("/bomb/br", FetchFailure.TooLarge, 200, "unpacks to more than 15 MB")]
    public async Task Every_failure_is_a_value_with_its_reason(string path, FetchFailure failure, int? status, string reason)
    {
        var failed = Assert.IsType<FetchOutcome.Failed>(await FetchAsync(path));
        Assert.Equal((failure, status, reason), (failed.Failure, failed.Status, failed.Reason));
    }

    /// <summary>Without being kept: for lists of tens of megabytes.</summary>
    [Theory]
    [InlineData("/feed", null)]
    [InlineData("/packed/gzip", null)]
    [InlineData("/packed/br", null)]
    [InlineData("/hang", "timed out after 2 s")]
    [InlineData("/drip", "timed out after 2 s")]
    [InlineData("/cut", "127.0.0.1 broke the connection")]
    [InlineData("/announces-much", "announces 95.4 MB, 15 MB at most are read")]
    [InlineData("/endless", "is larger than 15 MB")]
    [InlineData("/bomb/gzip", "unpacks to more than 15 MB")]
    [InlineData("/packed-lie", "the body is no valid gzip")]
    [InlineData("/packed-odd", "the body is packed with zstd, which was not asked for")]
    [InlineData("/packed-twice", "the body is packed more than once")]
    public async Task A_body_can_be_read_as_it_arrives_under_the_same_caps(string path, string? reason)
    {
        using var fetcher = Fetchers.For(server);
        var request = new FetchRequest(server.At(path)) { Timeout = TimeSpan.FromSeconds(reason?.Contains("timed out", StringComparison.Ordinal) == true ? 2 : 20), Reading = stream => new StreamReader(stream).ReadToEnd() };
        var outcome = await fetcher.FetchAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(reason ?? FaultyServer.Feed, outcome is FetchOutcome.Failed failed ? failed.Reason : Assert.IsType<FetchOutcome.Fetched>(outcome) is { Body.IsEmpty: true } fetched ? fetched.Made : "kept");
    }

    [Theory]
    [InlineData("/packed/gzip")]
    [InlineData("/packed/gzip?junk=3")]
    [InlineData("/packed/br")]
    [InlineData("/packed/deflate")]
    [InlineData("/sitemap.xml.gz")]
    public async Task Packed_bodies_are_unpacked(string path) =>
        Assert.Equal(FaultyServer.Feed, Encoding.UTF8.GetString(Assert.IsType<FetchOutcome.Fetched>(await FetchAsync(path)).Body.Span));

    [Fact]
    public async Task A_gzip_body_of_several_members_is_whole() =>
        Assert.Equal("<rss>" + FaultyServer.Feed, Encoding.UTF8.GetString(Assert.IsType<FetchOutcome.Fetched>(await FetchAsync("/packed-members")).Body.Span));

    [Theory]
    [InlineData("/moved/301", true)]
    [InlineData("/moved/308", true)]
    [InlineData("/moved/302", false)]
    [InlineData("/moved/307", false)]
    [InlineData("/moved-mixed", false)]
    [InlineData("/hop/3", false)]
    public async Task Only_permanent_redirects_are_reported_as_a_move(string path, bool moved)
    {
        var fetched = Assert.IsType<FetchOutcome.Fetched>(await FetchAsync(path));
        Assert.Equal(server.At("/feed"), fetched.FinalUrl);
        Assert.Equal(moved ? server.At("/feed") : null, fetched.MovedTo);
    }

    [Fact]
    public async Task Retry_after_is_understood_as_a_date_too()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
        using var fetcher = Fetchers.For(server, time);
        var failed = Assert.IsType<FetchOutcome.Failed>(await fetcher.FetchAsync(new FetchRequest(server.At("/status/503?after=Mon, 23 Nov 2026 10:05:00 GMT")), Cancelled));
        Assert.Equal(TimeSpan.FromMinutes(5), failed.RetryAfter);
        failed = Assert.IsType<FetchOutcome.Failed>(await fetcher.FetchAsync(new FetchRequest(server.At("/status/503?after=Mon, 23 Nov 2020 10:05:00 GMT")), Cancelled));
        Assert.Equal(TimeSpan.Zero, failed.RetryAfter);
    }

    [Theory]
    [InlineData("Mon, 23 Nov 2026 10:30:00 GMT", 1800)]
    [InlineData("Mon, 23 Nov 2026 09:00:00 GMT", 0)]
    [InlineData("0", 0)]
    public async Task Expires_tells_how_long_an_answer_is_fresh(string at, int seconds)
    {
        var fetched = Assert.IsType<FetchOutcome.Fetched>(await FetchAsync("/expires?at=" + Uri.EscapeDataString(at)));
        Assert.Equal(TimeSpan.FromSeconds(seconds), fetched.FreshFor);
    }

    [Theory]
    [InlineData("/hang")]
    [InlineData("/drip")]
    public async Task The_deadline_covers_headers_and_body(string path)
    {
        using var fetcher = Fetchers.For(server);
        var failed = Assert.IsType<FetchOutcome.Failed>(await fetcher.FetchAsync(new FetchRequest(server.At(path)) { Timeout = TimeSpan.FromMilliseconds(300) }, Cancelled));
        Assert.Equal((FetchFailure.TimedOut, "timed out after 0.3 s"), (failed.Failure, failed.Reason));
    }

    [Fact]
    public async Task The_callers_own_cancellation_is_no_outcome()
    {
        using var fetcher = Fetchers.For(server);
        using var stop = new CancellationTokenSource();
        var fetch = fetcher.FetchAsync(new FetchRequest(server.At("/hang")), stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetch);
    }

    private async Task<FetchOutcome> FetchAsync(string path)
    {
        using var fetcher = Fetchers.For(server);
        return await fetcher.FetchAsync(new FetchRequest(server.At(path)), Cancelled);
    }
}
