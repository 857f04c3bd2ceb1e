using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Alerts.Web.Requests;

/// <summary>Who calls, as far as the network tells: for limits and for the record of consent.</summary>
public static class ClientAddress
{
    /// <param name="header">See <see cref="ApiOptions.ClientAddressHeader"/>.</param>
    public static IPAddress? Of(HttpContext context, string? header)
    {
        ArgumentNullException.ThrowIfNull(context);
        var address = context.Connection.RemoteIpAddress;
        if (header is not null && context.Request.Headers[header].ToString().Split(',')[^1].Trim() is { Length: > 0 } last)
        {
            // Azure writes IPv4 with the port ("203.0.113.7:4711"), which IPEndPoint reads; IPAddress alone would not.
            address = IPEndPoint.TryParse(last, out var endpoint) ? endpoint.Address : address;
        }

        return address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
    }

    /// <summary>The /24 of an IPv4 address or the /48 of an IPv6 one: what one customer of a provider usually holds.</summary>
    public static string NetworkOf(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var length = address.AddressFamily == AddressFamily.InterNetwork ? 3 : 6;
        return Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, length));
    }
}
