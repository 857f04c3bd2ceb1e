using Alerts.Core.Knowledge.Writing;

namespace Alerts.Core.Matching.Scanning;

/// <summary>Finds all aliases in a text in one pass. Immutable and thread-safe.</summary>
/// <remarks>
/// It goes by words, not by characters, and looks only where a small filter says that it may be worth it. With the aliases
/// "Trader Traitor", "Lazarus" and 朝鲜黑客:
/// <code>
///            said Lazarus's “Trader-Traitor” gang
/// mark       11110111111101001111110111111100 1111   <see cref="WordMarker"/>: letters of 64 characters at once; a word's edges are where 0 and 1 meet
/// hash       h1   h2      h3 h4     h5        h6     <see cref="WordHash"/>: its lower-case bytes, at most 16 at once; each ideograph is a word of its own
/// filter     -    ✓       -  ✓      -         -      <see cref="BitFilter"/>: is h2 an alias, do h4 and h5 begin one? Two words of a bit set, no branch
/// walk                                               <see cref="AliasIndex"/>: from word to word along the edges of a graph
///               ┌─lazarus──────► ●
///            root ─trader─► ○ ─traitor─► ●           ● an alias ends here
///               └─tradertraitor────────► ●           the same ●: written together
///               └─朝─► ○ ─鲜─► ○ ─黑─► ○ ─客─► ●
/// check      <see cref="AliasCheck"/>: the letters themselves (hashes prove nothing), case, particles, boundaries between ideographs
/// </code>
/// What may stand between two words is part of the edge's key (<see cref="Gap"/>): a space, one hyphen or nothing where the alias has such,
/// the same punctuation where it has some. Other spellings (run together, cut at humps, inflected) are further edges to the same node, made
/// when the scanner is built (<see cref="SpellingPaths"/>), so that a scan pays nothing for them. A step is one look into a flat table, an alias
/// has at most 64 words, and so the time is linear in the text whatever stands in it.
/// </remarks>
public sealed class AliasScanner
{
    [ThreadStatic]
    private static Scratch? s_scratch;

    private readonly AliasIndex _index;

    internal AliasScanner(AliasIndex index) => _index = index;

    /// <summary>
    /// Appends every occurrence, overlapping ones too, by start, then the longer first, then by id. Nothing else is allocated,
    /// unless a word has loose combining marks, for which the platform's normalizer is asked.
    /// </summary>
    public void Scan(ReadOnlySpan<char> text, List<AliasOccurrence> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        Scratch scratch = s_scratch ??= new();
        for (int from = 0; from < text.Length;)
        {
            from = scratch.Chunk.Read(text, from);
            Find(_index, text, scratch);
        }
        scratch.Found.MoveTo(results);
    }

    private static void Find(AliasIndex index, ReadOnlySpan<char> text, Scratch scratch)
    {
        WordChunk chunk = scratch.Chunk;
        var walk = new AliasWalk(index, text, chunk, scratch.Found);
        Span<ushort> candidates = scratch.Candidates;
        int count = index.Filter.Select(chunk.Hashes[..(chunk.OwnCount + 1)], candidates);
        count = index.KeepKnown(chunk.Hashes, candidates[..count]);
        foreach (ushort word in candidates[..count])
            walk.From(word);
    }

    private sealed class Scratch
    {
        public WordChunk Chunk { get; } = new();

        public ushort[] Candidates { get; } = new ushort[WordChunk.MaxWords];

        public FoundAliases Found { get; } = new();
    }
}
