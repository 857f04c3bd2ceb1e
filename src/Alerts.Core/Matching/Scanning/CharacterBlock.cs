using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Alerts.Core.Matching.Scanning;

/// <summary>
/// Reads 64 characters at once: narrows them to bytes, folds case, and marks in bit masks where words start and end. Blocks follow one
/// another, because whether a letter starts a word depends on what stood before it.
/// </summary>
internal ref struct CharacterBlock(ReadOnlySpan<char> text)
{
    public const int Length = 64;

    private const byte CaseBit = 0x20;

    private readonly ReadOnlySpan<char> _text = text;
    private Before _before;

    private enum Before
    {
        NoWord,
        Letter,
        Ideograph,
    }

    /// <summary>The first character of each word.</summary>
    public ulong Starts { get; private set; }

    /// <summary>The first character behind each word; also of one that began in an earlier block.</summary>
    public ulong Ends { get; private set; }

    /// <summary>Characters of words that are not ASCII, so that the bytes do not say which they are.</summary>
    public ulong Foreign { get; private set; }

    /// <summary>Reads the block at <paramref name="at"/> and writes its lower-case bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Read(int at, int length, ref byte folded)
    {
        if (length < Length)
        {
            ReadPart(at, length, ref folded);
            return;
        }
        ref ushort source = ref Unsafe.As<char, ushort>(ref Unsafe.Add(ref MemoryMarshal.GetReference(_text), at));
        ReadWhole(at, ref source, ref folded);
    }

    private void ReadPart(int at, int length, ref byte folded)
    {
        Span<char> padded = stackalloc char[Length];
        padded.Clear();
        _text.Slice(at, length).CopyTo(padded);
        ReadWhole(at, ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(padded)), ref folded);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void ReadWhole(int at, ref ushort source, ref byte folded)
    {
        ulong letters = Half(ref source, ref folded, out uint foreignLow);
        letters |= (ulong)Half(ref Unsafe.Add(ref source, 32), ref Unsafe.Add(ref folded, 32), out uint foreignHigh) << 32;
        ulong foreign = foreignLow | ((ulong)foreignHigh << 32);
        Foreign = 0;
        if (foreign != 0 && !AddForeign(at, foreign, ref letters))
        {
            ReadOneByOne(at);
            return;
        }
        ulong before = letters << 1;
        Starts = letters & ~(before | (_before == Before.Letter ? 1UL : 0));
        Ends = (before | (_before == Before.NoWord ? 0UL : 1)) & (~letters | Starts);
        _before = (letters >> 63) != 0 ? Before.Letter : Before.NoWord;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Half(ref ushort source, ref byte folded, out uint foreign)
    {
        Vector256<byte> bytes = Vector256.NarrowWithSaturation(Vector256.LoadUnsafe(ref source), Vector256.LoadUnsafe(ref source, 16));
        foreign = bytes.ExtractMostSignificantBits();
        Vector256<byte> lower = bytes | Vector256.Create(CaseBit);
        lower.StoreUnsafe(ref folded);
        return (IsWithin(lower, (byte)'a', 26) | IsWithin(bytes, (byte)'0', 10)).ExtractMostSignificantBits();
    }

    // Shifted so that the range is the lowest signed numbers: vectors compare signed bytes best.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> IsWithin(Vector256<byte> bytes, byte first, byte count) =>
        Vector256.LessThan((bytes - Vector256.Create((byte)(first + 0x80))).AsSByte(), Vector256.Create((sbyte)(count - 0x80))).AsByte();

    // Quotation marks and dashes part words, accented letters are letters; for anything else the block has to be read one by one.
    private bool AddForeign(int at, ulong foreign, ref ulong letters)
    {
        ulong added = 0;
        for (; foreign != 0; foreign &= foreign - 1)
        {
            int i = BitOperations.TrailingZeroCount(foreign);
            CharacterClass kind = Characters.ClassOf(_text[at + i]);
            if (kind > CharacterClass.Letter)
                return false;
            if (kind == CharacterClass.Letter)
                added |= 1UL << i;
        }
        Foreign = added;
        letters |= added;
        return true;
    }

    private void ReadOneByOne(int at)
    {
        ulong starts = 0, ends = 0, foreign = 0;
        int length = Math.Min(Length, _text.Length - at);
        for (int i = 0; i < length; i++)
        {
            ulong bit = 1UL << i;
            CharacterClass kind = Characters.ClassAt(_text, at + i);
            Before now = kind switch
            {
                CharacterClass.Letter => Before.Letter,
                CharacterClass.Ideograph => Before.Ideograph,
                CharacterClass.Continuation or CharacterClass.Ignored => _before,
                _ => Before.NoWord,
            };
            bool start = kind == CharacterClass.Ideograph || (kind == CharacterClass.Letter && _before != Before.Letter);
            if (_before != Before.NoWord && (start || now == Before.NoWord))
                ends |= bit;
            if (start)
                starts |= bit;
            if (now != Before.NoWord && _text[at + i] >= 0x80)
                foreign |= bit;
            _before = now;
        }
        if (length < Length && _before != Before.NoWord)
        {
            ends |= 1UL << length;
            _before = Before.NoWord;
        }
        (Starts, Ends, Foreign) = (starts, ends, foreign);
    }
}
