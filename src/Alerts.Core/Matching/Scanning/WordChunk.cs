using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Alerts.Core.Matching.Scanning;

/// <summary>The words of a piece of text: where they stand and their hashes. Made to be filled again and again.</summary>
internal sealed class WordChunk
{
    private const int Blocks = 32;
    private const int Length = Blocks * CharacterBlock.Length;

    public const int MaxWords = Length + 1;

    private readonly byte[] _folded = new byte[Length + CharacterBlock.Length];
    private readonly ushort[] _starts = new ushort[Length + PositionList.Slack];
    private readonly ushort[] _ends = new ushort[Length + PositionList.Slack];
    private readonly ushort[] _foreign = new ushort[Length + PositionList.Slack];
    private readonly ulong[] _hashes = new ulong[Length + 1];
    private int _origin;
    private int _foreignCount;

    /// <summary>How many words were read.</summary>
    public int Count { get; private set; }

    /// <summary>How many of them are this chunk's own; one more is read to look ahead and comes again first in the next.</summary>
    public int OwnCount { get; private set; }

    /// <summary>The hashes of all words, and one more that is no word's.</summary>
    public ReadOnlySpan<ulong> Hashes => _hashes.AsSpan(0, Count + 1);

    public int StartOf(int word) => _origin + _starts[word];

    public int EndOf(int word) => _origin + _ends[word];

    /// <summary>Reads from <paramref name="from"/> on and returns where the next chunk begins.</summary>
    public int Read(ReadOnlySpan<char> text, int from)
    {
        _origin = from;
        ReadOnlySpan<char> piece = text.Slice(from, Math.Min(Length, text.Length - from));
        bool last = from + piece.Length == text.Length;
        int startCount = Mark(text, piece, last);
        HashAscii();
        HashForeign(text);
        _hashes[Count] = WordHash.Unmatchable;

        OwnCount = Count;
        if (last)
            return text.Length;
        bool open = startCount > Count;
        if (open && startCount == 1 && _starts[0] == 0)
            return WordReader.EndOf(text, from, Characters.ClassAt(text, from));
        // A word alone in its chunk has nothing near enough to go on with.
        if (Count == 0 || _starts[Count - 1] == 0)
            return open ? from + _starts[Count] : from + piece.Length;
        OwnCount = Count - 1;
        return StartOf(Count - 1);
    }

    public static ulong HashOf(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[WordFolder.MaxLength];
        int length = WordFolder.Fold(word, folded);
        return length < 0 ? WordHash.Unmatchable : WordHash.Of(folded[..length]);
    }

    // Writes where words start and end; one start more than ends means that the last word goes on behind the piece.
    private int Mark(ReadOnlySpan<char> text, ReadOnlySpan<char> piece, bool last)
    {
        var starts = new PositionList(_starts);
        var ends = new PositionList(_ends);
        var foreign = new PositionList(_foreign);
        var block = new CharacterBlock(text);
        for (int at = 0; at < piece.Length; at += CharacterBlock.Length)
        {
            block.Read(_origin + at, Math.Min(CharacterBlock.Length, piece.Length - at), ref _folded[at]);
            starts.Add(block.Starts, at);
            ends.Add(block.Ends, at);
            if (block.Foreign != 0)
                foreign.Add(block.Foreign, at);
        }
        if (last && starts.Count > ends.Count)
            ends.Add(1, piece.Length);
        _foreignCount = foreign.Count;
        Count = ends.Count;
        return starts.Count;
    }

    private void HashAscii()
    {
        ref byte folded = ref MemoryMarshal.GetArrayDataReference(_folded);
        for (int i = 0; i < Count; i++)
        {
            int start = _starts[i];
            int length = _ends[i] - start;
            _hashes[i] = length <= 16
                ? WordHash.OfAscii(ref Unsafe.Add(ref folded, start), length)
                : length <= WordFolder.MaxLength ? WordHash.OfBytes(_folded.AsSpan(start, length)) : WordHash.Unmatchable;
        }
    }

    // Words with characters beyond ASCII, whose bytes said nothing.
    private void HashForeign(ReadOnlySpan<char> text)
    {
        int word = 0;
        for (int i = 0; i < _foreignCount; i++)
        {
            while (word < Count && _ends[word] <= _foreign[i])
                word++;
            if (word == Count)
                return;
            int start = StartOf(word), end = EndOf(word);
            char single = end - start == 1 ? Characters.Fold(text[start]) : '\0';
            _hashes[word] = single != '\0' ? WordHash.OfCharacter(single) : HashOf(text[start..end]);
            while (i + 1 < _foreignCount && _foreign[i + 1] < _ends[word])
                i++;
        }
    }
}
