using System.Buffers.Binary;
using System.Text;

namespace Alerts.Core.Subscriptions.Tokens;

/// <summary>
/// What a token says, in bytes:
/// <code>
/// purpose | 0x80 if packed   1 byte
/// generation                 4 bytes, big-endian
/// expiry                     4 bytes, seconds since 1970, unsigned; 0 for never
/// subscription id            16 bytes where it is 32 lower-case hexadecimal digits (packed), else its UTF-8
/// </code>
/// </summary>
internal readonly record struct TokenPayload(TokenPurpose Purpose, string SubscriptionId, int Generation, uint ExpiresAt)
{
    private const int IdAt = 9;
    private const int PackedIdLength = 16;
    private const byte Packed = 0x80;

    public byte[] ToBytes()
    {
        var packed = IsPackable(SubscriptionId);
        var id = packed ? Convert.FromHexString(SubscriptionId) : Encoding.UTF8.GetBytes(SubscriptionId);
        var bytes = new byte[IdAt + id.Length];
        bytes[0] = (byte)((byte)Purpose | (packed ? Packed : 0));
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(1), Generation);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(5), ExpiresAt);
        id.CopyTo(bytes, IdAt);
        return bytes;
    }

    /// <summary>For bytes whose signature was verified; still total, so that no key mistake ends in an exception.</summary>
    public static TokenPayload? TryRead(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= IdAt)
            return null;

        var packed = (bytes[0] & Packed) != 0;
        var id = bytes[IdAt..];
        if (packed && id.Length != PackedIdLength)
            return null;

        return new TokenPayload(
            (TokenPurpose)(bytes[0] & ~Packed),
            packed ? Convert.ToHexStringLower(id) : Encoding.UTF8.GetString(id),
            BinaryPrimitives.ReadInt32BigEndian(bytes[1..]),
            BinaryPrimitives.ReadUInt32BigEndian(bytes[5..]));
    }

    private static bool IsPackable(string id) => id.Length == 2 * PackedIdLength && id.All(char.IsAsciiHexDigitLower);
}
