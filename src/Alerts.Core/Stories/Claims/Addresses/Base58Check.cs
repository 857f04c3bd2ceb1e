using SimpleBase;

namespace Alerts.Core.Stories.Claims.Addresses;

/// <summary>Addresses of one version byte and 20 bytes under a double SHA-256.</summary>
internal static class Base58Check
{
    private const int PayloadLength = 20;

    /// <returns>The version byte; null where length, alphabet or checksum are wrong.</returns>
    public static byte? VersionOf(ReadOnlySpan<char> text)
    {
        if (text.Length is < 26 or > 35) return null;
        Span<byte> payload = stackalloc byte[64];
        return Base58.Bitcoin.TryDecodeCheck(text, payload, out var version, out var length) && length == PayloadLength ? version : null;
    }
}
