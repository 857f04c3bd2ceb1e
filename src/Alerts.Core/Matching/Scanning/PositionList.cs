using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Alerts.Core.Matching.Scanning;

/// <summary>Turns bit masks into positions. Writes eight at a time, more than there are, which is cheaper than asking after each.</summary>
internal ref struct PositionList(ushort[] positions)
{
    /// <summary>How much longer than its last position the array has to be.</summary>
    public const int Slack = 8;

    private readonly ref ushort _positions = ref MemoryMarshal.GetArrayDataReference(positions);

    public int Count { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ulong bits, int origin)
    {
        int count = BitOperations.PopCount(bits);
        ref ushort next = ref Unsafe.Add(ref _positions, Count);
        for (int written = 0; written < count; written += 8)
        {
            for (int i = 0; i < 8; i++)
            {
                Unsafe.Add(ref next, written + i) = (ushort)(origin + BitOperations.TrailingZeroCount(bits));
                bits &= bits - 1;
            }
        }
        Count += count;
    }
}
