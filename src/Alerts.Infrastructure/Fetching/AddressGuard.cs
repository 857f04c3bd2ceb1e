using System.Net;
using System.Net.Sockets;
using Alerts.Core.Sources.Guarding;

namespace Alerts.Infrastructure.Fetching;

/// <summary>The rules on a URL, then on every address that its name resolves to: one that is not public refuses them all.</summary>
public sealed class AddressGuard(AllowedHosts allowed, IHostResolver resolver) : IAddressGuard
{
    public AddressGuard(FetchingOptions options)
        : this(new AllowedHosts((options ?? throw new ArgumentNullException(nameof(options))).AllowedHosts), new SystemResolver())
    {
    }

    public AllowedHosts AllowedHosts => allowed;

    public Task<GuardVerdict> CheckAsync(Uri url, CancellationToken cancellationToken) =>
        UrlRules.Check(url, allowed) switch
        {
            UrlVerdict.Refused refused => Task.FromResult<GuardVerdict>(new GuardVerdict.Refused(refused.Reason)),
            UrlVerdict.Allowed { Address: { } address } => Task.FromResult<GuardVerdict>(new GuardVerdict.Allowed([address])),
            UrlVerdict.Allowed named => ResolveAsync(named, cancellationToken),
            var other => throw new InvalidOperationException($"unexpected {other}"),
        };

    private async Task<GuardVerdict> ResolveAsync(UrlVerdict.Allowed url, CancellationToken cancellationToken)
    {
        IPAddress[] addresses;
        try
        {
            addresses = await resolver.ResolveAsync(url.Host, cancellationToken);
        }
        catch (SocketException e)
        {
            return new GuardVerdict.Unresolved(e.SocketErrorCode == SocketError.HostNotFound
                ? $"cannot resolve {url.Host} (no such host, or no network)"
                : $"cannot resolve {url.Host} (no network?)");
        }
        catch (ArgumentException)
        {
            return new GuardVerdict.Refused($"{url.Host} is no valid host name");
        }

        if (addresses.Length == 0)
        {
            return new GuardVerdict.Unresolved($"{url.Host} has no address");
        }

        if (url.IsOpened)
        {
            return new GuardVerdict.Allowed(addresses);
        }

        foreach (var address in addresses)
        {
            if (AddressRules.WhyNotPublic(address) is { } why)
            {
                return new GuardVerdict.Refused($"{url.Host} resolves to {address}, no public address ({why})");
            }
        }

        return new GuardVerdict.Allowed(addresses);
    }
}
