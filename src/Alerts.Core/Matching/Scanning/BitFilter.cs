using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Alerts.Core.Matching.Scanning;

/// <summary>A set of hashes that may say yes wrongly and never no: one bit a hash, about 16 bits a key.</summary>
internal sealed class BitFilter
{
    private const int BitsPerKey = 16;
    private const int MinBits = 1 << 15;

    private readonly ulong[] _words;
    private readonly int _shift;

    public BitFilter(int keys)
    {
        ulong words = BitOperations.RoundUpToPowerOf2((ulong)Math.Max(MinBits, (long)keys * BitsPerKey)) / 64;
        _words = new ulong[words];
        _shift = 64 - BitOperations.Log2(words);
    }

    // The word by the hash's high bits, the bit in it by the low ones.
    public void Add(ulong hash) => _words[hash >> _shift] |= 1UL << (int)hash;

    /// <summary>
    /// Writes the numbers of all of the words, the last of which is not asked, that the filter knows alone or with their successor.
    /// Nothing branches on the answer, which no processor could predict.
    /// </summary>
    public int Select(ReadOnlySpan<ulong> hashes, Span<ushort> selected)
    {
        ref ulong words = ref MemoryMarshal.GetArrayDataReference(_words);
        ref ushort next = ref MemoryMarshal.GetReference(selected[..hashes.Length]);
        int shift = _shift;
        int count = 0;
        ulong hash = hashes[0];
        for (int i = 1; i < hashes.Length; i++)
        {
            ulong following = hashes[i];
            ulong pair = WordHash.OfPair(hash, following);
            ulong known = (Unsafe.Add(ref words, (nint)(hash >> shift)) >> (int)hash) | (Unsafe.Add(ref words, (nint)(pair >> shift)) >> (int)pair);
            Unsafe.Add(ref next, count) = (ushort)(i - 1);
            count += (int)known & 1;
            hash = following;
        }
        return count;
    }
}
