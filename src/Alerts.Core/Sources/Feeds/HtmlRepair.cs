using System.Text;
using System.Text.RegularExpressions;

namespace Alerts.Core.Sources.Feeds;

/// <summary>
/// Mends what publishers write as if HTML were XML, and what would make an HTML parser drop the rest of a text: elements that close
/// themselves though HTML has no such thing, and comments that never end.
/// </summary>
internal static partial class HtmlRepair
{
    public static string Mend(string html) =>
        EndUnclosed(html.Contains("/>", StringComparison.Ordinal) ? SelfClosed().Replace(html, "$0</$1>") : html);

    /// <summary>Drops what opens, never ends, and would take the rest of the text with it.</summary>
    public static string EndUnclosed(string html) => EndFrames(EndComments(html));

    private static string EndFrames(string html)
    {
        var lastEnd = html.LastIndexOf("</iframe", StringComparison.OrdinalIgnoreCase);
        var open = html.IndexOf("<iframe", lastEnd < 0 ? 0 : lastEnd, StringComparison.OrdinalIgnoreCase);
        return open < 0 ? html : string.Concat(html.AsSpan(0, open), Frame().Replace(html[open..], ""));
    }

    /// <summary>Drops the comments that never end, each up to its first bracket.</summary>
    private static string EndComments(string html)
    {
        var lastEnd = html.LastIndexOf("-->", StringComparison.Ordinal);
        var comment = html.IndexOf("<!--", lastEnd < 0 ? 0 : lastEnd, StringComparison.Ordinal);
        if (comment < 0)
            return html;
        var mended = new StringBuilder(html.Length);
        var at = 0;
        while (comment >= 0)
        {
            mended.Append(html, at, comment - at);
            var bracket = html.IndexOf('>', comment);
            at = bracket < 0 ? html.Length : bracket + 1;
            comment = html.IndexOf("<!--", at, StringComparison.Ordinal);
        }

        return mended.Append(html, at, html.Length - at).ToString();
    }

    [GeneratedRegex("<iframe[^<>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Frame();

    [GeneratedRegex("""<(iframe|script|style|object|textarea|title|noscript|template|video|audio|select|div|span|p|a|b|i|em|strong)\b[^<>]*/>""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SelfClosed();
}
