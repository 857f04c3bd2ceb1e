using Alerts.Core.Sources.Feeds;

namespace Alerts.Tests.Sources.Feeds;

public class EntryTests
{
    [Theory]
    [InlineData("<title>AT&amp;T</title>", "AT&T")]
    [InlineData("<title>Lazarus &amp;#8216;drains&amp;#8217; bridge</title>", "Lazarus ‘drains’ bridge")]
    [InlineData("<title>  two\n lines </title>", "two lines")]
    [InlineData("<title>&lt;b&gt;Bold&lt;/b&gt; claim</title>", "Bold claim")]
    [InlineData("<title><![CDATA[<i>It</i> &amp; that]]></title>", "It & that")]
    [InlineData("<title>if a &lt; b then</title>", "if a < b then")]
    [InlineData("<title>The &lt;gorilla&gt; wakes</title>", "The <gorilla> wakes")]
    [InlineData("<title>In<b>line</b></title>", "Inline")]
    [InlineData("<title/><media:title xmlns:media='http://search.yahoo.com/mrss/'>From media</media:title>", "From media")]
    [InlineData("<media:title xmlns:media='http://search.yahoo.com/mrss/'>From media</media:title><title>Own</title>", "Own")]
    [InlineData("<title>abc\u202egpj.exe</title>", "abcgpj.exe")]
    [InlineData("<title>safe&lt;script&gt;alert(1)&lt;/script&gt; title</title>", "safe title")]
    public void Titles_are_plain_text(string fields, string title) => Assert.Equal(title, Some.Item(fields).Title);

    [Theory]
    [InlineData("<link>/a?b=1&amp;c=2</link>", "https://site.example/a?b=1&c=2")]
    [InlineData("<link> https://x.example/a\n</link>", "https://x.example/a")]
    [InlineData("<guid>https://x.example/g</guid>", "https://x.example/g")]
    [InlineData("<guid isPermaLink='false'>https://x.example/g</guid>", null)]
    [InlineData("<guid>1</guid><link>https://x.example/l</link>", "https://x.example/l")]
    [InlineData("<link>javascript:alert(1)</link>", null)]
    [InlineData("<link>file:///etc/passwd</link>", null)]
    [InlineData("<a:link xmlns:a='http://www.w3.org/2005/Atom' rel='alternate' href='https://x.example/atom'/>", "https://x.example/atom")]
    [InlineData("<link xml:base='https://base.example/dir/'>x</link>", "https://base.example/dir/x")]
    public void Links_are_absolute_and_of_the_web(string fields, string? url) => Assert.Equal(url, Some.Item(fields).Url);

    [Theory]
    [InlineData("<description>a</description>", "a", null)]
    [InlineData("<description>a</description><content:encoded xmlns:content='http://purl.org/rss/1.0/modules/content/'>&lt;p&gt;b&lt;/p&gt;</content:encoded>", "a", "<p>b</p>")]
    [InlineData("<description>&lt;a href='/x'&gt;x&lt;/a&gt;</description>", "<a href=\"https://site.example/x\">x</a>", null)]
    [InlineData("<body xmlns='http://www.w3.org/1999/xhtml'><p>x &lt; y</p></body>", null, "<p>x &lt; y</p>")]
    [InlineData("<description>x &lt; y</description>", "x &lt; y", null)]
    [InlineData("<description>a</description><itunes:summary xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'>b</itunes:summary>", "a", null)]
    public void Bodies_are_clean_html(string fields, string? summary, string? content)
    {
        var entry = Some.Item(fields);
        Assert.Equal((summary, content), (entry.SummaryHtml, entry.ContentHtml));
    }

    [Fact]
    public void Atom_says_what_its_texts_are()
    {
        var entry = Assert.Single(Some.Feed("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://b.example/" xml:lang="ko"><entry xml:lang="en"><title type="text">5 &lt;b&gt; 6</title>
            <summary type="html">&lt;p&gt;x</summary><content type="xhtml" xml:base="deep/"><div xmlns="http://www.w3.org/1999/xhtml"><a href="y">5 &lt; 6</a> <i>z</i></div></content>
            <author><name>A. Name</name><email>a@b.example</email></author><category term="hack" label="Hacks"/><link rel="enclosure" href="f.mp3" length="7" type="audio/mpeg"/>
            <published>2026-11-23T10:00:00+09:00</published><updated>2026-11-24T00:00:00Z</updated></entry></feed>
            """).Entries);
        Assert.Equal("5 <b> 6", entry.Title);
        Assert.Equal("<p>x</p>", entry.SummaryHtml);
        Assert.Equal("<div><a href=\"https://b.example/deep/y\">5 &lt; 6</a> <i>z</i></div>", entry.ContentHtml);
        Assert.Equal(("A. Name", "en"), (entry.Author, entry.Language));
        Assert.Equal(["Hacks"], entry.Categories);
        Assert.Equal([new FeedEnclosure("https://b.example/f.mp3", "audio/mpeg", 7)], entry.Enclosures);
        Assert.Equal((new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero)), (entry.Published, entry.Updated));
    }

    [Theory]
    [InlineData("<author>mail@x.example (Kim Ri)</author>", "Kim Ri")]
    [InlineData("<author>Kim Ri &lt;mail@x.example&gt;</author>", "Kim Ri")]
    [InlineData("<dc:creator xmlns:dc='http://purl.org/dc/elements/1.1/'>Kim Ri</dc:creator>", "Kim Ri")]
    [InlineData("<author>mail@x.example</author>", "mail@x.example")]
    public void Authors_are_names_where_there_is_one(string fields, string author) => Assert.Equal(author, Some.Item(fields).Author);

    [Fact]
    public void The_richest_text_stands_in_for_the_page() =>
        Assert.Equal("One.\nTwo.", Some.Item("<description>short</description><content:encoded xmlns:content='http://purl.org/rss/1.0/modules/content/'><![CDATA[<p>One.</p><style>p{}</style><p>Two.</p>]]></content:encoded>").PlainText());

    [Fact]
    public void Same_dated_undated_and_future_entries_are_all_kept()
    {
        const string When = "<pubDate>Mon, 23 Nov 2026 10:00:00 GMT</pubDate>";
        var feed = Some.Feed(Some.Rss($"<item><guid>1</guid>{When}</item><item><guid>2</guid>{When}</item><item><guid>3</guid></item><item><guid>4</guid><pubDate>Fri, 31 Dec 9999 23:59:59 -1200</pubDate></item>"));
        Assert.Equal(["1", "2", "3", "4"], feed.Entries.Select(entry => entry.Guid));
        Assert.Null(feed.Entries[3].Published);
    }

    [Fact]
    public void The_newest_are_kept_and_what_is_cut_is_counted()
    {
        var items = string.Concat(Enumerable.Range(0, 12).Select(i => $"<item><guid>{i}</guid><pubDate>{2000 + i}-01-01</pubDate></item>")) + "<item><guid>undated</guid></item>";
        var feed = Assert.IsType<FeedDocument>(FeedReader.Read(System.Text.Encoding.UTF8.GetBytes(Some.Rss(items)), Some.Answer, new FeedLimits { Entries = 3 }));
        Assert.Equal(["10", "11", "undated"], feed.Entries.Select(entry => entry.Guid));
        Assert.Equal(10, feed.EntriesCut);
    }

    [Fact]
    public void A_guid_is_kept_as_it_is() => Assert.Equal("a/b\\c#d?e\u0085", Some.Item("<guid>a/b\\c#d?e\u0085</guid>").Guid);
}
