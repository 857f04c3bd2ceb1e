using System.Net;
using System.Net.Sockets;
using System.Text;
using Alerts.Core.Sources.Guarding;

namespace Alerts.Infrastructure.Fetching;

/// <summary>
/// The way out for every request whose URL came from outside. Each request's URL is checked, and each connection goes to an address
/// that was checked at that very moment: a name that resolves differently the second time gains nothing. No proxy from the environment,
/// no cookies, no credentials, no redirects by itself, no decompression, no trace headers.
/// </summary>
public sealed class GuardedHttpHandler : DelegatingHandler
{
    private const int MaxHeaderKilobytes = 64;
    private readonly AddressGuard guard;

    private GuardedHttpHandler(AddressGuard guard, SocketsHttpHandler inner)
        : base(inner) => this.guard = guard;

    public static HttpMessageHandler Create(FetchingOptions options) => Create(options, new AddressGuard(options));

    public static HttpMessageHandler Create(FetchingOptions options, AddressGuard guard)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(guard);
        return new GuardedHttpHandler(guard, new SocketsHttpHandler
        {
            ConnectCallback = (context, cancellationToken) => ConnectAsync(guard, context.DnsEndPoint, cancellationToken),
            ConnectTimeout = options.ConnectTimeout,
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            PreAuthenticate = false,
            AutomaticDecompression = DecompressionMethods.None,
            ActivityHeadersPropagator = null,
            MaxResponseHeadersLength = MaxHeaderKilobytes,
            MaxResponseDrainSize = 0,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
            ResponseHeaderEncodingSelector = (_, _) => Encoding.UTF8,
        });
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.RequestUri is { } url && UrlRules.Check(url, guard.AllowedHosts) is UrlVerdict.Refused refused
            ? throw new HttpRequestException(refused.Reason, new AddressRefusedException(refused.Reason))
            : base.SendAsync(request, cancellationToken);
    }

    private static async ValueTask<Stream> ConnectAsync(AddressGuard guard, DnsEndPoint target, CancellationToken cancellationToken)
    {
        var verdict = await guard.CheckAsync(new UriBuilder(Uri.UriSchemeHttp, target.Host, target.Port).Uri, cancellationToken);
        return verdict switch
        {
            GuardVerdict.Allowed allowed => await ConnectAsync(allowed.Addresses, target.Port, cancellationToken),
            GuardVerdict.Refused refused => throw new AddressRefusedException(refused.Reason),
            GuardVerdict.Unresolved unresolved => throw new HttpRequestException(HttpRequestError.NameResolutionError, unresolved.Reason),
            _ => throw new InvalidOperationException($"unexpected {verdict}"),
        };
    }

    private static async Task<Stream> ConnectAsync(IReadOnlyList<IPAddress> addresses, int port, CancellationToken cancellationToken)
    {
        // One address of several that swallows packets must not use up the time of all.
        var patience = addresses.Count > 1 ? TimeSpan.FromSeconds(2) : Timeout.InfiniteTimeSpan;
        for (var i = 0; ; i++)
        {
            var last = i == addresses.Count - 1;
            var socket = new Socket(addresses[i].AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(last ? Timeout.InfiniteTimeSpan : patience);
            try
            {
                await socket.ConnectAsync(new IPEndPoint(addresses[i], port), limit.Token);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (Exception e) when (!last && !cancellationToken.IsCancellationRequested && e is SocketException or OperationCanceledException)
            {
                socket.Dispose();
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
    }
}
