using System.Net;
using System.Text;
using System.Text.Unicode;
using System.Xml;

namespace Alerts.Core.Sources.Feeds.Xml;

/// <summary>Reads what stands inside one element: text, escaped HTML, inline markup, people. Leaves the reader behind the element.</summary>
internal sealed class XmlContentReader(XmlReader reader, bool hasBase, FeedLimits limits)
{
    /// <summary>How much longer than its text a title may be with its markup and references.</summary>
    private const int MarkupOfTitles = 64;

    private static readonly string[] Linking = ["href", "src", "cite", "poster", "longdesc", "action", "background", "data"];

    /// <summary>A text construct. Atom says what it holds; where the vocabulary does not, <paramref name="otherwise"/> applies.</summary>
    public FeedText ReadText(FeedNamespace vocabulary, string? baseUrl, FeedTextKind otherwise, int plainLimit = int.MaxValue)
    {
        var attributes = reader.AttributeCount > 0;
        var type = attributes ? reader.GetAttribute("type")?.Trim() : null;
        var mode = attributes ? reader.GetAttribute("mode")?.Trim() : null;
        var kind = vocabulary is FeedNamespace.Atom03 or FeedNamespace.Atom10
            ? Kind(type, FeedTextKind.Plain)
            : type is null ? otherwise : Kind(type, otherwise);
        var inline = mode is null ? IsXhtml(type) : mode.Equals("xml", StringComparison.OrdinalIgnoreCase) && (kind == FeedTextKind.Html || IsXhtml(type));
        var raw = Read(escape: inline, baseUrl, out var markup);
        if (mode is not null && mode.Equals("base64", StringComparison.OrdinalIgnoreCase) || (mode is null && IsBinary(type) && !markup))
        {
            raw = Unpack(raw);
            kind = kind == FeedTextKind.Plain && type != "text/plain" ? FeedTextKind.Unsure : kind;
        }

        if (markup || inline)
            kind = FeedTextKind.Html;
        var most = plainLimit == int.MaxValue ? limits.Body : plainLimit * MarkupOfTitles;
        return new FeedText(raw.Length > most ? raw[..most] : raw, kind, baseUrl, plainLimit);
    }

    /// <summary>The element itself, tags included, as HTML.</summary>
    public FeedText ReadElement(string? baseUrl) => new(Read(escape: true, baseUrl, out _), FeedTextKind.Html, baseUrl);

    /// <summary>Text as it stands, of child elements too.</summary>
    public string ReadRaw()
    {
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return "";
        }

        var depth = reader.Depth;
        reader.Read();
        var single = "";
        StringBuilder? several = null;
        while (!reader.EOF && reader.Depth > depth)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                if (single.Length == 0)
                    single = reader.Value;
                else
                    (several ??= new StringBuilder(single)).Append(reader.Value);
            }

            Next();
        }

        reader.Read();
        return several?.ToString() ?? single;
    }

    /// <summary>Text without white space around it.</summary>
    public string ReadPlain() => ReadRaw().Trim();

    /// <summary>A person: the children of an Atom one, or the texts that RSS uses, <c>mail@example.org (A. Name)</c>.</summary>
    public string ReadAuthor()
    {
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return "";
        }

        var depth = reader.Depth;
        reader.Read();
        string? name = null;
        string? mail = null;
        var text = "";
        while (!reader.EOF && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                switch (reader.LocalName)
                {
                    case "name" or "Name" or "title" or "Person" or "person" when name is null:
                        name = HtmlText.Collapse(ReadRaw());
                        break;
                    case "email" or "mbox" when mail is null:
                        mail = HtmlText.Collapse(ReadRaw());
                        break;
                    case "Description" or "Agent" or "Seq" or "Bag" or "li":
                        Next();
                        break;
                    default:
                        Skip();
                        break;
                }

                continue;
            }

            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                text += reader.Value;
            Next();
        }

        reader.Read();
        return !string.IsNullOrEmpty(name) ? name : !string.IsNullOrEmpty(mail) ? mail : PersonName.Of(text);
    }

    /// <summary>The texts of the children of a name.</summary>
    public List<string> ReadChildren(string name)
    {
        var texts = new List<string>();
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return texts;
        }

        var depth = reader.Depth;
        reader.Read();
        while (!reader.EOF && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase))
                texts.Add(ReadPlain());
            else
                Next();
        }

        reader.Read();
        return texts;
    }

    /// <summary>Past the element and all that it holds.</summary>
    public void Skip()
    {
        if (!reader.IsEmptyElement)
        {
            var depth = reader.Depth;
            do
                Next();
            while (!reader.EOF && reader.Depth > depth);
        }

        reader.Read();
    }

    /// <summary>Readers keep all elements that are open, so what nests without end costs memory even where nobody looks at it.</summary>
    private void Next()
    {
        reader.Read();
        if (reader.NodeType == XmlNodeType.Element && reader.Depth > limits.Depth)
            throw new XmlException("Elements nest too deeply.");
    }

    private string Read(bool escape, string? baseUrl, out bool markup)
    {
        markup = false;
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return "";
        }

        var depth = reader.Depth;
        reader.Read();
        var first = "";
        if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
        {
            first = reader.Value;
            reader.Read();
        }

        if (reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth)
        {
            reader.Read();
            return escape ? WebUtility.HtmlEncode(first) : first;
        }

        return ReadMixed(new StringBuilder(escape ? WebUtility.HtmlEncode(first) : first), depth, escape, baseUrl, out markup);
    }

    private string ReadMixed(StringBuilder html, int depth, bool escape, string? baseUrl, out bool markup)
    {
        markup = false;
        var bases = hasBase ? new Stack<(int Depth, string? Base)>() : null;
        while (!reader.EOF && reader.Depth > depth)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (reader.Depth > limits.Depth)
                        throw new XmlException("Elements nest too deeply.");
                    markup = true;
                    WriteStart(html, bases, baseUrl);
                    break;
                case XmlNodeType.EndElement:
                    if (bases?.Count > 0 && bases.Peek().Depth == reader.Depth)
                        bases.Pop();
                    html.Append("</").Append(TagName()).Append('>');
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    html.Append(escape ? WebUtility.HtmlEncode(reader.Value) : reader.Value);
                    break;
            }

            reader.Read();
        }

        reader.Read();
        return html.ToString();
    }

    private void WriteStart(StringBuilder html, Stack<(int Depth, string? Base)>? bases, string? baseUrl)
    {
        var name = TagName();
        var empty = reader.IsEmptyElement;
        var outer = bases?.Count > 0 ? bases.Peek().Base : baseUrl;
        var inner = hasBase && reader.GetAttribute("xml:base") is { } reference ? FeedUrl.Rebase(reference, outer) : outer;
        if (!empty && inner != outer)
            bases!.Push((reader.Depth, inner));
        html.Append('<').Append(name);
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix.Length > 0 || reader.LocalName == "xmlns")
                continue;
            var value = reader.Value;
            if (inner != baseUrl && Linking.Contains(reader.LocalName, StringComparer.OrdinalIgnoreCase))
                value = FeedUrl.Rebase(value, inner) ?? value;
            html.Append(' ').Append(reader.LocalName).Append("=\"").Append(WebUtility.HtmlEncode(value)).Append('"');
        }

        reader.MoveToElement();
        html.Append('>');
        if (empty && !HtmlVocabulary.Void.Contains(name))
            html.Append("</").Append(name).Append('>');
    }

    private string TagName() => reader.Prefix.Length == 0 || FeedNamespaces.Of(reader.NamespaceURI, reader.Prefix) == FeedNamespace.Xhtml ? reader.LocalName : reader.Prefix + "-" + reader.LocalName;

    private static FeedTextKind Kind(string? type, FeedTextKind otherwise) => type?.ToLowerInvariant() switch
    {
        "html" or "text/html" or "xhtml" or "application/xhtml+xml" => FeedTextKind.Html,
        "text" or "plain" or "text/plain" => otherwise == FeedTextKind.Unsure ? FeedTextKind.Unsure : FeedTextKind.Plain,
        _ => otherwise,
    };

    private static bool IsXhtml(string? type) =>
        type is not null && (type.Equals("xhtml", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+xml", StringComparison.OrdinalIgnoreCase) || type.EndsWith("/xml", StringComparison.OrdinalIgnoreCase));

    /// <summary>Atom 1.0: what is neither text nor XML stands there in base64.</summary>
    private static bool IsBinary(string? type) =>
        type is not null && type.Contains('/', StringComparison.Ordinal) && !type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) && !IsXhtml(type);

    /// <summary>Text that came in base64; nothing when the bytes are no text.</summary>
    private static string Unpack(string base64)
    {
        try
        {
            var bytes = Convert.FromBase64String(base64.Trim());
            return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : "";
        }
        catch (FormatException)
        {
            return base64;
        }
    }
}
