using System.Net.Sockets;
using System.Security.Authentication;
using Alerts.Core.Sources;

namespace Alerts.Infrastructure.Fetching;

/// <summary>What broke below HTTP, in words.</summary>
internal static class TransportFailure
{
    public static FetchOutcome.Failed Describe(Exception exception, Uri url)
    {
        if (AddressRefusedException.ReasonIn(exception) is { } reason)
        {
            return new FetchOutcome.Failed(FetchFailure.Refused, reason);
        }

        var error = Chain(exception).OfType<HttpRequestException>().Select(e => e.HttpRequestError)
            .LastOrDefault(e => e != HttpRequestError.Unknown, Chain(exception).OfType<HttpIOException>().FirstOrDefault()?.HttpRequestError ?? HttpRequestError.Unknown);
        return error switch
        {
            HttpRequestError.NameResolutionError => Unreachable(Chain(exception).OfType<HttpRequestException>().Last().Message),
            HttpRequestError.SecureConnectionError => Unreachable($"no secure connection to {url.Host}: {Why(exception)}"),
            HttpRequestError.ConfigurationLimitExceeded => new(FetchFailure.TooLarge, "sends more headers than are read"),
            HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError => new(FetchFailure.Malformed, $"{url.Host} does not speak proper HTTP"),
            HttpRequestError.ResponseEnded => Unreachable($"{url.Host} closed the connection before the answer was complete"),
            _ => Unreachable(Socket(exception, url)),
        };
    }

    private static string Socket(Exception exception, Uri url) => Chain(exception).OfType<SocketException>().FirstOrDefault()?.SocketErrorCode switch
    {
        SocketError.ConnectionRefused => $"{url.Host} refuses connections on port {url.Port}",
        SocketError.ConnectionReset or SocketError.Shutdown => $"{url.Host} broke the connection",
        SocketError.NetworkUnreachable or SocketError.HostUnreachable or SocketError.NetworkDown => $"no route to {url.Host} (no network?)",
        SocketError.TimedOut => $"could not connect to {url.Host} in time",
        { } code => $"the connection to {url.Host} failed ({code})",
        null => $"the connection to {url.Host} broke",
    };

    private static string Why(Exception exception) =>
        Chain(exception).OfType<AuthenticationException>().FirstOrDefault()?.Message ?? "the handshake failed";

    private static FetchOutcome.Failed Unreachable(string reason) => new(FetchFailure.Unreachable, reason);

    private static IEnumerable<Exception> Chain(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            yield return exception;
        }
    }
}
