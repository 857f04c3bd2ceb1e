using System.Text;
using System.Xml;
using Alerts.Core.Sources.Feeds;

namespace Alerts.Core.Sources;

/// <summary>
/// Lists of feeds as readers exchange them (OPML 2.0). What only we know of a source (kind, publisher, tier, definition) travels in
/// attributes of our own namespace, which other readers ignore.
/// </summary>
public static class Opml
{
    private const string Own = "urn:alerts:opml:1";
    private const int LongestName = 200;

    private static readonly XmlReaderSettings Reading = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true, MaxCharactersInDocument = 20_000_000 };
    private static readonly XmlWriterSettings Writing = new() { Indent = true, Encoding = new UTF8Encoding(false) };

    /// <returns>The feeds of the list, folders flattened, each address once; null where the document is no OPML.</returns>
    public static IReadOnlyList<Source>? Read(ReadOnlyMemory<byte> body)
    {
        var sources = new Dictionary<string, Source>(StringComparer.Ordinal);
        try
        {
            using var stream = new ReadOnlyMemoryStream(body);
            using var reader = XmlReader.Create(stream, Reading);
            if (reader.MoveToContent() != XmlNodeType.Element || !reader.LocalName.Equals("opml", StringComparison.OrdinalIgnoreCase))
                return null;
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName.Equals("outline", StringComparison.OrdinalIgnoreCase) && SourceOf(reader) is { } source)
                    sources.TryAdd(source.Id, source);
            }
        }
        catch (XmlException)
        {
            // A list cut off in the middle is still worth what it lists; what never was XML is none.
            return sources.Count > 0 ? [.. sources.Values] : null;
        }

        return [.. sources.Values];
    }

    public static string Write(IEnumerable<Source> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, Writing))
        {
            writer.WriteStartElement("opml");
            writer.WriteAttributeString("version", "2.0");
            writer.WriteAttributeString("xmlns", "alerts", null, Own);
            writer.WriteStartElement("head");
            writer.WriteElementString("title", "Sources of Alerts");
            writer.WriteEndElement();
            writer.WriteStartElement("body");
            foreach (var source in sources.Where(source => source.Url is not null))
                WriteOutline(writer, source);
            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void WriteOutline(XmlWriter writer, Source source)
    {
        writer.WriteStartElement("outline");
        writer.WriteAttributeString("type", "rss");
        writer.WriteAttributeString("text", source.Name);
        writer.WriteAttributeString("xmlUrl", source.Url!.AbsoluteUri);
        if (source.Language is { } language)
            writer.WriteAttributeString("language", language);
        writer.WriteAttributeString("kind", Own, source.Kind.ToString());
        writer.WriteAttributeString("publisher", Own, source.Publisher);
        writer.WriteAttributeString("tier", Own, source.Tier.ToString());
        if (source.Definition is { } definition)
            writer.WriteAttributeString("definition", Own, definition);
        writer.WriteEndElement();
    }

    private static Source? SourceOf(XmlReader outline)
    {
        var address = outline.GetAttribute("xmlUrl") ?? outline.GetAttribute("xmlurl") ?? outline.GetAttribute("url");
        if (!Uri.TryCreate(address?.Trim(), UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            return null;
        return new Source
        {
            Id = Source.IdOf(url),
            Name = Line(outline.GetAttribute("title")) ?? Line(outline.GetAttribute("text")) ?? url.Host,
            Kind = OneOf(outline.GetAttribute("kind", Own), SourceKind.Feed) is var kind && kind != SourceKind.Caller ? kind : SourceKind.Feed,
            Url = url,
            Publisher = Line(outline.GetAttribute("publisher", Own)) ?? url.Host,
            Tier = OneOf(outline.GetAttribute("tier", Own), SourceTier.Other),
            Language = Line(outline.GetAttribute("language")),
            Definition = outline.GetAttribute("definition", Own),
        };
    }

    private static string? Line(string? text) => HtmlText.Collapse(text ?? "") is { Length: > 0 } line ? line[..Math.Min(line.Length, LongestName)] : null;

    private static T OneOf<T>(string? name, T otherwise)
        where T : struct, Enum => Enum.TryParse<T>(name, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : otherwise;
}
