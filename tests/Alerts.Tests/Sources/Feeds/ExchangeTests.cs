using System.Text;
using Alerts.Core.Sources;
using Alerts.Core.Sources.Feeds;

namespace Alerts.Tests.Sources.Feeds;

/// <summary>Lists that come in and go out, and feeds found by themselves.</summary>
public class ExchangeTests
{
    [Fact]
    public void An_opml_list_is_read_whatever_its_folders()
    {
        var sources = Opml.Read("""
            <opml version="1.0"><body><outline text="Korea"><outline text="Yonhap" xmlUrl="https://y.example/rss"/><outline title="NK &amp; co" text="x" xmlUrl="https://n.example/rss" language="ko"/></outline>
            <outline text="Loose" xmlurl=" https://l.example/rss "/><outline text="Again" xmlUrl="https://l.example/rss"/><outline text="Bad" xmlUrl="javascript:x"/><outline xmlUrl="https://nameless.example/"/></body></opml>
            """u8.ToArray());
        Assert.Equal(
            [("Yonhap", "y.example", null), ("NK & co", "n.example", "ko"), ("Loose", "l.example", null), ("nameless.example", "nameless.example", null)],
            sources!.Select(source => (source.Name, source.Url!.Host, source.Language)));
        Assert.All(sources!, source => Assert.Equal((SourceKind.Feed, SourceTier.Other, source.Url!.Host), (source.Kind, source.Tier, source.Publisher)));
    }

    [Fact]
    public void All_default_sources_survive_the_way_out_and_in()
    {
        var sources = DefaultSources.Load();
        Assert.Equivalent(sources, Opml.Read(Encoding.UTF8.GetBytes(Opml.Write(sources))), strict: true);
    }

    [Fact]
    public void What_a_stranger_writes_into_our_attributes_does_no_harm()
    {
        var source = Assert.Single(Opml.Read("""
            <opml xmlns:a="urn:alerts:opml:1"><body><outline text="A &#10; b" xmlUrl="https://a.example/?x=1&amp;y=2" a:kind="Caller" a:tier="99" a:publisher=" "/></body></opml>
            """u8.ToArray())!);
        Assert.Equal(("A b", SourceKind.Feed, SourceTier.Other, "a.example", "https://a.example/?x=1&y=2"), (source.Name, source.Kind, source.Tier, source.Publisher, source.Url!.AbsoluteUri));
    }

    [Fact]
    public void A_list_that_is_cut_off_is_worth_what_it_lists() =>
        Assert.Single(Opml.Read("""<opml><body><outline text="A" xmlUrl="https://a.example/"/><outline text="B" xml"""u8.ToArray())!);

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
