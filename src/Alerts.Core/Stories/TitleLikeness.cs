namespace Alerts.Core.Stories;

/// <summary>How much two titles share, for what was retitled, cut or extended: trigrams of letters and digits, so that no language needs its words divided.</summary>
internal static class TitleLikeness
{
    public const double Alike = 0.5;
    public const double Near = 0.35;

    private const int Gram = 3;

    public static double Of(string one, string other)
    {
        var (a, b) = (Grams(one), Grams(other));
        if (a.Count == 0 || b.Count == 0) return 0;
        var shared = a.Count(b.Contains);
        return (double)shared / (a.Count + b.Count - shared);
    }

    private static HashSet<string> Grams(string title)
    {
        var folded = string.Concat(title.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
        return [.. Enumerable.Range(0, Math.Max(0, folded.Length - Gram + 1)).Select(at => folded.Substring(at, Gram))];
    }
}
