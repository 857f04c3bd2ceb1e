namespace Alerts.Core.Matching.Scanning;

/// <summary>A word's stem and what may follow it.</summary>
internal readonly record struct WordForms(string Stem, string[] Endings)
{
    public static WordForms Only(string word) => new(word, [""]);

    /// <summary>Whether the text is these words, each in one of its forms, written without anything between them.</summary>
    public static bool Spell(ReadOnlySpan<WordForms> words, ReadOnlySpan<char> text)
    {
        if (words.IsEmpty)
            return text.IsEmpty;
        if (!text.StartsWith(words[0].Stem))
            return false;
        ReadOnlySpan<char> rest = text[words[0].Stem.Length..];
        foreach (string ending in words[0].Endings)
        {
            if (rest.StartsWith(ending) && Spell(words[1..], rest[ending.Length..]))
                return true;
        }
        return false;
    }
}
