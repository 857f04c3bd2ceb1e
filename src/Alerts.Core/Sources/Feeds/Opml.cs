using System.Text;
using System.Xml;

namespace Alerts.Core.Sources.Feeds;

/// <summary>Lists of feeds as readers exchange them.</summary>
public static class Opml
{
    private static readonly XmlReaderSettings Reading = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true };
    private static readonly XmlWriterSettings Writing = new() { Indent = true, Encoding = new UTF8Encoding(false), OmitXmlDeclaration = false };

    /// <summary>The feeds of the list, each address once; null when it is no OPML.</summary>
    public static IReadOnlyList<OpmlFeed>? Read(ReadOnlyMemory<byte> body)
    {
        var feeds = new List<OpmlFeed>();
        var folders = new Stack<(int Depth, string Name)>();
        try
        {
            using var stream = new ReadOnlyMemoryStream(body);
            using var reader = XmlReader.Create(stream, Reading);
            if (reader.MoveToContent() != XmlNodeType.Element || !reader.LocalName.Equals("opml", StringComparison.OrdinalIgnoreCase))
                return null;
            while (reader.Read())
            {
                while (folders.Count > 0 && reader.Depth <= folders.Peek().Depth && reader.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
                    folders.Pop();
                if (reader.NodeType != XmlNodeType.Element || !reader.LocalName.Equals("outline", StringComparison.OrdinalIgnoreCase))
                    continue;
                var title = HtmlText.Collapse(reader.GetAttribute("title") ?? reader.GetAttribute("text") ?? "");
                if ((reader.GetAttribute("xmlUrl") ?? reader.GetAttribute("xmlurl") ?? reader.GetAttribute("url")) is not { } address)
                {
                    if (!reader.IsEmptyElement)
                        folders.Push((reader.Depth, title));
                    continue;
                }

                if (Uri.TryCreate(address.Trim(), UriKind.Absolute, out var url) && FeedUrl.IsWeb(url.AbsoluteUri) && feeds.All(feed => feed.Url != url))
                    feeds.Add(new OpmlFeed(title.Length > 0 ? title : url.Host, url, folders.Count > 0 ? folders.Peek().Name : null, reader.GetAttribute("language")));
            }
        }
        catch (XmlException)
        {
            // A list cut off in the middle is still worth what it lists; what never was XML is none.
            return feeds.Count > 0 ? feeds : null;
        }

        return feeds;
    }

    public static string Write(string title, IEnumerable<OpmlFeed> feeds)
    {
        ArgumentNullException.ThrowIfNull(feeds);
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, Writing))
        {
            writer.WriteStartElement("opml");
            writer.WriteAttributeString("version", "2.0");
            writer.WriteStartElement("head");
            writer.WriteElementString("title", title);
            writer.WriteEndElement();
            writer.WriteStartElement("body");
            foreach (var folder in feeds.GroupBy(feed => feed.Folder).OrderBy(group => group.Key, StringComparer.Ordinal))
                WriteFolder(writer, folder.Key, folder);
            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void WriteFolder(XmlWriter writer, string? folder, IEnumerable<OpmlFeed> feeds)
    {
        if (folder is not null)
        {
            writer.WriteStartElement("outline");
            writer.WriteAttributeString("text", folder);
        }

        foreach (var feed in feeds)
        {
            writer.WriteStartElement("outline");
            writer.WriteAttributeString("type", "rss");
            writer.WriteAttributeString("text", feed.Title);
            writer.WriteAttributeString("xmlUrl", feed.Url.AbsoluteUri);
            if (feed.Language is not null)
                writer.WriteAttributeString("language", feed.Language);
            writer.WriteEndElement();
        }

        if (folder is not null)
            writer.WriteEndElement();
    }
}
