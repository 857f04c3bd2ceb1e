using Alerts.Core.Knowledge.Writing;

namespace Alerts.Core.Matching.Scanning;

/// <summary>
/// The ways in which the words of a spelling can be cut in a text: each by itself, two neighbours written together, all written together;
/// an inflected one in each of its forms. One node after each word, an edge for each run of words that can be one word of a text.
/// </summary>
internal readonly ref struct SpellingPaths(ReadOnlySpan<AliasWords.Word> words, ReadOnlySpan<char> letters, WordForms[]? forms)
{
    private readonly ReadOnlySpan<AliasWords.Word> _words = words;
    private readonly ReadOnlySpan<char> _letters = letters;
    private readonly bool _written = Joinable(words);

    public int LetterCount => _letters.Length;

    /// <summary>Adds at most how many edges and filter keys <see cref="AddTo"/> will add.</summary>
    public void Count(ref int edges, ref int keys)
    {
        Span<int> ends = stackalloc int[3];
        for (int from = 0; from < _words.Length; from++)
        {
            foreach (int to in RunsFrom(from, ends))
            {
                int variants = forms is null ? 1 : forms[to - 1].Endings.Length + 1;
                edges += variants;
                keys += from == 0 ? 2 * variants : 1;
            }
        }
    }

    /// <summary>Adds the paths and returns the node at their end.</summary>
    public int AddTo(AliasIndexBuilder index)
    {
        Span<int> nodes = stackalloc int[_words.Length + 1];
        nodes[0] = AliasIndex.Root;
        for (int i = 0; i < _words.Length; i++)
            nodes[i + 1] = index.Child(nodes[i], Hash(i, i + 1), _words[i].GapBefore);

        Span<int> ends = stackalloc int[3];
        for (int from = 0; from < _words.Length; from++)
        {
            foreach (int to in RunsFrom(from, ends))
            {
                if (to > from + 1)
                    index.Link(nodes[from], Hash(from, to), _words[from].GapBefore, nodes[to]);
                foreach (string ending in forms?[to - 1].Endings ?? [])
                    index.Link(nodes[from], Hash(from, to, ending), _words[from].GapBefore, nodes[to]);
            }
        }
        AddKeys(index);
        return nodes[^1];
    }

    // What the filter is asked: the first word alone where it ends the alias or has many forms, otherwise the first two.
    private void AddKeys(AliasIndexBuilder index)
    {
        Span<int> first = stackalloc int[3];
        Span<int> second = stackalloc int[3];
        foreach (int middle in RunsFrom(0, first))
        {
            ulong hash = Hash(0, middle);
            if (middle == _words.Length || forms is not null)
                index.AddKey(hash);
            foreach (string ending in forms?[middle - 1].Endings ?? [])
                index.AddKey(Hash(0, middle, ending));
            if (middle == _words.Length || forms is not null)
                continue;
            foreach (int to in RunsFrom(middle, second))
                index.AddKey(WordHash.OfPair(hash, Hash(middle, to)));
        }
    }

    private ReadOnlySpan<int> RunsFrom(int from, Span<int> ends)
    {
        int count = 0;
        ends[count++] = from + 1;
        if (from + 1 < _words.Length && AliasWords.Joins(_words, from + 1))
            ends[count++] = from + 2;
        if (from == 0 && _words.Length > 2 && _written)
            ends[count++] = _words.Length;
        return ends[..count];
    }

    private ulong Hash(int from, int to) => WordHash.Of(_letters[_words[from].Start..(_words[to - 1].Start + _words[to - 1].Length)]);

    // The run with its last word in another form.
    private ulong Hash(int from, int to, string ending)
    {
        Span<char> form = stackalloc char[WordFolder.MaxLength * 2];
        int length = _words[to - 1].Start - _words[from].Start;
        _letters.Slice(_words[from].Start, length).CopyTo(form);
        foreach (char c in forms![to - 1].Stem)
            form[length++] = Characters.Fold(c);
        ending.CopyTo(form[length..]);
        return WordHash.Of(form[..(length + ending.Length)]);
    }

    private static bool Joinable(ReadOnlySpan<AliasWords.Word> words)
    {
        for (int i = 1; i < words.Length; i++)
        {
            if (!AliasWords.Joins(words, i))
                return false;
        }
        return true;
    }
}
