using System.Collections.Frozen;

namespace Alerts.Core.Knowledge;

/// <summary>
/// Writes out the forms of an alias: "hack{,s,ed,ing}" is four, "северокорейск{ru.adjective}" as many as the named set has, and
/// "crypto{ ,}exchange{,s}" every combination.
/// </summary>
internal static class AliasForms
{
    /// <summary>More than any paradigm has: a pattern beyond it is a mistake.</summary>
    public const int Limit = 400;

    /// <summary>Of a word of one of the product's own files, where a mistake is one of the build.</summary>
    public static IReadOnlyList<string> Of(string pattern, string file) =>
        Of(pattern, FrozenDictionary<string, string[]>.Empty, out var error) ?? throw new InvalidDataException($"{file}: {pattern}: {error}");

    /// <returns>Null, with a reason, where braces do not close, a set is unknown or there are too many forms.</returns>
    public static IReadOnlyList<string>? Of(string pattern, IReadOnlyDictionary<string, string[]> endings, out string? error)
    {
        error = null;
        var forms = new List<string> { "" };
        var at = 0;
        while (at < pattern.Length)
        {
            var open = pattern.IndexOf('{', at);
            if (open < 0) open = pattern.Length;
            Append(forms, [pattern[at..open]]);
            if (open == pattern.Length) break;
            var close = pattern.IndexOf('}', open);
            if (close < 0)
            {
                error = "a brace is not closed";
                return null;
            }

            var inside = pattern[(open + 1)..close];
            if (!inside.Contains(',', StringComparison.Ordinal) && !endings.ContainsKey(inside))
            {
                error = $"there are no endings called \"{inside}\"";
                return null;
            }

            Append(forms, endings.TryGetValue(inside, out var named) ? named : inside.Split(','));
            if (forms.Count > Limit)
            {
                error = $"more than {Limit} forms";
                return null;
            }

            at = close + 1;
        }

        return forms;
    }

    private static void Append(List<string> forms, string[] pieces)
    {
        var before = forms.ToArray();
        forms.Clear();
        foreach (var form in before)
        {
            foreach (var piece in pieces) forms.Add(form + piece);
        }
    }
}
