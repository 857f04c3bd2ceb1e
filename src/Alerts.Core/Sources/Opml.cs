using System.Xml;
using System.Xml.Linq;

namespace Alerts.Core.Sources;

/// <summary>Lists of feeds as other readers exchange them (OPML 2.0). Publisher, tier and kind travel in attributes of our own namespace.</summary>
public static class Opml
{
    private static readonly XNamespace Own = "urn:alerts:opml:1";

    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = 20_000_000 };

    /// <returns>The feeds listed, folders flattened; null where the document is no OPML.</returns>
    public static IReadOnlyList<Source>? Read(byte[] document)
    {
        try
        {
            using var stream = new MemoryStream(document, writable: false);
            using var reader = XmlReader.Create(stream, Safe);
            var root = XDocument.Load(reader).Root;
            return root?.Name.LocalName != "opml" ? null : [.. root.Descendants("outline").Select(SourceOf).OfType<Source>().DistinctBy(source => source.Id)];
        }
        catch (XmlException)
        {
            return null;
        }
    }

    public static string Write(IEnumerable<Source> sources) => new XDocument(
        new XElement("opml", new XAttribute("version", "2.0"), new XAttribute(XNamespace.Xmlns + "alerts", Own),
            new XElement("head", new XElement("title", "Sources of Alerts")),
            new XElement("body", sources.Where(source => source.Url is not null).Select(OutlineOf)))).ToString();

    private static XElement OutlineOf(Source source) => new("outline",
        new XAttribute("type", "rss"),
        new XAttribute("text", source.Name),
        new XAttribute("xmlUrl", source.Url!.AbsoluteUri),
        source.Language is null ? null : new XAttribute("language", source.Language),
        new XAttribute(Own + "kind", source.Kind),
        new XAttribute(Own + "publisher", source.Publisher),
        new XAttribute(Own + "tier", source.Tier),
        source.Definition is null ? null : new XAttribute(Own + "definition", source.Definition));

    private static Source? SourceOf(XElement outline)
    {
        if (!Uri.TryCreate((string?)outline.Attribute("xmlUrl"), UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            return null;
        }

        return new Source
        {
            Id = Source.IdOf(url),
            Name = (string?)outline.Attribute("title") ?? (string?)outline.Attribute("text") ?? url.Host,
            Kind = Enum.TryParse<SourceKind>((string?)outline.Attribute(Own + "kind"), out var kind) ? kind : SourceKind.Feed,
            Url = url,
            Publisher = (string?)outline.Attribute(Own + "publisher") ?? url.Host,
            Tier = Enum.TryParse<SourceTier>((string?)outline.Attribute(Own + "tier"), out var tier) ? tier : SourceTier.Other,
            Language = (string?)outline.Attribute("language"),
            Definition = (string?)outline.Attribute(Own + "definition"),
        };
    }
}
