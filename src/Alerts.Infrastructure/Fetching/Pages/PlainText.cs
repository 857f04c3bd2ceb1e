using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;

namespace Alerts.Infrastructure.Fetching.Pages;

/// <summary>
/// The text of elements as a reader sees it: one line a block, white space folded. Lines that are but links point at other stories
/// ("Read more: ...") and are left out.
/// </summary>
internal sealed class PlainText
{
    /// <summary>Characters of a line of links; a longer one is a paragraph that somebody linked as a whole.</summary>
    private const int LinkLine = 200;

    private static readonly FrozenSet<string> Blocks = FrozenSet.Create(
        "address", "article", "aside", "blockquote", "br", "caption", "dd", "details", "div", "dl", "dt", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5",
        "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul");

    private static readonly FrozenSet<string> Unseen = FrozenSet.Create(
        "audio", "button", "canvas", "embed", "iframe", "input", "link", "meta", "noscript", "object", "script", "select", "style", "svg", "template", "textarea", "video");

    private readonly List<(string Text, bool IsHeading)> lines = [];
    private readonly StringBuilder line = new();
    private int linked;
    private int links;
    private int headings;
    private bool space;

    public static IReadOnlyList<(string Text, bool IsHeading)> LinesOf(INode root)
    {
        var plain = new PlainText();
        plain.Add(root);
        plain.EndLine();
        return plain.lines;
    }

    private void Add(INode node)
    {
        if (node is IText words)
        {
            Add(words.Data);
            return;
        }

        var name = node is IElement { LocalName: var local } ? local : "";
        if (Unseen.Contains(name))
        {
            return;
        }

        var isBlock = Blocks.Contains(name);
        var isHeading = name is ['h', >= '1' and <= '6'];
        if (isBlock)
        {
            EndLine();
        }

        links += name == "a" ? 1 : 0;
        headings += isHeading ? 1 : 0;
        for (var child = node.FirstChild; child is not null; child = child.NextSibling)
        {
            Add(child);
        }

        links -= name == "a" ? 1 : 0;
        if (isBlock)
        {
            EndLine();
        }

        headings -= isHeading ? 1 : 0;
        space |= name is "td" or "th";
    }

    private void Add(string words)
    {
        foreach (var c in words)
        {
            // Zero-width characters split words for no reader.
            if (char.IsWhiteSpace(c))
            {
                space = true;
            }
            else if (c is not ('\u200b' or '\ufeff' or '\u00ad' or '\u2060'))
            {
                if (space && line.Length > 0)
                {
                    line.Append(' ');
                    linked += links > 0 ? 1 : 0;
                }

                space = false;
                line.Append(c);
                linked += links > 0 ? 1 : 0;
            }
        }
    }

    private void EndLine()
    {
        if (line.Length > 0 && !(line.Length <= LinkLine && linked * 10 >= line.Length * 8))
        {
            lines.Add((line.ToString(), headings > 0));
        }

        line.Clear();
        linked = 0;
        space = false;
    }
}
