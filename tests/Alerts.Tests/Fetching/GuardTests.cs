using System.Net;
using System.Net.Sockets;
using Alerts.Core.Sources;
using Alerts.Core.Sources.Guarding;
using Alerts.Infrastructure.Fetching;

namespace Alerts.Tests.Fetching;

/// <summary>With a listener on loopback that must never hear from us.</summary>
public sealed class GuardTests : IDisposable
{
    private static readonly IPAddress Public = IPAddress.Parse("93.184.215.14");

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public GuardTests() => listener.Start();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public void Dispose() => listener.Dispose();

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.1")]
    [InlineData("2130706433")]
    [InlineData("0x7f000001")]
    [InlineData("017700000001")]
    [InlineData("127.0.0.1.")]
    [InlineData("０x7f.1")]
    [InlineData("①②⑦.⓪.⓪.①")]
    [InlineData("localhost")]
    [InlineData("LOCALHOST.")]
    [InlineData("a.localhost")]
    [InlineData("0")]
    [InlineData("0.0.0.0")]
    [InlineData("[::1]")]
    [InlineData("[::]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[::127.0.0.1]")]
    [InlineData("[64:ff9b::127.0.0.1]")]
    [InlineData("127.0.0.1.nip.io")]
    public async Task No_spelling_of_loopback_is_connected_to(string host)
    {
        using var fetcher = Fetchers.Create([], new SystemResolver());
        var failed = Assert.IsType<FetchOutcome.Failed>(await fetcher.FetchAsync(new FetchRequest(new Uri($"http://{host}:{Port}/")), Cancelled));
        Assert.Equal(FetchFailure.Refused, failed.Failure);
        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task A_name_that_resolves_to_loopback_is_refused_at_the_connection()
    {
        using var fetcher = Fetchers.Create([], new Fetchers.Resolver([IPAddress.Loopback]));
        var failed = Assert.IsType<FetchOutcome.Failed>(await fetcher.FetchAsync(Request, Cancelled));
        Assert.Equal((FetchFailure.Refused, "news.example.com resolves to 127.0.0.1, no public address (loopback)"), (failed.Failure, failed.Reason));
        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task One_private_address_among_public_ones_refuses_them_all()
    {
        var guard = new AddressGuard(AllowedHosts.None, new Fetchers.Resolver([Public, IPAddress.IPv6Loopback]));
        Assert.IsType<GuardVerdict.Refused>(await guard.CheckAsync(Request.Url, Cancelled));
    }

    [Fact]
    public async Task A_name_that_changes_its_mind_between_check_and_connection_gains_nothing()
    {
        var resolver = new Fetchers.Resolver([Public], [IPAddress.Loopback]);
        var guard = new AddressGuard(AllowedHosts.None, resolver);
        Assert.IsType<GuardVerdict.Allowed>(await guard.CheckAsync(Request.Url, Cancelled));
        using var client = new HttpClient(GuardedHttpHandler.Create(new FetchingOptions(), guard));
        var thrown = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(Request.Url, Cancelled));
        Assert.Contains("loopback", AddressRefusedException.ReasonIn(thrown), StringComparison.Ordinal);
        Assert.Equal(2, resolver.TimesAsked);
        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task The_connection_goes_to_the_checked_address_whatever_the_name()
    {
        // The name is opened, so that loopback passes for a checked address; nothing else could know where it points.
        using var fetcher = Fetchers.Create([$"news.example.com:{Port}"], new Fetchers.Resolver([IPAddress.Loopback]));
        var fetch = fetcher.FetchAsync(Request with { Timeout = TimeSpan.FromSeconds(5) }, Cancelled);
        using var accepted = await listener.AcceptTcpClientAsync(Cancelled);
        using var reader = new StreamReader(accepted.GetStream());
        Assert.Equal("GET / HTTP/1.1", await reader.ReadLineAsync(Cancelled));
        Assert.Equal($"Host: news.example.com:{Port}", await reader.ReadLineAsync(Cancelled));
        accepted.Close();
        Assert.IsType<FetchOutcome.Failed>(await fetch);
    }

    [Fact]
    public async Task The_handler_refuses_urls_before_any_look_up()
    {
        var resolver = new Fetchers.Resolver([Public]);
        using var client = new HttpClient(GuardedHttpHandler.Create(new FetchingOptions(), new AddressGuard(AllowedHosts.None, resolver)));
        var thrown = await Assert.ThrowsAsync<HttpRequestException>(() => client.PostAsync(new Uri("http://hooks.internal/"), null, Cancelled));
        Assert.Equal("hooks.internal is no public host (a private name)", AddressRefusedException.ReasonIn(thrown));
        Assert.Equal(0, resolver.TimesAsked);
    }

    [Fact]
    public async Task Without_a_network_the_reason_is_plain_and_quick()
    {
        using var fetcher = Fetchers.Create([], new NoNetwork());
        var failed = Assert.IsType<FetchOutcome.Failed>(await fetcher.FetchAsync(new FetchRequest(new Uri("https://cointelegraph.com/rss")), Cancelled));
        Assert.Equal(new FetchOutcome.Failed(FetchFailure.Unreachable, "cannot resolve cointelegraph.com (no network?)"), failed);
    }

    [Fact]
    public async Task A_closed_port_is_named()
    {
        var port = Port;
        listener.Stop();
        using var fetcher = Fetchers.Create([$"news.example.com:{port}"], new Fetchers.Resolver([IPAddress.Loopback]));
        var failed = Assert.IsType<FetchOutcome.Failed>(await fetcher.FetchAsync(new FetchRequest(new Uri($"http://news.example.com:{port}/")), Cancelled));
        Assert.Equal((FetchFailure.Unreachable, $"news.example.com refuses connections on port {port}"), (failed.Failure, failed.Reason));
    }

    private FetchRequest Request => new(new Uri($"http://news.example.com:{Port}/"));

    private sealed class NoNetwork : IHostResolver
    {
        public Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) =>
            Task.FromException<IPAddress[]>(new SocketException((int)SocketError.TryAgain));
    }
}
