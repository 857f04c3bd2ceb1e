using Alerts.Core.Knowledge.Writing;

namespace Alerts.Core.Matching.Scanning;

/// <summary>Follows the words of a text through an index's graph and reports the aliases that it ends at.</summary>
internal readonly ref struct AliasWalk(AliasIndex index, ReadOnlySpan<char> text, WordChunk chunk, FoundAliases found)
{
    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>Every alias that begins with this word of the chunk.</summary>
    public void From(int word) => Take(AliasIndex.Root, chunk.Hashes[word], Gap.None, chunk.StartOf(word), word, chunk.EndOf(word));

    // Goes along all edges for a word; `word` is its number, or one after the chunk's when it lies behind the chunk.
    private void Take(int node, ulong hash, ulong gap, int start, int word, int end)
    {
        ulong key = AliasIndex.KeyOf(node, hash, gap);
        int slot = index.FirstSlot(key);
        for (int next = index.Next(key, ref slot); next != 0; next = index.Next(key, ref slot))
            Visit(next, start, word, end);
    }

    private void Visit(int node, int start, int word, int end)
    {
        for (int entry = index.FirstEntry(node); entry >= 0; entry = index.Entry(entry).Next)
            Report(index.Entry(entry), start, end);
        if (!index.Leads(node) || !Following(ref word, end, out int nextStart, out int nextEnd, out ulong hash))
            return;
        ulong gap = Gap.Of(_text[end..nextStart]);
        if (gap == Gap.Never)
            return;
        Take(node, hash, gap, start, word, nextEnd);
        // Nothing stands also where a space may.
        if (gap == Gap.None)
            Take(node, hash, Gap.Soft, start, word, nextEnd);
    }

    private bool Following(ref int word, int end, out int nextStart, out int nextEnd, out ulong hash)
    {
        word++;
        if (word < chunk.Count)
        {
            (nextStart, nextEnd, hash) = (chunk.StartOf(word), chunk.EndOf(word), chunk.Hashes[word]);
            return true;
        }
        hash = 0;
        if (!WordReader.TryRead(_text, end, out nextStart, out nextEnd))
            return false;
        hash = WordChunk.HashOf(_text[nextStart..nextEnd]);
        return true;
    }

    private void Report(in AliasEntry entry, int start, int end)
    {
        AliasDetail? detail = index.DetailOf(entry);
        if (!AliasCheck.Holds(_text, start, end, index.LettersOf(entry), entry.Form, detail))
            return;
        while (Characters.ClassOf(_text[end - 1]) == CharacterClass.Ignored)
            end--;
        if (detail is { Lead: not '\0' })
            start--;
        found.Add(new(entry.Id, start, end - start));
    }
}
