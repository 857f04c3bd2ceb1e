using System.Net;
using System.Security.Cryptography;
using System.Text;
using Alerts.Core.Messaging;
using Alerts.Core.Sources;
using Alerts.Core.Sources.Guarding;
using Alerts.Core.Sources.WebSub;
using Alerts.Infrastructure.Fetching;
using Alerts.Infrastructure.Fetching.WebSub;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace Alerts.Tests.Fetching.WebSub;

/// <summary>A hub that asks and pushes over real HTTP, and we as its subscriber.</summary>
public sealed class HubTests : IAsyncLifetime
{
    private static readonly Uri Topic = new("https://news.example.com/feed");

    private readonly ISourceStore sources = Substitute.For<ISourceStore>();
    private readonly IMessageQueue queue = Substitute.For<IMessageQueue>();
    private readonly HubKeys keys = new([new byte[32]]);
    private readonly List<Dictionary<string, string>> asked = [];
    private WebApplication app = null!;
    private Uri url = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(new HubCallback(keys, sources, queue));
        app = builder.Build();
        app.MapWebSub();
        app.MapPost("/hub", async (HttpContext context) =>
        {
            asked.Add((await context.Request.ReadFormAsync()).ToDictionary(field => field.Key, field => field.Value.ToString()));
            return Results.Accepted();
        });
        await app.StartAsync();
        url = new Uri(app.Urls.First());
        sources.GetAsync(Arg.Any<IReadOnlyCollection<string>>(), Arg.Any<CancellationToken>()).Returns(call =>
            call.Arg<IReadOnlyCollection<string>>().Contains("s") ? [new Source { Id = "s", Name = "News", Kind = SourceKind.Feed, Publisher = "news", Url = Topic }] : []);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task We_ask_the_hub_it_asks_back_and_what_it_pushes_is_fetched()
    {
        var state = new SourceState { Hub = new HubLease(new Uri(url, "/hub"), Topic) };
        using var client = new HubClient(Options.Create(new FetchingOptions()), new AddressGuard(new AllowedHosts([url.Authority]), new SystemResolver()));
        var follower = new HubFollower(client, keys, new HubSettings(url), TimeProvider.System);
        var followed = await follower.FollowAsync([("s", state), ("none", new SourceState())], Cancelled);
        Assert.NotNull(followed[0].State.Hub!.AskedAt);
        Assert.Null(followed[0].State.Hub!.Refusal);
        await follower.FollowAsync(followed, Cancelled);
        var form = Assert.Single(asked);
        Assert.Equal(("subscribe", Topic.AbsoluteUri), (form["hub.mode"], form["hub.topic"]));

        using var hub = new HttpClient();
        var callback = new Uri(form["hub.callback"]);
        var intent = $"{callback}?hub.mode=subscribe&hub.topic={Uri.EscapeDataString(Topic.AbsoluteUri)}&hub.challenge=c%26h&hub.lease_seconds=864000";
        Assert.Equal("c&h", await hub.GetStringAsync(new Uri(intent), Cancelled));

        var news = Encoding.UTF8.GetBytes("<rss/>");
        using var wrong = await PushAsync(hub, callback, news, "sha256=00");
        Assert.Equal(HttpStatusCode.Accepted, wrong.StatusCode);
        await queue.DidNotReceiveWithAnyArgs().SendAsync<FetchMessage>(default!, default!, default, Cancelled);
        using var right = await PushAsync(hub, callback, news, "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(form["hub.secret"]), news)));
        Assert.Equal(HttpStatusCode.Accepted, right.StatusCode);
        await queue.Received(1).SendAsync(QueueNames.Fetch, Arg.Is<FetchMessage>(m => m.SourceIds.Single() == "s" && m.Pushed), cancellationToken: Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_lease_is_renewed_long_before_it_ends_and_after_a_hub_that_refused()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
        using var client = new HubClient(Options.Create(new FetchingOptions()), new AddressGuard(new AllowedHosts([url.Authority]), new SystemResolver()));
        var follower = new HubFollower(client, keys, new HubSettings(url), time);
        IReadOnlyList<(string Id, SourceState State)> states =
            [("s", new SourceState { Hub = new HubLease(new Uri(url, "/hub"), Topic) }), ("t", new SourceState { Hub = new HubLease(new Uri(url, "/no-hub"), Topic) })];
        for (var hour = 0; hour < 60; hour++)
        {
            states = await follower.FollowAsync(states, Cancelled);
            time.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(3, asked.Count);
        Assert.Single(asked.Select(form => form["hub.callback"]).Distinct());
        Assert.NotNull(states[1].State.Hub!.Refusal);
        Assert.True(time.GetUtcNow() - states[1].State.Hub!.AskedAt < TimeSpan.FromDays(1));
    }

    [Theory]
    [InlineData("subscribe", "s", "https://news.example.com/feed", true)]
    [InlineData("subscribe", "s", "https://evil.example.com/feed", false)]
    [InlineData("subscribe", "gone", "https://news.example.com/feed", false)]
    [InlineData("unsubscribe", "s", "https://news.example.com/feed", false)]
    [InlineData("unsubscribe", "gone", "https://news.example.com/feed", true)]
    [InlineData("denied", "s", "https://news.example.com/feed", false)]
    public async Task Only_what_was_asked_for_is_confirmed(string mode, string source, string topic, bool confirmed)
    {
        using var hub = new HttpClient();
        using var answer = await hub.GetAsync(new Uri(url, $"/websub/{source}/{keys.TokenFor(source, Topic)}?hub.mode={mode}&hub.topic={topic}&hub.challenge=1"), Cancelled);
        Assert.Equal(confirmed ? HttpStatusCode.OK : HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_hub_is_told_to_stop_when_the_source_is_gone()
    {
        using var hub = new HttpClient();
        byte[] news = [1];
        using var answer = await PushAsync(hub, new Uri(url, "/websub/gone/x"), news, "sha256=" + Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(keys.SecretFor("gone")), news)));
        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
    }

    [Fact]
    public async Task A_hub_on_a_private_address_is_never_asked()
    {
        using var client = new HubClient(Options.Create(new FetchingOptions()), new AddressGuard(new FetchingOptions()));
        Assert.Equal("127.0.0.1 is no public address (loopback)", await client.AskAsync(new Uri(url, "/hub"), [], Cancelled));
        Assert.Empty(asked);
    }

    private static async Task<HttpResponseMessage> PushAsync(HttpClient hub, Uri callback, byte[] body, string signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, callback) { Content = new ByteArrayContent(body) };
        request.Headers.Add("X-Hub-Signature", signature);
        return await hub.SendAsync(request, Cancelled);
    }
}
