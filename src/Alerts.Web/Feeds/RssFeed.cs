using System.Globalization;
using System.Text;
using System.Xml;

namespace Alerts.Web.Feeds;

/// <summary>RSS 2.0 with content:encoded, dc:creator and atom:link.</summary>
internal static class RssFeed
{
    public const string ContentType = "application/rss+xml";

    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    public static byte[] Write(HitFeed feed)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement("rss");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteAttributeString("xmlns", "atom", null, Atom);
            xml.WriteAttributeString("xmlns", "content", null, Content);
            xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
            xml.WriteStartElement("channel");
            Element(xml, "title", feed.Title);
            Element(xml, "link", feed.Home);
            Element(xml, "description", feed.Description);
            Element(xml, "generator", "Alerts");
            if (feed.UpdatedAt is { } updated)
            {
                Element(xml, "lastBuildDate", Time(updated));
            }

            xml.WriteStartElement("link", Atom);
            xml.WriteAttributeString("href", XmlText.Clean(feed.Self));
            xml.WriteAttributeString("rel", "self");
            xml.WriteAttributeString("type", ContentType);
            xml.WriteEndElement();
            foreach (var item in feed.Items)
            {
                WriteItem(xml, item);
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return stream.ToArray();
    }

    private static void WriteItem(XmlWriter xml, HitFeedItem item)
    {
        xml.WriteStartElement("item");
        Element(xml, "title", item.Title);
        Element(xml, "link", item.Url);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(XmlText.Clean(item.Id));
        xml.WriteEndElement();
        Element(xml, "pubDate", Time(item.PublishedAt));
        xml.WriteElementString("creator", DublinCore, XmlText.Clean(item.Publisher));
        foreach (var tag in item.Tags)
        {
            Element(xml, "category", tag);
        }

        Element(xml, "description", item.Summary);
        xml.WriteElementString("encoded", Content, XmlText.Clean(item.Html));
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, XmlText.Clean(text));

    private static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("r", CultureInfo.InvariantCulture);
}
