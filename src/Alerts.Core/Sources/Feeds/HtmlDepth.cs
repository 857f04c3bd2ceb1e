namespace Alerts.Core.Sources.Feeds;

/// <summary>
/// Estimates from its tags alone how deep the tree of an HTML text would be. An end tag takes back one start tag of its name and nothing
/// above it, because parsers keep open (or open again) what was not closed: so the estimate errs upwards.
/// </summary>
public static class HtmlDepth
{
    /// <summary>How far down the open elements an end tag is looked up; keeps the whole linear.</summary>
    private const int Reach = 32;

    public static bool Exceeds(string html, int limit)
    {
        if (html.Length < limit * 3)
            return false;
        var open = new List<Range>(limit);
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at < html.Length - 1; at = html.IndexOf('<', at + 1))
        {
            var closing = html[at + 1] == '/';
            var start = at + (closing ? 2 : 1);
            var name = HtmlText.NameOf(html.AsSpan(start));
            if (name.IsEmpty || HtmlVocabulary.Void.Contains(name))
                continue;
            if (closing)
                Close(html, open, name);
            else if (!Succeeds(html, open, name))
                open.Add(start..(start + name.Length));
            if (open.Count > limit)
                return true;
        }

        return false;
    }

    private static void Close(string html, List<Range> open, ReadOnlySpan<char> name)
    {
        for (var i = open.Count - 1; i >= Math.Max(0, open.Count - Reach); i--)
        {
            if (!html.AsSpan(open[i]).Equals(name, StringComparison.OrdinalIgnoreCase))
                continue;
            open.RemoveAt(i);
            return;
        }
    }

    /// <summary>Whether the element ends its like before it, so that a missing end tag nests nothing.</summary>
    private static bool Succeeds(string html, List<Range> open, ReadOnlySpan<char> name) =>
        open.Count > 0 && name.Length <= 2 && html.AsSpan(open[^1]).Equals(name, StringComparison.OrdinalIgnoreCase) &&
        (name.Equals("p", StringComparison.OrdinalIgnoreCase) || name.Equals("li", StringComparison.OrdinalIgnoreCase) || name.Equals("dd", StringComparison.OrdinalIgnoreCase) ||
         name.Equals("dt", StringComparison.OrdinalIgnoreCase) || name.Equals("tr", StringComparison.OrdinalIgnoreCase) || name.Equals("td", StringComparison.OrdinalIgnoreCase));
}
