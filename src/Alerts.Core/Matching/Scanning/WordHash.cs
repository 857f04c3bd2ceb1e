using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Alerts.Core.Matching.Scanning;

/// <summary>
/// The hash of a folded word: ASCII words by their bytes, others by their UTF-16 bytes, so that the fast path, which sees bytes, and
/// the general one, which sees characters, agree. Not a defence: what a hash finds is compared letter by letter.
/// </summary>
internal static class WordHash
{
    /// <summary>Stands for a word too long to be an alias's.</summary>
    public const ulong Unmatchable = 0x8EBC_6AF0_9C88_C6E3;

    /// <summary>The longest word that <see cref="OfAscii"/> takes.</summary>
    public const int MaxShort = 16;

    private const ulong Low = 0xA076_1D64_78BD_642F;
    private const ulong High = 0xE703_7ED1_A0B4_28DB;

    // From the n-th byte on, a mask for the first 16 - n of 16 bytes.
    private static ReadOnlySpan<byte> Kept =>
    [
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
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

    /// <summary>The word of at most 16 bytes here; the 16 bytes from here on can be read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong OfAscii(ref byte word, int length) =>
        Mix(Vector128.LoadUnsafe(ref word) & Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(Kept), (nuint)(uint)(MaxShort - length)));

    public static ulong OfCharacter(char folded) => Of16(folded, 0);

    /// <summary>The key of two neighbouring words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong OfPair(ulong first, ulong second) => ulong.RotateLeft(first, 23) ^ second;

    // Two rounds of AES mix 16 bytes in half the instructions that multiplying takes. Hashes never leave the process, so a processor without
    // them may have others.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(Vector128<byte> word)
    {
        Vector128<ulong> halves = word.AsUInt64();
        if (Aes.IsSupported)
        {
            Vector128<byte> key = Vector128.Create(Low, High).AsByte();
            return Aes.Encrypt(Aes.Encrypt(word, key), key).AsUInt64().ToScalar();
        }

        ulong hash = (halves.ToScalar() ^ ulong.RotateLeft(halves.GetElement(1) * High, 32)) * Low;
        return hash ^ (hash >> 32);
    }

    private static ulong Of16(ulong first, ulong second) => Mix(Vector128.Create(first, second).AsByte());

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
