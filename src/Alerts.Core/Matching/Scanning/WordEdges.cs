using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Alerts.Core.Matching.Scanning;

/// <summary>Where words start and end, in turns, as they are found from left to right.</summary>
internal ref struct WordEdges(ushort[] edges)
{
    /// <summary>How much longer than its last edge the array has to be.</summary>
    public const int Slack = 8;

    // For each byte the positions of its set bits, one in each of eight bytes.
    private static readonly ulong[] s_positions = [.. Enumerable.Range(0, 256).Select(PositionsIn)];

    private readonly ref ushort _edges = ref MemoryMarshal.GetArrayDataReference(edges);
    private readonly ref ulong _positions = ref MemoryMarshal.GetArrayDataReference(s_positions);

    /// <summary>How many edges there are; odd while a word is open.</summary>
    public int Count { get; private set; }

    public readonly bool IsOpen => (Count & 1) != 0;

    public void Add(int position) => Unsafe.Add(ref _edges, Count++) = (ushort)position;

    /// <summary>
    /// The set bits, moved by the origin. Writes eight positions for each byte, of which the next byte's overwrite those that are none:
    /// a loop over the bits would end after a number of turns that no processor can predict.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ulong bits, int origin)
    {
        int count = Count;
        Vector128<ushort> from = Vector128.Create((ushort)origin);
        for (int i = 0; i < 8; i++)
        {
            byte part = (byte)bits;
            bits >>= 8;
            Vector128<ushort> positions = Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.Add(ref _positions, part)).AsByte()) + from;
            positions.StoreUnsafe(ref Unsafe.Add(ref _edges, count));
            count += BitOperations.PopCount(part);
            from += Vector128.Create((ushort)8);
        }
        Count = count;
    }

    private static ulong PositionsIn(int bits)
    {
        ulong positions = 0;
        for (int i = 0, found = 0; i < 8; i++)
        {
            if (((bits >> i) & 1) != 0)
                positions |= (ulong)i << (8 * found++);
        }
        return positions;
    }
}
