using System.Text;

namespace Alerts.Tests.Sources.Feeds;

/// <summary>Makes broken documents from whole ones: bytes flipped, pieces cut, doubled and spliced, encodings changed. The same seed, the same document.</summary>
internal static class FeedMutation
{
    private static readonly string[] Encodings = ["utf-8", "utf-16", "utf-16BE", "utf-32", "iso-8859-1", "us-ascii"];

    private static readonly string[] Tokens =
    [
        "<", ">", "&", "]]>", "<![CDATA[", "<!--", "-->", "<!DOCTYPE x [", "<!ENTITY a \"b\">", "&a;", "&#0;", "&#xD800;", "&nbsp;", "<item>", "</item>", "<entry>", "</entry>", "<title>", "</channel>", "<?xml",
        "xmlns:x=\"\"", "xml:base=\"//\"", " xmlns=\"http://www.w3.org/2005/Atom\"", "\0", "\uFFFE", "<div>", "<a href='", "\"", "{", "}", "[", "\\u0000", "<svg", "<br/>", "9999-12-31T23:59:59-14:00",
    ];

    private static readonly string[] Seeds =
    [
        """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE rss [<!ENTITY dash "-">]><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>A &amp; B &dash;</title><link>https://a.example/</link><ttl>60</ttl><skipHours><hour>3</hour></skipHours><item><title>One &lt;b&gt;two&lt;/b&gt;</title><link>/1?a=1&amp;b=2</link><guid>1</guid><pubDate>Mon, 23 Nov 2026 10:00:00 GMT</pubDate><author>a@b.example (A)</author><enclosure url="https://a.example/a.mp3" type="audio/mpeg" length="9"/><media:group><media:content url="x"/><media:title>T</media:title></media:group><description>Plain</description><content:encoded><![CDATA[<p>Body <a href="/x">x</a><script>x()</script></p>]]></content:encoded></item></channel></rss>""",
        """<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>G &#8217;s</title><language>en</language><!-- c --><item><title>R&amp;D</title><link>https://g.example/1</link><guid isPermaLink='false'>g1</guid><dc:creator xml:lang="fr"><![CDATA[Ana é]]></dc:creator><dc:date>2026-11-23T10:00:00Z</dc:date><category domain="x">c</category><description>&lt;p title=&quot;t&quot;&gt;a&lt;/p&gt;</description></item><item/></channel></rss>""",
        """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://b.example/" xml:lang="ko"><title type="html">&lt;i&gt;북한&lt;/i&gt;</title><link rel="hub" href="https://hub.example/"/><entry><id>tag:b.example,2026:1</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">라자루스<b>가</b></div></title><link href="1"/><updated>2026-11-23T10:00:00+09:00</updated><content type="xhtml" xml:base="sub/"><div xmlns="http://www.w3.org/1999/xhtml"><p>5 &lt; 6 <img src="a.png"/></p></div></content><author><name>김</name></author></entry></feed>""",
        """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://c.example/"><title>C</title></channel><item rdf:about="https://c.example/1"><title>Été</title><link>https://c.example/1</link><dc:date>2026-11-23T10:00+01:00</dc:date><dc:creator>C</dc:creator></item></rdf:RDF>""",
        """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://d.example/1</loc><news:news><news:publication><news:name>D</news:name><news:language>en</news:language></news:publication><news:publication_date>2026-11-23</news:publication_date><news:title>D one</news:title></news:news></url></urlset>""",
        """{"version":"https://jsonfeed.org/version/1.1","title":"E","items":[{"id":"1","url":"https://e.example/1","title":"E one","content_html":"<p>x<iframe src=\"y\"></iframe></p>","date_published":"2026-11-23T10:00:00Z","authors":[{"name":"E"}],"tags":["t"],"attachments":[{"url":"https://e.example/a","size_in_bytes":5}]}]}""",
        """<!doctype html><html><head><title>F</title><link rel="alternate" type="application/rss+xml" href="/feed"></head><body><a href="/rss">RSS</a><p>Text</body></html>""",
    ];

    public static byte[] Of(int seed)
    {
        var dice = new Random(seed);
        var text = Seeds[dice.Next(Seeds.Length)];
        for (var i = dice.Next(4); i > 0; i--)
            text = MutateText(text, dice);
        var bytes = Encoding.GetEncoding(dice.Next(4) == 0 ? Encodings[dice.Next(Encodings.Length)] : "utf-8").GetBytes(text);
        for (var i = dice.Next(3); i > 0 && bytes.Length > 0; i--)
            bytes = MutateBytes(bytes, dice);
        return bytes;
    }

    private static string MutateText(string text, Random dice)
    {
        var at = dice.Next(text.Length + 1);
        var length = dice.Next(Math.Min(60, text.Length - at) + 1);
        return dice.Next(5) switch
        {
            0 => text.Insert(at, Tokens[dice.Next(Tokens.Length)]),
            1 => text.Remove(at, length),
            2 => text.Insert(at, text.Substring(at, length)),
            3 => text[..at] + Seeds[dice.Next(Seeds.Length)][..dice.Next(100)],
            _ => text.Insert(at, string.Concat(Enumerable.Repeat(Tokens[dice.Next(Tokens.Length)], dice.Next(400)))),
        };
    }

    private static byte[] MutateBytes(byte[] bytes, Random dice)
    {
        var at = dice.Next(bytes.Length);
        if (dice.Next(4) == 0)
            return bytes[..at];
        bytes[at] = (byte)dice.Next(256);
        return bytes;
    }
}
