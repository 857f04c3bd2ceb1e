using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Alerts.Core.Matching.Scanning;

/// <summary>
/// The hash of a folded word: ASCII words by their bytes, others by their UTF-16 bytes, so that the fast path, which sees bytes, and
/// the general one, which sees characters, agree. Not a defence: what a hash finds is compared letter by letter.
/// </summary>
internal static class WordHash
{
    private const ulong Low = 0xA076_1D64_78BD_642F;
    private const ulong High = 0xE703_7ED1_A0B4_28DB;

    /// <summary>Stands for a word too long to be an alias's.</summary>
    public const ulong Unmatchable = 0x8EBC_6AF0_9C88_C6E3;

    // The mask for the first n bytes of eight, n from -8 to 16.
    private static readonly ulong[] s_kept =
    [
        0, 0, 0, 0, 0, 0, 0, 0,
        0, 0xFF, 0xFFFF, 0xFF_FFFF, 0xFFFF_FFFF, 0xFF_FFFF_FFFF, 0xFFFF_FFFF_FFFF, 0xFF_FFFF_FFFF_FFFF,
        ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue,
    ];

    public static ulong Of(ReadOnlySpan<char> folded)
    {
        Span<byte> ascii = stackalloc byte[folded.Length];
        for (int i = 0; i < folded.Length; i++)
        {
            if (folded[i] >= 0x80)
                return OfBytes(MemoryMarshal.AsBytes(folded));
            ascii[i] = (byte)folded[i];
        }
        return OfBytes(ascii);
    }

    /// <summary>The word of at most 16 bytes that stand in <paramref name="first"/> and <paramref name="second"/>, little-endian, zero-filled.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of16(ulong first, ulong second)
    {
        ulong hash = (first ^ ulong.RotateLeft(second * High, 32)) * Low;
        return hash ^ (hash >> 32);
    }

    /// <summary>The word of at most 16 bytes here; the 16 bytes from here on can be read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong OfAscii(ref byte word, int length)
    {
        ulong first = Unsafe.ReadUnaligned<ulong>(ref word) & Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(s_kept), length + 8);
        ulong second = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref word, 8)) & Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(s_kept), length);
        return Of16(first, second);
    }

    public static ulong OfCharacter(char folded) => Of16(folded, 0);

    /// <summary>The key of two neighbouring words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong OfPair(ulong first, ulong second) => ulong.RotateLeft(first, 23) ^ second;

    public static ulong OfBytes(ReadOnlySpan<byte> bytes)
    {
        ulong hash = 0;
        while (bytes.Length > 16)
        {
            hash = ulong.RotateLeft(hash, 29) ^ Of16(MemoryMarshal.Read<ulong>(bytes), MemoryMarshal.Read<ulong>(bytes[8..]));
            bytes = bytes[16..];
        }
        Span<byte> last = stackalloc byte[16];
        last.Clear();
        bytes.CopyTo(last);
        return ulong.RotateLeft(hash, 29) ^ Of16(MemoryMarshal.Read<ulong>(last), MemoryMarshal.Read<ulong>(last[8..]));
    }
}
