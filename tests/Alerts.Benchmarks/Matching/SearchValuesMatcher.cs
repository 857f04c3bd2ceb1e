using System.Buffers;

namespace Alerts.Benchmarks.Matching;

/// <summary>The framework's own multi-string search finds candidates; a dictionary then says which aliases begin there.</summary>
internal sealed class SearchValuesMatcher(bool characters = false) : IMatcher
{
    private readonly NGramMatcher _aliases = new(characters);
    private SearchValues<string>? _values;

    public string Name => "SearchValues loop";

    public bool TryBuild(string[] aliases)
    {
        if (aliases.Length > 200_000)
            return false;
        _values = SearchValues.Create(aliases, StringComparison.OrdinalIgnoreCase);
        return _aliases.TryBuild(aliases);
    }

    public void Scan(string text, List<Mention> mentions)
    {
        for (int start = 0; start < text.Length; start++)
        {
            int found = text.AsSpan(start).IndexOfAny(_values!);
            if (found < 0)
                return;
            start += found;
            if (characters || start == 0 || !char.IsLetterOrDigit(text[start - 1]))
                _aliases.From(text, start, mentions);
        }
    }

    public void Dispose() => _aliases.Dispose();
}
