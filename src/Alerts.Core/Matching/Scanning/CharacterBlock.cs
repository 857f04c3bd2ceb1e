using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Alerts.Core.Matching.Scanning;

/// <summary>64 characters at once.</summary>
internal static class CharacterBlock
{
    public const int Length = 64;

    private const byte CaseBit = 0x20;

    /// <summary>Writes the characters as lower-case bytes; returns which are ASCII letters or digits, and which are not ASCII at all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Letters(ref ushort characters, ref byte folded, out ulong foreign)
    {
        uint low = Half(ref characters, ref folded, out uint foreignLow);
        uint high = Half(ref Unsafe.Add(ref characters, 32), ref Unsafe.Add(ref folded, 32), out uint foreignHigh);
        foreign = foreignLow | ((ulong)foreignHigh << 32);
        return low | ((ulong)high << 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Half(ref ushort characters, ref byte folded, out uint foreign)
    {
        Vector256<byte> bytes = Vector256.NarrowWithSaturation(
            WithoutPunctuation(Vector256.LoadUnsafe(ref characters)), WithoutPunctuation(Vector256.LoadUnsafe(ref characters, 16)));
        foreign = bytes.ExtractMostSignificantBits();
        Vector256<byte> lower = bytes | Vector256.Create(CaseBit);
        lower.StoreUnsafe(ref folded);
        return (IsWithin(lower, (byte)'a', 26) | IsWithin(bytes, (byte)'0', 10)).ExtractMostSignificantBits();
    }

    // Typographic dashes and quotation marks, U+2010 to U+2027, become nothing: they part words as ASCII's own do, and good English is full of them.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> WithoutPunctuation(Vector256<ushort> characters) => Vector256.AndNot(
        characters,
        Vector256.LessThan((characters - Vector256.Create((ushort)(0x2010 + 0x8000))).AsInt16(), Vector256.Create((short)(0x18 - 0x8000))).AsUInt16());

    // Shifted so that the range is the lowest signed numbers: vectors compare signed bytes best.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> IsWithin(Vector256<byte> bytes, byte first, byte count) =>
        Vector256.LessThan((bytes - Vector256.Create((byte)(first + 0x80))).AsSByte(), Vector256.Create((sbyte)(count - 0x80))).AsByte();
}
