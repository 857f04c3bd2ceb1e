using System.Globalization;
using System.Net;
using System.Text;

namespace Alerts.Benchmarks.Feeds;

/// <summary>
/// Documents of a thousand entries, made from a fixed seed, in the four shapes that occur: a blog's full texts in CDATA, Atom with escaped HTML, a
/// newsroom's short items with authors, categories and pictures, and RDF. As in real feeds, sentences hold typographic quotes and dashes, and titles references.
/// </summary>
internal static class FeedCorpus
{
    private const int Entries = 1_000;
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private static readonly string[] Words =
        "exchange bridge wallet attacker drained funds protocol investigators traced stolen assets mixer custody keys signer report users withdrawals paused audit recovery network validator team statement hours million"
            .Split(' ');

    public static IReadOnlyList<(string Name, byte[] Document)> All() =>
    [
        ("RSS, full text", Rss(full: true)),
        ("Atom, full text", Atom()),
        ("RSS, light", Rss(full: false)),
        ("RDF", Rdf()),
    ];

    private static byte[] Rss(bool full)
    {
        var dice = new Random(1);
        var xml = new StringBuilder(
            """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>News</title><link>https://news.example/</link><description>All news</description><language>en-US</language>""");
        for (var i = 0; i < Entries; i++)
        {
            var date = Start.AddMinutes(-7 * i).ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture);
            xml.Append("\n<item>\n\t<title>").Append(Title(dice)).Append("</title>\n\t<link>https://news.example/2026/11/story-").Append(i).Append("/</link>\n\t");
            if (full)
                xml.Append("<dc:creator><![CDATA[").Append(Sentence(dice, 2)).Append("]]></dc:creator>\n\t");
            xml.Append("<pubDate>").Append(date).Append("</pubDate>\n\t");
            if (full)
                xml.Append("<category><![CDATA[Security]]></category>\n\t<category><![CDATA[Bridges]]></category>\n\t");
            xml.Append("<guid isPermaLink=\"false\">https://news.example/?p=").Append(100_000 + i).Append("</guid>\n\t");
            if (full)
                xml.Append("<description><![CDATA[<p>").Append(Sentence(dice, 40)).Append("</p>]]></description>\n\t<content:encoded><![CDATA[").Append(Body(dice)).Append("]]></content:encoded>\n");
            else
                xml.Append("<description>").Append(Sentence(dice, 20)).Append("</description>\n\t<dc:creator>").Append(Sentence(dice, 2)).Append("</dc:creator>\n\t<category>Security</category>\n\t<media:content url=\"https://img.news.example/").Append(i).Append(".jpg?width=1200&amp;height=675\" type=\"image/jpeg\" medium=\"image\"/>\n");
            xml.Append("</item>");
        }

        return Encoding.UTF8.GetBytes(xml.Append("</channel></rss>").ToString());
    }

    private static byte[] Atom()
    {
        var dice = new Random(2);
        var xml = new StringBuilder(
            """<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>News</title><link href="https://news.example/"/><link rel="self" href="https://news.example/atom.xml"/><id>tag:news.example,2026:feed</id><updated>2026-11-23T12:00:00Z</updated>""");
        for (var i = 0; i < Entries; i++)
        {
            var date = Start.AddMinutes(-7 * i).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            xml.Append("\n<entry>\n  <title type=\"html\">").Append(Title(dice)).Append("</title>\n  <link rel=\"alternate\" type=\"text/html\" href=\"https://news.example/2026/11/story-").Append(i)
                .Append("\"/>\n  <id>tag:news.example,2026:").Append(i).Append("</id>\n  <published>").Append(date).Append("</published>\n  <updated>").Append(date)
                .Append("</updated>\n  <author><name>").Append(Sentence(dice, 2)).Append("</name></author>\n  <category term=\"security\"/>\n  <summary type=\"html\">").Append(Sentence(dice, 30))
                .Append("</summary>\n  <content type=\"html\">").Append(WebUtility.HtmlEncode(Body(dice))).Append("</content>\n</entry>");
        }

        return Encoding.UTF8.GetBytes(xml.Append("</feed>").ToString());
    }

    private static byte[] Rdf()
    {
        var dice = new Random(3);
        var xml = new StringBuilder(
            """<?xml version="1.0" encoding="UTF-8"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://news.example/"><title>News</title><link>https://news.example/</link><description>All</description></channel>""");
        for (var i = 0; i < Entries; i++)
        {
            var date = Start.AddMinutes(-7 * i).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
            xml.Append("\n<item rdf:about=\"https://news.example/story-").Append(i).Append("\">\n<title>").Append(Title(dice)).Append("</title>\n<link>https://news.example/story-").Append(i)
                .Append("</link>\n<description>").Append(Sentence(dice, 30)).Append("</description>\n<dc:date>").Append(date).Append("</dc:date>\n<dc:creator>").Append(Sentence(dice, 2)).Append("</dc:creator>\n</item>");
        }

        return Encoding.UTF8.GetBytes(xml.Append("</rdf:RDF>").ToString());
    }

    private static string Body(Random dice)
    {
        var html = new StringBuilder();
        for (var i = 0; i < 10; i++)
            html.Append("<p>").Append(Sentence(dice, 50)).Append(" <a href=\"https://news.example/tag/").Append(dice.Next(1000)).Append("\">").Append(Sentence(dice, 3)).Append("</a>.</p>\n");
        return html.ToString();
    }

    private static string Title(Random dice) => Sentence(dice, 5) + (dice.Next(3) == 0 ? " &amp; " : "&#8217;s ") + Sentence(dice, 4);

    /// <summary>One word in forty carries what only typesetters and people's names have.</summary>
    private static string Sentence(Random dice, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Word(dice, Words[dice.Next(Words.Length)])));

    private static string Word(Random dice, string word) => dice.Next(120) switch
    {
        0 => $"“{word}”",
        1 => word + " —",
        2 => word + "’s",
        _ => word,
    };
}
