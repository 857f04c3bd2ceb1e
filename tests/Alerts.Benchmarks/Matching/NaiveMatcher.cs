namespace Alerts.Benchmarks.Matching;

/// <summary>Each alias searched for by itself.</summary>
internal sealed class NaiveMatcher : IMatcher
{
    private string[] _aliases = [];

    public string Name => "naive";

    public bool TryBuild(string[] aliases)
    {
        _aliases = aliases;
        return aliases.Length <= 2_000;
    }

    public void Scan(string text, List<Mention> mentions)
    {
        for (int alias = 0; alias < _aliases.Length; alias++)
        {
            string name = _aliases[alias];
            for (int at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                int end = at + name.Length;
                if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
                    mentions.Add(new(alias, at, end));
            }
        }
    }

    public void Dispose()
    {
    }
}
