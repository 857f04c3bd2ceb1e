using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;

namespace Alerts.Infrastructure.Fetching.Pages;

/// <summary>The text of elements as a reader sees it: one line a block, white space folded.</summary>
internal sealed class PlainText
{
    private static readonly FrozenSet<string> Blocks = FrozenSet.Create(
        "ADDRESS", "ARTICLE", "ASIDE", "BLOCKQUOTE", "BR", "CAPTION", "DD", "DETAILS", "DIV", "DL", "DT", "FIGCAPTION", "FIGURE", "FOOTER", "H1", "H2", "H3", "H4", "H5",
        "H6", "HEADER", "HR", "LI", "MAIN", "OL", "P", "PRE", "SECTION", "SUMMARY", "TABLE", "TBODY", "TFOOT", "THEAD", "TR", "UL");

    private static readonly FrozenSet<string> Unseen = FrozenSet.Create(
        "AUDIO", "BUTTON", "CANVAS", "EMBED", "IFRAME", "INPUT", "LINK", "META", "NOSCRIPT", "OBJECT", "SCRIPT", "SELECT", "STYLE", "SVG", "TEMPLATE", "TEXTAREA", "VIDEO");

    private readonly StringBuilder text = new();
    private bool space;
    private bool line;

    public static string Of(INode root)
    {
        var plain = new PlainText();
        plain.Add(root);
        return plain.text.ToString();
    }

    private void Add(INode node)
    {
        switch (node)
        {
            case IText words:
                Add(words.Data);
                return;
            case IElement element when Unseen.Contains(element.LocalName.ToUpperInvariant()):
                return;
        }

        var name = node is IElement { TagName: var tag } ? tag : "";
        var isBlock = Blocks.Contains(name);
        line |= isBlock;
        for (var child = node.FirstChild; child is not null; child = child.NextSibling)
        {
            Add(child);
        }

        line |= isBlock;
        space |= name is "TD" or "TH";
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
                if (text.Length > 0 && (line || space))
                {
                    text.Append(line ? '\n' : ' ');
                }

                line = space = false;
                text.Append(c);
            }
        }
    }
}
