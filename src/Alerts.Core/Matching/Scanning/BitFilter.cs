using System.Numerics;
using System.Runtime.CompilerServices;

namespace Alerts.Core.Matching.Scanning;

/// <summary>A set of hashes that may say yes wrongly and never no: one bit a hash, about 16 bits a key.</summary>
internal sealed class BitFilter
{
    private const int BitsPerKey = 16;
    private const int MinBits = 1 << 15;

    private readonly ulong[] _bits;
    private readonly int _shift;

    public BitFilter(int keys)
    {
        ulong bits = BitOperations.RoundUpToPowerOf2((ulong)Math.Max(MinBits, (long)keys * BitsPerKey));
        _bits = new ulong[bits / 64];
        _shift = 64 - BitOperations.Log2(bits);
    }

    public void Add(ulong hash)
    {
        ulong bit = hash >> _shift;
        _bits[bit >> 6] |= 1UL << (int)bit;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayContain(ulong hash)
    {
        ulong bit = hash >> _shift;
        return ((_bits[bit >> 6] >> (int)bit) & 1) != 0;
    }
}
