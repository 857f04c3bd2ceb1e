using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Alerts.Core.Knowledge.Writing;

namespace Alerts.Core.Matching.Scanning;

/// <summary>The words of a piece of text: where they stand and their hashes. Made to be filled again and again.</summary>
internal sealed class WordChunk
{
    private const int Blocks = 32;
    private const int Length = Blocks * CharacterBlock.Length;

    public const int MaxWords = Length + 1;

    private readonly byte[] _folded = new byte[Length + CharacterBlock.Length];
    private readonly ushort[] _edges = new ushort[(2 * Length) + WordEdges.Slack];
    private readonly ushort[] _foreign = new ushort[Length];
    private readonly ulong[] _hashes = new ulong[Length + 1];
    private int _origin;

    /// <summary>How many words were read.</summary>
    public int Count { get; private set; }

    /// <summary>How many of them are this chunk's own; one more is read to look ahead and comes again first in the next.</summary>
    public int OwnCount { get; private set; }

    /// <summary>The hashes of all words, and one more that is no word's.</summary>
    public ReadOnlySpan<ulong> Hashes => _hashes.AsSpan(0, Count + 1);

    public int StartOf(int word) => _origin + _edges[2 * word];

    public int EndOf(int word) => _origin + _edges[(2 * word) + 1];

    /// <summary>Reads from <paramref name="from"/> on and returns where the next chunk begins.</summary>
    public int Read(ReadOnlySpan<char> text, int from)
    {
        _origin = from;
        int length = Math.Min(Length, text.Length - from);
        var marker = new WordMarker(text, from, length, _folded, _edges, _foreign);
        marker.Mark();
        Count = marker.EdgeCount / 2;
        HashAscii();
        HashForeign(text, _foreign.AsSpan(0, marker.ForeignCount));
        _hashes[Count] = WordHash.Unmatchable;

        OwnCount = Count;
        if (from + length == text.Length)
            return text.Length;
        bool open = (marker.EdgeCount & 1) != 0;
        if (open && Count == 0 && _edges[0] == 0)
            return WordReader.EndOf(text, from, Characters.ClassAt(text, from));
        // A word alone in its chunk has nothing near enough to go on with.
        if (Count == 0 || _edges[2 * (Count - 1)] == 0)
            return open ? StartOf(Count) : from + length;
        OwnCount = Count - 1;
        return StartOf(Count - 1);
    }

    public static ulong HashOf(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[WordFolder.MaxLength];
        int length = WordFolder.Fold(word, folded);
        return length < 0 ? WordHash.Unmatchable : WordHash.Of(folded[..length]);
    }

    // Not inlined, like the other loops: together they have more values than the processor has registers. Nothing is called from within,
    // or its counter would go through memory at each turn.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void HashAscii()
    {
        ref byte folded = ref MemoryMarshal.GetArrayDataReference(_folded);
        ref uint edges = ref Unsafe.As<ushort, uint>(ref MemoryMarshal.GetArrayDataReference(_edges));
        ref ulong hashes = ref MemoryMarshal.GetArrayDataReference(_hashes);
        int count = Count, longest = 0;
        for (int i = 0; i < count; i++)
        {
            uint edge = Unsafe.Add(ref edges, i);
            int start = (ushort)(BitConverter.IsLittleEndian ? edge : edge >> 16);
            int length = (ushort)(BitConverter.IsLittleEndian ? edge >> 16 : edge) - start;
            longest = Math.Max(longest, length);
            Unsafe.Add(ref hashes, i) = WordHash.OfAscii(ref Unsafe.Add(ref folded, start), Math.Min(length, WordHash.MaxShort));
        }
        if (longest > WordHash.MaxShort)
            HashLong();
    }

    private void HashLong()
    {
        for (int i = 0; i < Count; i++)
        {
            int start = _edges[2 * i], length = _edges[(2 * i) + 1] - start;
            if (length > WordHash.MaxShort)
                _hashes[i] = length <= WordFolder.MaxLength ? WordHash.OfBytes(_folded.AsSpan(start, length)) : WordHash.Unmatchable;
        }
    }

    // Words with characters beyond ASCII, whose bytes said nothing.
    private void HashForeign(ReadOnlySpan<char> text, ReadOnlySpan<ushort> foreign)
    {
        int word = 0;
        for (int i = 0; i < foreign.Length; i++)
        {
            while (word < Count && _edges[(2 * word) + 1] <= foreign[i])
                word++;
            if (word == Count)
                return;
            int start = StartOf(word), end = EndOf(word);
            char single = end - start == 1 ? Characters.Fold(text[start]) : '\0';
            _hashes[word] = single != '\0' ? WordHash.OfCharacter(single) : HashOf(text[start..end]);
            while (i + 1 < foreign.Length && foreign[i + 1] < _edges[(2 * word) + 1])
                i++;
        }
    }
}
