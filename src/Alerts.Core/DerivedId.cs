using System.Security.Cryptography;
using System.Text;

namespace Alerts.Core;

/// <summary>
/// Ids are derived from what they name, never drawn: the same thing seen twice gets the same id, so an insert that is
/// repeated after a crash finds its own row. 128 bits of SHA-256 over length-prefixed parts ("ab","c" differs from "a","bc").
/// </summary>
public static class DerivedId
{
    /// <summary>32 lower-case hexadecimal digits.</summary>
    public static string Of(params ReadOnlySpan<string> parts) => Whole(parts)[..32];

    /// <summary>All 64 digits, for what must withstand somebody who wants two things to have one hash.</summary>
    public static string Whole(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            BitConverter.TryWriteBytes(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>16 hexadecimal digits, for ids of which there are thousands rather than billions.</summary>
    public static string Compact(params ReadOnlySpan<string> parts) => Of(parts)[..16];
}
