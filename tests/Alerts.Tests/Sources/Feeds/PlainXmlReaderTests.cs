using System.Text;
using System.Xml;
using Alerts.Core.Sources.Feeds;
using Alerts.Core.Sources.Feeds.Xml;

namespace Alerts.Tests.Sources.Feeds;

/// <summary>The reader of plain documents is held to the framework's: the same feed, or it hands the document over.</summary>
public class PlainXmlReaderTests
{
    private const string Base = "https://site.example/feed.xml";
    private const int Mutations = 4_000;

    /// <summary>Items with what XML allows and feeds contain.</summary>
    public static TheoryData<string> Plain => new()
    {
        "<title>a</title><link>https://site.example/1</link><guid isPermaLink=\"false\">1</guid><pubDate>Mon, 23 Nov 2026 10:00:00 GMT</pubDate>",
        "<title>R&amp;D &lt;b&gt;x&lt;/b&gt; &quot;y&quot; &apos;z&apos; &#8217; &#x2019; &#x1F600; &#10;&#13;&#9;</title>",
        "<title>라자루스 “é” 😀</title><category>é</category><category term='&#233;'/>",
        "<title>one\r\ntwo\rthree</title><description><![CDATA[a\r\nb]]></description><enclosure url='https://a.example/a\r\nb\tc' type=\"audio/mpeg\" length='5'/>",
        "<title><![CDATA[a]] b]]]></title><description>]] ] &gt;<![CDATA[]]></description>",
        "<title>a<!-- b -->c<?pi d?>e</title><!----><?x?>",
        "<title\n a = 'x'\tb=\"'\">t</title\n><description/><link />",
        "<a:title xmlns:a=\"http://purl.org/dc/elements/1.1/\">t</a:title><b:creator xmlns:b='http://purl.org/dc/elements/1.1/' xml:lang='ko'>c</b:creator>",
        "<entry xmlns=\"http://www.w3.org/2005/Atom\"><title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml' xml:space='preserve' xml:lang='fr'>a <b c='&amp;&lt;\"'>d</b> <br/></div></title></entry>",
        "<description xml:base=\"/sub/\" type=\"xhtml\"><p><a href=\"x\">y</a> <img src='z' /></p></description>",
        "<title>  </title><description>\n\t<b> </b>\n</description>",
        "<x.y-z_1 a.b-c='1'><deep><er>x</er></deep></x.y-z_1><title>t</title>",
        "<title>\u0085\u007f\u00a0\u2028</title>",
    };

    /// <summary>What XML forbids, and what is left to the framework's reader although XML allows it.</summary>
    public static TheoryData<string> Others => new()
    {
        "<title>&nbsp;</title>", "<title>&</title>", "<title>&amp</title>", "<title>&#0;</title>", "<title>&#xD800;</title>", "<title>&#xFFFE;</title>", "<title>&#99999999;</title>", "<title>&#X20;</title>", "<title>&#1a;</title>", "<title>&#;</title>",
        "<title>a]]>b</title>", "<title>\u0001</title>", "<title>\uFFFE</title>", "<title><![CDATA[\u0002]]></title>", "<title><![CDATA[x</title>", "<title a=\"\u0003\"/>", "<!-- \u0004 -->", "<?x \u0005?>",
        "<title>x</titel>", "<title>x</title", "<title>x</title x>", "<title>x", "<title a='1' a='2'/>", "<title a=1/>", "<title a/>", "<title a='1'b='2'/>", "<title a='<'/>", "<title a='&x;'/>", "<title/ >", "< title/>", "<title a='1", "<1/>", "<:a/>", "<a:/>", "<a:b:c xmlns:a='x'/>",
        "<a:b/>", "<b a:c='1'/>", "<b xmlns:a=''/>", "<b xmlns:xml='x'/>", "<b xmlns:xmlns='x'/>", "<b xmlns:p='x' xmlns:q='x' p:a='1' q:a='2'/>", "<b xml:space='none'/>", "<é/>", "<!-- -- -->", "<!-- x", "<!ELEMENT a>", "<?xml version='1.0'?>", "<?XML x?>", "<?x", "<?x/?>",
    };

    public static TheoryData<string> Documents => new()
    {
        "<!DOCTYPE rss><rss/>", "<rss/><rss/>", "<rss/>x", "<rss/><![CDATA[x]]>", "<rss/>&amp;", "<rss></rss></rss>", "<?xml version='1.1'?><rss/>", "<?xml encoding='utf-8'?><rss/>", "<?xml version='1.0' encoding='latin1'?><rss/>", "<?xml version='1.0'?", "<?xml version='1.0' x='y'?><rss/>", "<!-- only -->", "<", "</rss>", "<rss",
    };

    [Theory, MemberData(nameof(Plain))]
    public void Plain_documents_are_read_as_the_framework_reads_them(string item)
    {
        foreach (var document in new[] { Some.Rss($"<item>{item}</item>"), $"\uFEFF<?xml version='1.0' encoding=\"UTF-8\" standalone='yes' ?>\r\n<!-- c -->\n<?style s?>{Some.Rss($"\n\t<item>{item}</item>\r\n")}\n<!-- d -->\r\n" })
            Assert.Equal(Framework(document), FeedShape.Of(Read(document)!));
    }

    [Theory, MemberData(nameof(Others))]
    public void Everything_else_is_handed_over(string item) => Assert.Null(Read(Some.Rss($"<item>{item}</item>")));

    [Theory, MemberData(nameof(Documents))]
    public void So_are_documents_that_are_not_plain_as_a_whole(string document) => Assert.Null(Read(document));

    [Fact]
    public void So_are_bytes_that_are_no_utf_8_and_more_names_or_attributes_than_feeds_have()
    {
        Assert.Null(Read(Encoding.Latin1.GetBytes(Some.Rss("<item><title>\u00e9</title></item>"))));
        Assert.Null(Read(Some.Rss(string.Concat(Enumerable.Range(0, 1_000).Select(i => $"<n{i}/>")))));
        Assert.Null(Read($"<rss {string.Join(' ', Enumerable.Range(0, 100).Select(i => $"a{i}='1'"))}/>"));
        Assert.Null(Read($"<rss>{string.Concat(Enumerable.Range(0, 300).Select(i => $"<a xmlns:a='{i}'>"))}{string.Concat(Enumerable.Repeat("</a>", 300))}</rss>"));
    }

    [Fact]
    public void Mutated_documents_are_read_alike_or_handed_over()
    {
        var read = 0;
        for (var seed = 0; seed < Mutations; seed++)
        {
            var document = FeedMutation.Of(seed);
            if (Read(document) is not FeedDocument feed)
                continue;
            read++;
            Assert.Equal(Framework(document), FeedShape.Of(feed));
        }

        Assert.InRange(read, Mutations / 20, Mutations);
    }

    private static FeedOutcome? Read(string document) => Read(Encoding.UTF8.GetBytes(document));

    private static FeedOutcome? Read(byte[] document)
    {
        try
        {
            using var reader = new PlainXmlReader(document);
            return new XmlFeedParser(reader, Base, hasBase: true, FeedLimits.Default).Parse();
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string Framework(string document) => Framework(Encoding.UTF8.GetBytes(document));

    private static string Framework(byte[] document)
    {
        using var reader = XmlReader.Create(new MemoryStream(document), FeedReader.Settings);
        return FeedShape.Of(new XmlFeedParser(reader, Base, hasBase: true, FeedLimits.Default).Parse());
    }
}
