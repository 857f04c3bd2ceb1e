using Alerts.Core.Articles;

namespace Alerts.Tests.Articles;

public class CanonicalUrlTests
{
    [Theory]
    [InlineData("https://news.example/a?utm_source=rss_feed&utm_medium=x", "https://news.example/a")]
    [InlineData("https://news.example/a?trendMngNo=134739&UTM_Campaign=x", "https://news.example/a?trendMngNo=134739")]
    [InlineData("https://news.example/a?p=1&fbclid=2&q=3&gclid=4", "https://news.example/a?p=1&q=3")]
    [InlineData("https://news.example/view?20261123/77", "https://news.example/view?20261123/77")]
    [InlineData("HTTPS://News.Example:443/A/Story/", "https://news.example/A/Story")]
    [InlineData("http://news.example:80", "http://news.example/")]
    [InlineData("https://news.example:8443/a", "https://news.example:8443/a")]
    [InlineData("https://news.example/a/index.html", "https://news.example/a")]
    [InlineData("https://news.example/index.php?id=7", "https://news.example/?id=7")]
    [InlineData("https://news.example/a/amp/", "https://news.example/a")]
    [InlineData("https://amp.news.example/a", "https://news.example/a")]
    [InlineData("https://news.example/a.amp.html", "https://news.example/a.html")]
    [InlineData("https://www.google.com/amp/s/news.example/a/amp", "https://news.example/a")]
    [InlineData("https://news-example.cdn.ampproject.org/c/s/news.example/a", "https://news.example/a")]
    [InlineData("https://news.example/a#comments", "https://news.example/a")]
    [InlineData("https://news.example/a#:~:text=x", "https://news.example/a")]
    [InlineData("https://news.example/all#item-42", "https://news.example/all#item-42")]
    [InlineData("https://news.example/a?ref=news.example", "https://news.example/a")]
    [InlineData("https://news.example/a?ref=other.example", "https://news.example/a?ref=other.example")]
    [InlineData("https://뉴스.example/a", "https://xn--vg1b002a.example/a")]
    [InlineData("mailto:a@b.example", "mailto:a@b.example")]
    [InlineData("not an address", "")]
    public void All_ways_to_a_page_are_one_address(string url, string canonical) => Assert.Equal(canonical, CanonicalUrl.Of(url));

    [Fact]
    public void A_reference_to_the_feeds_own_host_is_tracking() =>
        Assert.Equal("https://news.example/a", CanonicalUrl.Of("https://news.example/a?ref=feeds.example", "https://feeds.example/rss"));

    [Theory]
    [InlineData("https://news.example/index.html/amp?utm_source=x&b=%20#top")]
    [InlineData("https://www.google.com/amp/s/amp.news.example/a/amp/")]
    [InlineData("https://news.example/a/?x=1&utm_x=2#part")]
    public void A_canonical_address_is_its_own(string url) => Assert.Equal(CanonicalUrl.Of(url), CanonicalUrl.Of(CanonicalUrl.Of(url)));
}
