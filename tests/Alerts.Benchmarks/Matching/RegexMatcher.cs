using System.Text.RegularExpressions;

namespace Alerts.Benchmarks.Matching;

/// <summary>One alternation without backtracking. It finds no overlapping mentions, so it is compared on those that do not overlap.</summary>
internal sealed class RegexMatcher : IMatcher
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.OrdinalIgnoreCase);
    private Regex? _regex;

    public string Name => "Regex NonBacktracking";

    public bool TryBuild(string[] aliases)
    {
        if (aliases.Length > 2_000)
            return false;
        for (int i = 0; i < aliases.Length; i++)
            _ids.TryAdd(aliases[i], i);
        // Its guard against large patterns is set for untrusted ones.
        AppContext.SetData("REGEX_NONBACKTRACKING_MAX_AUTOMATA_SIZE", 1_000_000);
        try
        {
            _regex = new(
                $@"\b(?:{string.Join('|', aliases.OrderByDescending(alias => alias.Length).Select(Regex.Escape))})\b",
                RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
            return true;
        }
        catch (NotSupportedException)
        {
            return false;
        }
    }

    public void Scan(string text, List<Mention> mentions)
    {
        foreach (ValueMatch match in _regex!.EnumerateMatches(text))
            mentions.Add(new(_ids[text.Substring(match.Index, match.Length)], match.Index, match.Index + match.Length));
    }

    public void Dispose()
    {
    }
}
