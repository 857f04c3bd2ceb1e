using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Alerts.Core.Matching.Scanning;

/// <summary>A set of hashes that may say yes wrongly and never no: two bits in one word a hash, 20 to 40 bits a key.</summary>
internal sealed class BitFilter
{
    private const int BitsPerKey = 20;
    private const int MinBits = 1 << 15;

    private readonly ulong[] _words;
    private readonly int _shift;

    public BitFilter(int keys)
    {
        ulong words = BitOperations.RoundUpToPowerOf2((ulong)Math.Max(MinBits, (long)keys * BitsPerKey)) / 64;
        _words = new ulong[words];
        _shift = 64 - BitOperations.Log2(words);
    }

    // The word by the hash's high bits, the bits in it by the low ones.
    public void Add(ulong hash) => _words[hash >> _shift] |= (1UL << (int)hash) | (1UL << (int)(hash >> 6));

    /// <summary>
    /// Writes the numbers of all of the words, the last of which is not asked, that the filter knows alone or with their successor.
    /// Nothing branches on the answer, which no processor could predict.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
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
            ulong alone = Unsafe.Add(ref words, (nint)(hash >> shift));
            ulong together = Unsafe.Add(ref words, (nint)(pair >> shift));
            ulong known = ((alone >> (int)hash) & (alone >> (int)(hash >> 6))) | ((together >> (int)pair) & (together >> (int)(pair >> 6)));
            Unsafe.Add(ref next, count) = (ushort)(i - 1);
            count += (int)known & 1;
            hash = following;
        }
        return count;
    }
}
