using System.Text;
using Alerts.Core.Sources.Feeds;

namespace Alerts.Tests.Sources.Feeds;

/// <summary>Lists that come in and go out, and feeds found by themselves.</summary>
public class ExchangeTests
{
    [Fact]
    public void An_opml_list_is_read_with_its_folders()
    {
        var feeds = Opml.Read("""
            <opml version="1.0"><body><outline text="Korea"><outline text="Yonhap" xmlUrl="https://y.example/rss"/><outline title="NK &amp; co" xmlUrl="https://n.example/rss"/></outline>
            <outline text="Loose" xmlUrl="https://l.example/rss"/><outline text="Again" xmlUrl="https://l.example/rss"/><outline text="Bad" xmlUrl="javascript:x"/></body></opml>
            """u8.ToArray());
        Assert.Equal([("Yonhap", "Korea"), ("NK & co", "Korea"), ("Loose", null)], feeds!.Select(feed => (feed.Title, feed.Folder)));
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        OpmlFeed[] feeds = [new("A \"quoted\" & <odd>", new Uri("https://a.example/?x=1&y=2")), new("B", new Uri("https://b.example/"), "Folder", "ko")];
        Assert.Equal(feeds, Opml.Read(Encoding.UTF8.GetBytes(Opml.Write("Sources", feeds))));
    }

    [Theory]
    [InlineData("<rss/>")]
    [InlineData("nothing")]
    [InlineData("")]
    public void What_is_no_list_is_none(string body) => Assert.Null(Opml.Read(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void Feeds_are_found_by_what_the_page_announces_links_and_custom()
    {
        var found = FeedDiscovery.Find("""
            <html><head><base href="https://cdn.example/"><link rel="alternate" type="application/atom+xml; charset=utf-8" title="News" href="atom"><link rel="alternate" hreflang="ko" href="/ko">
            <link rel="stylesheet" href="x.css"></head><body><a href="https://site.example/all.rss">RSS</a><a href="/about">About</a></body></html>
            """, new Uri("https://site.example/news/"));
        Assert.Equal([("https://cdn.example/atom", "News"), ("https://site.example/all.rss", "RSS")], found.Where(link => link.Announced).Select(link => (link.Url, link.Title)));
        Assert.Contains(found, link => link is { Url: "https://site.example/feed", Announced: false });
    }
}
