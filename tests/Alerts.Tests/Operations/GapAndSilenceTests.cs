using System.Globalization;
using System.Net;
using System.Text;
using Alerts.Core.Messaging;
using Alerts.Core.Sources;
using Alerts.Infrastructure.Fetching;
using Alerts.Tests.Fetching;
using Alerts.Tests.Pipeline;

namespace Alerts.Tests.Operations;

/// <summary>From a feed on a real server to the operator's mailbox: the feed lists five entries, as some do, and is polled through the guarded fetcher.</summary>
public sealed class GapAndSilenceTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly List<(int Number, DateTimeOffset At)> listed = [];
    private WebApplication server = null!;
    private HttpFetcher fetcher = null!;
    private TestPipeline pipeline = null!;
    private Source source = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        server = builder.Build();
        server.MapGet("/feed", ServeAsync);
        await server.StartAsync(None);
        var url = new Uri(new Uri(server.Urls.First()), "/feed");
        fetcher = Fetchers.Create([url.Authority], new SystemResolver());
        pipeline = new TestPipeline(fetcher: fetcher);
        source = new Source { Id = Source.IdOf(url), Name = "The Record", Kind = SourceKind.Feed, Url = url, Publisher = "record", AddedAt = pipeline.Time.GetUtcNow() };
        await pipeline.Sources.AddIfAbsentAsync(source, None);
    }

    public async ValueTask DisposeAsync()
    {
        fetcher.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Entries_that_came_and_went_between_two_polls_are_told_as_a_gap_and_overlap_ends_it()
    {
        Publish(1, 2, 3, 4, 5);
        await PollAsync();
        pipeline.Time.Advance(TimeSpan.FromHours(24));
        Publish(11, 12, 13, 14, 15);
        await PollAsync();

        var state = await StateAsync();
        Assert.Equal(SourceHealth.Gap, state.Health);
        var mail = Assert.Single(pipeline.Mail.Notices);
        Assert.Equal("Alarm: The Record gap", mail.Heading);
        Assert.Equal(
            "The Record: entries may be missing between 2026-03-14 09:21 UTC and 2026-03-15 09:01 UTC: the oldest listed is newer than the newest seen before", Assert.Single(mail.Facts).Value);

        for (var hour = 0; hour < 25; hour++)
        {
            pipeline.Time.Advance(TimeSpan.FromHours(1));
            Publish(16 + hour);
            await PollAsync();
        }

        Assert.Equal([SourceHealth.Healthy, SourceHealth.Gap, SourceHealth.Healthy], (await StateAsync()).History.Select(change => change.Health));
        Assert.Equal("Over: The Record gap", Assert.Single(pipeline.Mail.Notices.Skip(1)).Heading);
    }

    [Fact]
    public async Task A_feed_that_answers_and_lists_nothing_new_is_told_as_silent_and_over_when_it_speaks()
    {
        Publish(1, 2, 3, 4, 5);
        for (var day = 0; day < 6; day++)
        {
            await PollAsync();
            pipeline.Time.Advance(TimeSpan.FromDays(1));
        }

        var mail = Assert.Single(pipeline.Mail.Notices);
        Assert.Equal("Alarm: The Record silent", mail.Heading);
        Assert.Matches("^The Record: nothing new for (24|25) hours, where 288 entries a day are usual$", Assert.Single(mail.Facts).Value);

        Publish(6);
        await PollAsync();
        Assert.Equal("Over: The Record silent", pipeline.Mail.Notices[^1].Heading);
        Assert.Equal(2, pipeline.Mail.Notices.Count);
    }

    [Fact]
    public async Task A_feed_that_is_gone_is_told_as_dead_at_once()
    {
        Publish(1, 2, 3);
        await PollAsync();
        listed.Clear();
        pipeline.Time.Advance(TimeSpan.FromHours(2));
        await PollAsync();

        Assert.Equal("Alarm: The Record dead", Assert.Single(pipeline.Mail.Notices).Heading);
        Assert.Equal(SourceHealth.Dead, (await StateAsync()).Health);
    }

    private async Task PollAsync()
    {
        await pipeline.RunAsync();
        await pipeline.TickAsync(TimerNames.RaiseAlarms);
        await pipeline.DrainAsync();
    }

    private async Task<SourceState> StateAsync() => (await pipeline.Sources.GetAsync([source.Id], None)).Single().State;

    /// <summary>The newest five are listed, five minutes apart.</summary>
    private void Publish(params int[] numbers)
    {
        foreach (var (number, i) in numbers.Select((number, i) => (number, i)))
        {
            listed.Add((number, pipeline.Time.GetUtcNow().AddMinutes(-5 * (numbers.Length - i))));
        }

        listed.RemoveRange(0, Math.Max(0, listed.Count - 5));
    }

    private async Task ServeAsync(HttpContext context)
    {
        if (listed.Count == 0)
        {
            context.Response.StatusCode = StatusCodes.Status410Gone;
            return;
        }

        var tag = string.Create(CultureInfo.InvariantCulture, $"\"{listed[^1].Number}\"");
        context.Response.Headers.ETag = tag;
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var items = listed.Select(entry => $"<item><title>Story {entry.Number}</title><link>https://record.example/{entry.Number}</link><pubDate>{entry.At:R}</pubDate></item>");
        context.Response.ContentType = "application/rss+xml";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes($"<rss version=\"2.0\"><channel><title>The Record</title>{string.Concat(items)}</channel></rss>"));
    }
}
