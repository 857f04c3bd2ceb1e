using Alerts.Core.Sources.Feeds;

namespace Alerts.Tests.Sources.Feeds;

public class FormatTests
{
    private const string Item = "<item><title>Bridge drained</title><link>https://site.example/1</link></item>";

    public static TheoryData<string, FeedFormat> Documents => new()
    {
        { $"<rss version=\"2.0\"><channel><title>T</title>{Item}</channel></rss>", FeedFormat.Rss20 },
        { $"<rss version=\"0.91\"><channel><title>T</title>{Item}</channel></rss>", FeedFormat.Rss091 },
        { $"<rss version=\"0.92\"><channel>{Item}</channel></rss>", FeedFormat.Rss092 },
        { $"<rss><channel>{Item}</channel></rss>", FeedFormat.Rss },
        { $"<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\"><channel/>{Item}</rdf:RDF>", FeedFormat.Rss10 },
        { $"<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://my.netscape.com/rdf/simple/0.9/\"><channel/>{Item}</rdf:RDF>", FeedFormat.Rss090 },
        { "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>Bridge drained</title><link href=\"https://site.example/1\"/></entry></feed>", FeedFormat.Atom10 },
        { "<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\"><entry><title>Bridge drained</title><link rel=\"alternate\" href=\"https://site.example/1\"/></entry></feed>", FeedFormat.Atom03 },
        { "<CHANNEL HREF=\"https://site.example/\"><ITEM HREF=\"https://site.example/1\"><TITLE>Bridge drained</TITLE></ITEM></CHANNEL>", FeedFormat.Cdf },
        { "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":1,\"url\":\"https://site.example/1\",\"title\":\"Bridge drained\"}]}", FeedFormat.Json11 },
        { "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":\"1\",\"url\":\"https://site.example/1\",\"title\":\"Bridge drained\"}]}", FeedFormat.Json10 },
        {
            "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\"><url><loc>https://site.example/1</loc><news:news><news:title>Bridge drained</news:title></news:news></url></urlset>",
            FeedFormat.NewsSitemap
        },
        { $"\ufeff \n<rss version=\"2.0\"><channel>{Item}", FeedFormat.Rss20 },
        { $"<rss version=\"2.0\"><channel>{Item.Replace("</title>", "</title><p>a<br>b", StringComparison.Ordinal)}</channel></rss>", FeedFormat.Rss20 },
        { $"<x:rss version=\"2.0\" xmlns:x=\"http://backend.userland.com/rss2\"><x:channel><x:item><x:title>Bridge drained</x:title><x:link>https://site.example/1</x:link></x:item></x:channel></x:rss>", FeedFormat.Rss20 },
    };

    [Theory, MemberData(nameof(Documents))]
    public void Every_format_gives_the_same_entry(string document, FeedFormat format)
    {
        var feed = Some.Feed(document);
        var entry = Assert.Single(feed.Entries);
        Assert.Equal((format, "Bridge drained", "https://site.example/1"), (feed.Format, entry.Title, entry.Url));
    }

    [Fact]
    public void A_sitemap_index_lists_its_children()
    {
        var index = Some.Feed("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>https://site.example/a.xml</loc></sitemap><sitemap><loc>/b.xml</loc></sitemap></sitemapindex>");
        Assert.Equal(FeedFormat.SitemapIndex, index.Format);
        Assert.Equal(["https://site.example/a.xml", "https://site.example/b.xml"], index.Sitemaps);
    }

    [Theory]
    [InlineData("", NotAFeedReason.Empty)]
    [InlineData(" \r\n\t", NotAFeedReason.Empty)]
    [InlineData("just text", NotAFeedReason.Unreadable)]
    [InlineData("<html><head><title>Just a moment...</title></head><body/></html>", NotAFeedReason.HtmlPage)]
    [InlineData("<!DOCTYPE html><title>x<p>y", NotAFeedReason.HtmlPage)]
    [InlineData("<note><to>x</to></note>", NotAFeedReason.UnknownVocabulary)]
    [InlineData("{\"error\":true}", NotAFeedReason.UnknownVocabulary)]
    [InlineData("{\"items\":[", NotAFeedReason.Unreadable)]
    public void What_is_no_feed_is_said_to_be_none(string body, NotAFeedReason reason) => Assert.Equal(reason, Assert.IsType<NotAFeed>(Some.Read(body)).Reason);

    [Fact]
    public void A_page_offers_the_feeds_that_it_announces()
    {
        var page = Assert.IsType<NotAFeed>(Some.Read("<!doctype html><html><head><link rel=alternate type=application/rss+xml href=/news.xml></head></html>"));
        Assert.Equal(["https://site.example/news.xml"], page.FeedLinks);
    }

    [Fact]
    public void Hints_for_polling_and_links_of_the_feed_are_read()
    {
        var feed = Some.Feed(Some.Rss("", """
            <atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="hub" href="https://hub.example/"/><atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="https://site.example/feed.xml"/>
            <atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="next" href="?page=2"/><ttl>90</ttl><skipHours><hour>0</hour><hour>24</hour><hour>5</hour></skipHours><skipDays><day>Sunday</day></skipDays>
            <sy:updatePeriod xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">daily</sy:updatePeriod><sy:updateFrequency xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">24</sy:updateFrequency>
            """));
        Assert.Equal(("https://hub.example/", "https://site.example/feed.xml", "https://site.example/feed.xml?page=2"), (feed.Hub, feed.Self, feed.Next));
        Assert.Equal((TimeSpan.FromMinutes(90), TimeSpan.FromHours(1)), (feed.Hints.Ttl, feed.Hints.UpdateInterval));
        Assert.Equal(TimeSpan.FromMinutes(90), feed.SuggestedInterval);
        Assert.Equal([0, 5], feed.Hints.SkipHours);
        Assert.Equal([DayOfWeek.Sunday], feed.Hints.SkipDays);
    }
}
