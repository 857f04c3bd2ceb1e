using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Alerts.Core.Sources.Guarding;

/// <summary>
/// Which addresses are public. IPv4 is everything but the IANA special-purpose ranges; IPv6 is only what IANA gave out
/// (2000::/3) but the special ranges in it. Forms that carry an IPv4 address are opened: where a network may really translate
/// them (mapped, NAT64) the inner address decides, where no public server lives behind them they are refused as such.
/// </summary>
public static class AddressRules
{
    private static readonly (uint Network, int Bits, string Name)[] Ipv4 =
    [
        Range("0.0.0.0", 8, "this network"),
        Range("10.0.0.0", 8, "private"),
        Range("100.64.0.0", 10, "shared by carriers"),
        Range("127.0.0.0", 8, "loopback"),
        // Reached from inside a virtual machine of Azure only, although the number is a public one.
        Range("168.63.129.16", 32, "the Azure platform"),
        Range("169.254.0.0", 16, "link-local"),
        Range("172.16.0.0", 12, "private"),
        Range("192.0.0.0", 24, "IETF protocols"),
        Range("192.0.2.0", 24, "documentation"),
        Range("192.31.196.0", 24, "AS112"),
        Range("192.52.193.0", 24, "multicast tunnels"),
        Range("192.88.99.0", 24, "6to4 relays"),
        Range("192.168.0.0", 16, "private"),
        Range("192.175.48.0", 24, "AS112"),
        Range("198.18.0.0", 15, "benchmarks"),
        Range("198.51.100.0", 24, "documentation"),
        Range("203.0.113.0", 24, "documentation"),
        Range("224.0.0.0", 4, "multicast"),
        Range("240.0.0.0", 4, "reserved"),
    ];

    /// <summary>The part of 2000::/3 that is no ordinary unicast.</summary>
    private static readonly (UInt128 Network, int Bits, string Name)[] Ipv6 =
    [
        Range6("2001::", 32, "Teredo"),
        Range6("2001::", 23, "IETF protocols"),
        Range6("2001:db8::", 32, "documentation"),
        Range6("2002::", 16, "6to4"),
        Range6("2620:4f:8000::", 48, "AS112"),
        Range6("3fff::", 20, "documentation"),
    ];

    private static readonly (UInt128 Network, int Bits, string Name)[] NotGivenOut =
    [
        Range6("::", 128, "unspecified"),
        Range6("::1", 128, "loopback"),
        Range6("::", 96, "IPv4-compatible"),
        Range6("::ffff:0:0:0", 96, "IPv4-translated"),
        Range6("64:ff9b:1::", 48, "local NAT64"),
        Range6("100::", 64, "discard"),
        Range6("5f00::", 16, "segment routing"),
        Range6("fc00::", 7, "unique local"),
        Range6("fe80::", 10, "link-local"),
        Range6("fec0::", 10, "site-local"),
        Range6("ff00::", 8, "multicast"),
    ];

    private static readonly (UInt128 Network, int Bits, string Name) Mapped = Range6("::ffff:0:0", 96, "IPv4-mapped");
    private static readonly (UInt128 Network, int Bits, string Name) Nat64 = Range6("64:ff9b::", 96, "NAT64");
    private static readonly (UInt128 Network, int Bits, string Name) Global = Range6("2000::", 3, "global unicast");

    /// <returns>Null for a public address; else what it is instead, in words.</returns>
    public static string? WhyNotPublic(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.AddressFamily switch
        {
            AddressFamily.InterNetwork => WhyNotPublic(BinaryPrimitives.ReadUInt32BigEndian(address.GetAddressBytes())),
            AddressFamily.InterNetworkV6 => WhyNotPublic(BinaryPrimitives.ReadUInt128BigEndian(address.GetAddressBytes())),
            _ => "neither IPv4 nor IPv6",
        };
    }

    private static string? WhyNotPublic(uint address)
    {
        foreach (var (network, bits, name) in Ipv4)
        {
            if ((address ^ network) >> (32 - bits) == 0)
            {
                return name;
            }
        }

        return null;
    }

    private static string? WhyNotPublic(UInt128 address)
    {
        if (In(address, Mapped) || In(address, Nat64))
        {
            return WhyNotPublic((uint)address);
        }

        if (!In(address, Global))
        {
            return NameIn(NotGivenOut, address) ?? "not given out";
        }

        return NameIn(Ipv6, address) ?? (IsIsatap(address) ? WhyNotPublic((uint)address) : null);
    }

    /// <summary>Any prefix may hold ISATAP: an interface identifier 0:5efe or 200:5efe, then the IPv4 address.</summary>
    private static bool IsIsatap(UInt128 address) => ((uint)(address >> 32) & ~0x0200_0000u) == 0x0000_5efe;

    private static string? NameIn((UInt128 Network, int Bits, string Name)[] ranges, UInt128 address)
    {
        foreach (var range in ranges)
        {
            if (In(address, range))
            {
                return range.Name;
            }
        }

        return null;
    }

    private static bool In(UInt128 address, (UInt128 Network, int Bits, string Name) range) => (address ^ range.Network) >> (128 - range.Bits) == 0;

    private static (uint Network, int Bits, string Name) Range(string network, int bits, string name) =>
        (BinaryPrimitives.ReadUInt32BigEndian(IPAddress.Parse(network).GetAddressBytes()), bits, name);

    private static (UInt128 Network, int Bits, string Name) Range6(string network, int bits, string name) =>
        (BinaryPrimitives.ReadUInt128BigEndian(IPAddress.Parse(network).GetAddressBytes()), bits, name);
}
