using System.Text;
using Org.BouncyCastle.Crypto.Digests;

namespace Alerts.Core.Stories.Claims.Addresses;

/// <summary>Twenty bytes in hexadecimal, whose letters' case is the checksum (EIP 55).</summary>
internal static class EthereumAddress
{
    public const int Length = 42;

    /// <returns>Whether it has a checksum, which then holds; null where it is no address.</returns>
    public static bool? Check(ReadOnlySpan<char> text)
    {
        if (text.Length != Length || !text.StartsWith("0x", StringComparison.Ordinal)) return null;
        var digits = text[2..];
        if (digits.ContainsAnyExcept(Hexadecimal.Digits)) return null;
        if (!digits.ContainsAnyInRange('A', 'F') || !digits.ContainsAnyInRange('a', 'f')) return false;
        return HasCase(digits) ? true : null;
    }

    private static bool HasCase(ReadOnlySpan<char> digits)
    {
        var hash = Keccak256(Encoding.ASCII.GetBytes(digits.ToString().ToLowerInvariant()));
        for (var at = 0; at < digits.Length; at++)
        {
            if (char.IsAsciiDigit(digits[at])) continue;
            var nibble = at % 2 == 0 ? hash[at / 2] >> 4 : hash[at / 2] & 15;
            if (nibble >= 8 != char.IsAsciiLetterUpper(digits[at])) return false;
        }

        return true;
    }

    /// <summary>The original Keccak, which differs in its padding from the SHA-3 that became the standard.</summary>
    private static byte[] Keccak256(byte[] data)
    {
        var digest = new KeccakDigest(256);
        digest.BlockUpdate(data, 0, data.Length);
        var hash = new byte[digest.GetDigestSize()];
        digest.DoFinal(hash, 0);
        return hash;
    }
}
