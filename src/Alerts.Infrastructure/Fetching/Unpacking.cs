using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Alerts.Infrastructure.Fetching;

/// <summary>
/// The encodings that are unpacked. The framework's streams end quietly where the packed bytes end, whole or not, so that half a feed
/// would pass for a feed: <see cref="IsComplete"/> looks at what each format leaves at its end.
/// </summary>
internal static class Unpacking
{
    /// <summary>Some servers leave a few bytes behind the end.</summary>
    private const int Tail = 64;

    /// <returns>Null for an encoding that is not understood.</returns>
    public static Stream? Open(ReadOnlyMemory<byte> packed, string encoding)
    {
        var source = MemoryMarshal.TryGetArray(packed, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(packed.ToArray(), writable: false);
        // The standard means zlib; some servers send the bare stream.
        return encoding != "deflate" ? Open(source, encoding)
            : IsZlib(packed.Span) ? new ZLibStream(source, CompressionMode.Decompress)
            : new DeflateStream(source, CompressionMode.Decompress);
    }

    /// <summary>As it arrives; knows what the fetcher asks for.</summary>
    /// <returns>Null for any other encoding.</returns>
    public static Stream? Open(Stream packed, string encoding) => encoding switch
    {
        "gzip" or "x-gzip" => new GZipStream(packed, CompressionMode.Decompress),
        "br" => new BrotliStream(packed, CompressionMode.Decompress),
        "identity" => packed,
        _ => null,
    };

    public static bool IsComplete(ReadOnlySpan<byte> packed, ReadOnlySpan<byte> plain, string encoding) => encoding switch
    {
        "br" => IsCompleteBrotli(packed),
        "deflate" => !IsZlib(packed) || EndsWith(packed, Adler32(plain), bigEndian: true),
        // A gzip member ends with its length; of several members the last one's is less than the whole.
        _ => EndsWith(packed, (uint)plain.Length, bigEndian: false) || HasSeveralMembers(packed, plain.Length),
    };

    private static bool IsZlib(ReadOnlySpan<byte> packed) =>
        packed is [var first, var second, ..] && (first & 0x0f) == 8 && ((first << 8) | second) % 31 == 0;

    private static bool EndsWith(ReadOnlySpan<byte> packed, uint value, bool bigEndian)
    {
        Span<byte> bytes = stackalloc byte[4];
        if (bigEndian)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        }
        else
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        }

        return packed[Math.Max(0, packed.Length - Tail)..].IndexOf(bytes) >= 0;
    }

    private static bool HasSeveralMembers(ReadOnlySpan<byte> packed, int plainLength) =>
        packed.Length > 36
        && packed[18..].IndexOf([(byte)0x1f, (byte)0x8b, (byte)8]) >= 0
        && BinaryPrimitives.ReadUInt32LittleEndian(packed[^4..]) < plainLength;

    private static bool IsCompleteBrotli(ReadOnlySpan<byte> packed)
    {
        using var decoder = default(BrotliDecoder);
        var scratch = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            OperationStatus status;
            do
            {
                status = decoder.Decompress(packed, scratch, out var consumed, out _);
                packed = packed[consumed..];
            }
            while (status == OperationStatus.DestinationTooSmall);
            return status == OperationStatus.Done;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(scratch);
        }
    }

    private static uint Adler32(ReadOnlySpan<byte> bytes)
    {
        uint a = 1, b = 0;
        foreach (var value in bytes)
        {
            a = (a + value) % 65521;
            b = (b + a) % 65521;
        }

        return (b << 16) | a;
    }
}
