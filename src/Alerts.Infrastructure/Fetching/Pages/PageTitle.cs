using System.Text.RegularExpressions;

namespace Alerts.Infrastructure.Fetching.Pages;

/// <summary>An article's title without the site's name around it.</summary>
internal static partial class PageTitle
{
    private const int LongestSiteName = 40;

    /// <param name="stated">As the page states it, in the order of trust.</param>
    /// <param name="headings">Its first-level headings.</param>
    /// <param name="siteName">As it states it, if it does.</param>
    public static string Choose(IEnumerable<string?> stated, IReadOnlyList<string> headings, string? siteName, Uri url)
    {
        var title = stated.Select(OneLine).FirstOrDefault(text => text.Length > 0) ?? "";
        if (title.Length == 0)
        {
            return headings.Count > 0 ? headings[0] : "";
        }

        // "Heading - Site", where the page shows "Heading" as its heading: no guess needed.
        var heading = headings.Where(text => text.Length >= 10 && text.Length < title.Length && title.StartsWith(text, StringComparison.OrdinalIgnoreCase)).MaxBy(text => text.Length);
        if (heading is not null && Separator().IsMatch(title[heading.Length..]) && Separator().Match(title[heading.Length..]).Index == 0)
        {
            return heading;
        }

        var names = new[] { siteName, HostLabel(url) }.OfType<string>().Select(Letters).Where(name => name.Length > 1).ToList();
        return WithoutSite(title, names);
    }

    private static string WithoutSite(string title, List<string> names)
    {
        while (Separator().Matches(title) is { Count: > 0 } separators)
        {
            var last = separators[^1];
            var (head, tail) = (title[..last.Index].Trim(), title[(last.Index + last.Length)..].Trim());
            if (head.Length > 0 && tail.Length <= LongestSiteName && (IsSite(tail, names) || (last.Value.AsSpan().ContainsAny("|｜»_") && head.Length >= 2 * tail.Length)))
            {
                title = head;
                continue;
            }

            var first = separators[0];
            return first.Index is > 0 and <= LongestSiteName && IsSite(title[..first.Index], names) ? title[(first.Index + first.Length)..].Trim() : title;
        }

        return title;
    }

    private static bool IsSite(string text, List<string> names)
    {
        var letters = Letters(text);
        return letters.Length > 1 && names.Exists(name => letters == name || (name.Length >= 4 && letters.StartsWith(name, StringComparison.Ordinal)) || (letters.Length >= 4 && name.StartsWith(letters, StringComparison.Ordinal)));
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static string HostLabel(Uri url)
    {
        var labels = url.Host.Split('.');
        return labels.Length < 2 ? "" : labels[^2].Length <= 3 && labels.Length > 2 && labels[^1].Length == 2 ? labels[^3] : labels[^2];
    }

    public static string OneLine(string? text) => text is null ? "" : Spaces().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+[|\-–—·•:»]+\s+|\s*[|｜»]\s*|(?<=[\p{IsCJKUnifiedIdeographs}\p{IsHangulSyllables}])[_\-–—](?=[\p{L}])")]
    private static partial Regex Separator();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
