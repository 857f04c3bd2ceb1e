using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Alerts.Core.Sources.Guarding;

/// <summary>
/// One spelling for a host: what is checked is then what is looked up and connected to. Full-width and enclosed characters are
/// folded (NFKC), the ideographic full stops become dots, trailing dots go, and numbers are read as the URL standard does:
/// one to four parts, each decimal, octal (0...) or hexadecimal (0x...), the last one filling what is left.
/// </summary>
public static class HostSpelling
{
    /// <returns>Null where the text can be no host at all.</returns>
    public static string? Normalise(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        try
        {
            var folded = host.Normalize(NormalizationForm.FormKC).Replace('\u3002', '.').Replace('\uFF61', '.').TrimEnd('.').ToLowerInvariant();
            if (folded.Length == 0 || folded.Contains(':', StringComparison.Ordinal))
            {
                return folded.Length == 0 ? null : folded.Trim('[', ']');
            }

            return new IdnMapping { UseStd3AsciiRules = false }.GetAscii(folded).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The address that a normalised host spells, if it is one and no name.</summary>
    /// <param name="isNumber">True where the host ends in a number, and so can be nothing but an address, right or wrong.</param>
    public static IPAddress? ReadAddress(string host, out bool isNumber)
    {
        ArgumentNullException.ThrowIfNull(host);
        if (host.Contains(':', StringComparison.Ordinal))
        {
            isNumber = true;
            return IPAddress.TryParse(host, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6 ? address : null;
        }

        var parts = host.Split('.');
        isNumber = IsNumber(parts[^1]);
        if (!isNumber || parts.Length > 4)
        {
            return null;
        }

        long total = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var last = i == parts.Length - 1;
            var room = last ? 1L << (8 * (5 - parts.Length)) : 256;
            if (ReadNumber(parts[i]) is not { } number || number >= room)
            {
                return null;
            }

            total = last ? (total << (8 * (5 - parts.Length))) | number : (total << 8) | number;
        }

        return new IPAddress([(byte)(total >> 24), (byte)(total >> 16), (byte)(total >> 8), (byte)total]);
    }

    private static bool IsNumber(string part) =>
        part.Length > 0
        && (part.All(char.IsAsciiDigit) || (part.StartsWith("0x", StringComparison.Ordinal) && part.Skip(2).All(char.IsAsciiHexDigit)));

    private static long? ReadNumber(string part)
    {
        var (digits, radix) = part switch
        {
            ['0', 'x', ..] => (part[2..], 16),
            ['0', _, ..] => (part[1..], 8),
            _ => (part, 10),
        };
        if (part.Length == 0)
        {
            return null;
        }

        long value = 0;
        foreach (var c in digits)
        {
            var digit = "0123456789abcdef".IndexOf(c, StringComparison.Ordinal);
            if (digit < 0 || digit >= radix || value > uint.MaxValue)
            {
                return null;
            }

            value = value * radix + digit;
        }

        return value;
    }
}
