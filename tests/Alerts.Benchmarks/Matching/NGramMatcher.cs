using System.Collections.Frozen;

namespace Alerts.Benchmarks.Matching;

/// <summary>Every run of one to five words (or, without spaces, characters) looked up in a frozen dictionary.</summary>
internal sealed class NGramMatcher(bool characters = false) : IMatcher
{
    private FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private int _longest;

    public string Name => "FrozenDictionary 1-5-grams";

    public bool TryBuild(string[] aliases)
    {
        Dictionary<string, int> all = new(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < aliases.Length; i++)
            all.TryAdd(aliases[i], i);
        _lookup = all.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        _longest = aliases.Max(alias => characters ? alias.Length : alias.Count(' ') + 1);
        return true;
    }

    public void Scan(string text, List<Mention> mentions)
    {
        for (int start = 0; start < text.Length; start++)
        {
            if (char.IsLetterOrDigit(text[start]) && (characters || start == 0 || !char.IsLetterOrDigit(text[start - 1])))
                From(text, start, mentions);
        }
    }

    /// <summary>The mentions that begin here.</summary>
    public void From(string text, int start, List<Mention> mentions)
    {
        int end = start;
        for (int n = 1; n <= _longest && end < text.Length; n++)
        {
            if (characters)
                end++;
            else
            {
                end += n > 1 ? 1 : 0;
                while (end < text.Length && char.IsLetterOrDigit(text[end]))
                    end++;
            }
            if (_lookup.TryGetValue(text.AsSpan(start, end - start), out int alias))
                mentions.Add(new(alias, start, end));
            if (!characters && end < text.Length && text[end] != ' ')
                break;
        }
    }

    public void Dispose()
    {
    }
}
