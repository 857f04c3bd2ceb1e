namespace Alerts.Core.Matching.Scanning;

/// <summary>The words of a piece of text, with their hashes.</summary>
internal sealed class WordChunk
{
    public const int Length = 4096;

    private readonly int[] _starts = new int[Length];
    private readonly int[] _ends = new int[Length];
    private readonly ulong[] _hashes = new ulong[Length];

    /// <summary>How many words were read.</summary>
    public int Count { get; private set; }

    /// <summary>How many of them are this chunk's own; one more is read to look ahead and comes again first in the next.</summary>
    public int OwnCount { get; private set; }

    public ReadOnlySpan<int> Starts => _starts.AsSpan(0, Count);

    public ReadOnlySpan<int> Ends => _ends.AsSpan(0, Count);

    public ReadOnlySpan<ulong> Hashes => _hashes.AsSpan(0, Count);

    /// <summary>Reads from <paramref name="from"/> on and returns where the next chunk begins.</summary>
    public int Read(ReadOnlySpan<char> text, int from)
    {
        int at = from;
        for (Count = 0; Count < Length && at - from < Length && WordReader.TryRead(text, at, out int start, out int end); Count++)
        {
            (_starts[Count], _ends[Count], _hashes[Count]) = (start, end, HashOf(text[start..end]));
            at = end;
        }
        bool last = Count < Length && at - from < Length;
        OwnCount = last || Count < 2 ? Count : Count - 1;
        return last ? text.Length : Count < 2 ? at : _starts[Count - 1];
    }

    public static ulong HashOf(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[WordFolder.MaxLength];
        int length = WordFolder.Fold(word, folded);
        return length < 0 ? WordHash.Unmatchable : WordHash.Of(folded[..length]);
    }
}
