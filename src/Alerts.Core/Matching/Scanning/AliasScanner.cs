namespace Alerts.Core.Matching.Scanning;

/// <summary>Finds all aliases in a text in one pass. Immutable and thread-safe.</summary>
public sealed class AliasScanner
{
    [ThreadStatic]
    private static Scratch? s_scratch;

    private readonly AliasIndex _index;
    private readonly Addition[] _additions;
    private readonly AliasIndex? _added;

    internal AliasScanner(AliasIndex index, Addition[] additions)
    {
        _index = index;
        _additions = additions;
        if (additions.Length == 0)
            return;
        var spellings = new AliasScannerBuilder();
        foreach (Addition addition in additions)
            spellings.Add(addition.Alias, addition.Id, addition.Form, addition.Language);
        _added = spellings.Index();
    }

    public static AliasScanner Empty { get; } = new AliasScannerBuilder().Build();

    /// <summary>This scanner and one alias more. Only the aliases that were added so are indexed again, so rebuild after some hundreds.</summary>
    /// <exception cref="ArgumentException">As <see cref="AliasScannerBuilder.Add"/>.</exception>
    public AliasScanner With(string alias, int id, AliasForm form = AliasForm.Word, string? language = null) =>
        new(_index, [.. _additions, new(alias, id, form, language)]);

    /// <summary>
    /// Appends every occurrence, overlapping ones too, by start, then the longer first, then by id. Nothing else is allocated.
    /// </summary>
    public void Scan(ReadOnlySpan<char> text, List<AliasOccurrence> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        Scratch scratch = s_scratch ??= new();
        for (int from = 0; from < text.Length;)
        {
            from = scratch.Chunk.Read(text, from);
            Find(_index, text, scratch);
            if (_added is not null)
                Find(_added, text, scratch);
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

    internal readonly record struct Addition(string Alias, int Id, AliasForm Form, string? Language);

    private sealed class Scratch
    {
        public WordChunk Chunk { get; } = new();

        public ushort[] Candidates { get; } = new ushort[WordChunk.MaxWords];

        public FoundAliases Found { get; } = new();
    }
}
