using System.Text.RegularExpressions;

namespace Alerts.Core.Sources.Feeds;

/// <summary>
/// Mends what publishers write as if HTML were XML, and what would make an HTML parser drop the rest of a text: elements that close
/// themselves though HTML has no such thing, and comments that never end.
/// </summary>
internal static partial class HtmlRepair
{
    public static string Mend(string html)
    {
        var mended = html.Contains("/>", StringComparison.Ordinal) ? SelfClosed().Replace(html, "$0</$1>") : html;
        var comment = mended.LastIndexOf("<!--", StringComparison.Ordinal);
        while (comment >= 0 && mended.IndexOf("-->", comment, StringComparison.Ordinal) < 0)
        {
            mended = mended.Remove(comment, EndOfUnclosed(mended, comment) - comment);
            comment = mended.LastIndexOf("<!--", StringComparison.Ordinal);
        }

        return mended;
    }

    /// <summary>Where a comment without end is taken to end: at the first bracket.</summary>
    public static int EndOfUnclosed(string html, int comment) => html.IndexOf('>', comment) is >= 0 and var bracket ? bracket + 1 : html.Length;

    [GeneratedRegex("""<(iframe|script|style|object|textarea|title|noscript|template|video|audio|select|div|span|p|a|b|i|em|strong)\b[^<>]*/>""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SelfClosed();
}
