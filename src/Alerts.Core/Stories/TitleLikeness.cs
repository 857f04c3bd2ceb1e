using System.Text.RegularExpressions;

namespace Alerts.Core.Stories;

/// <summary>How much two titles share, for what was retitled, cut or extended: trigrams of letters and digits, so that no language needs its words divided.</summary>
internal static partial class TitleLikeness
{
    public const double Alike = 0.5;

    /// <summary>Other words for the same, as two outlets put news without a name of its own.</summary>
    public const double Related = 0.3;

    private const int Gram = 3;
    private const int Least = 30;

    /// <summary>Of a story's titles, so many are compared at most.</summary>
    public const int Compared = 12;

    /// <returns>That of the title that is most like it; 0 where there is none.</returns>
    public static double Highest(string title, IEnumerable<string> others)
    {
        var own = Grams(title);
        return others.Select(other => Of(own, Grams(other))).DefaultIfEmpty(0).Max();
    }

    private static double Of(HashSet<string> a, HashSet<string> b)
    {
        if (a.Count == 0 || b.Count == 0) return 0;
        var shared = a.Count(b.Contains);
        return (double)shared / (a.Count + b.Count - shared);
    }

    /// <summary>One goes on where the other ends; shorter ones than this say too little.</summary>
    public static bool Continues(string one, string other)
    {
        var (a, b) = (Folded(Source().Replace(one, "")), Folded(Source().Replace(other, "")));
        return Math.Min(a.Length, b.Length) >= Least && (a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal));
    }

    private static string Folded(string title) => string.Concat(title.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    private static HashSet<string> Grams(string title)
    {
        var folded = Folded(title);
        return [.. Enumerable.Range(0, Math.Max(0, folded.Length - Gram + 1)).Select(at => folded.Substring(at, Gram))];
    }

    /// <summary>Who republishes puts his name behind the headline.</summary>
    [GeneratedRegex(@"\s\([^)]{2,30}\)$|\s[-–|]\s[^-–|]{2,30}$")]
    private static partial Regex Source();
}
