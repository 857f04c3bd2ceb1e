namespace Alerts.Core.Matching.Scanning;

/// <summary>A word's stem and what may follow it.</summary>
internal readonly record struct WordForms(string Stem, string[] Endings)
{
    public static WordForms Only(string word) => new(word, [""]);

    /// <summary>Whether the text is these words, each in one of its forms, written without anything between them.</summary>
    /// <remarks>Goes along all places at which a word can end together: one after the other they are as many as the forms to the power of the words.</remarks>
    public static bool Spell(ReadOnlySpan<WordForms> words, ReadOnlySpan<char> text)
    {
        Span<bool> starts = stackalloc bool[text.Length + 1], ends = stackalloc bool[text.Length + 1];
        starts.Clear();
        starts[0] = true;
        int first = 0, last = 0;
        foreach (WordForms word in words)
        {
            ends.Clear();
            int nextFirst = text.Length + 1, nextLast = -1;
            for (int start = first; start <= last; start++)
            {
                if (!starts[start] || !text[start..].StartsWith(word.Stem))
                    continue;
                int stem = start + word.Stem.Length;
                foreach (string ending in word.Endings)
                {
                    if (!text[stem..].StartsWith(ending))
                        continue;
                    int end = stem + ending.Length;
                    ends[end] = true;
                    (nextFirst, nextLast) = (Math.Min(nextFirst, end), Math.Max(nextLast, end));
                }
            }
            if (nextLast < 0)
                return false;
            (first, last) = (nextFirst, nextLast);
            Span<bool> done = starts;
            starts = ends;
            ends = done;
        }
        return starts[text.Length];
    }
}
