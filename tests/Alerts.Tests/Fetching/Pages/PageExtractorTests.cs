using System.Text;
using Alerts.Core.Articles;
using Alerts.Infrastructure.Fetching.Pages;

namespace Alerts.Tests.Fetching.Pages;

public sealed class PageExtractorTests
{
    [Fact]
    public void The_article_is_taken_and_what_stands_around_it_is_not()
    {
        var page = Read(
            "<title>Bridge drained of $8 million - News</title>",
            $"<header><nav><a href=/>Home</a> <a href=/nk>North Korea</a></nav></header><main><article><h1>Bridge drained of $8 million</h1>{Html.Paragraphs(6)}</article></main>"
            + "<aside><h3>Most read</h3><ul><li><a href=/1>Lazarus Group moves $1.5 billion</a></li></ul></aside><footer>Disclaimer: nothing here is advice.</footer><script>var x='Lazarus'</script>");
        Assert.Equal("Bridge drained of $8 million", page.Title);
        Assert.StartsWith("Paragraph 1 of the report", page.Text, StringComparison.Ordinal);
        Assert.Equal(6, page.Text.Split('\n').Length);
        Assert.DoesNotContain("Lazarus", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Disclaimer", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p>One.</p><p>Two<br>three</p>", "One.\nTwo\nthree")]
    [InlineData("<div>a <b>b</b>\n\n c</div><ul><li>d</li><li>e</li></ul>", "a b c\nd\ne")]
    [InlineData("<table><tr><td>x</td><td>y</td></tr><tr><td>z</td></tr></table>", "x y\nz")]
    [InlineData("a<script>no</script>b<style>no</style><noscript>no</noscript>", "ab")]
    [InlineData("<p>It fell.</p><p><a href=/1>Read more: what rose</a></p><p>See <a href=/2>this</a> too.</p>", "It fell.\nSee this too.")]
    [InlineData("by\u200bbit \ufeff北\u00ad朝鮮", "bybit 北朝鮮")]
    public void Text_is_one_line_a_block(string html, string text)
    {
        using var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);
        Assert.Equal(text, string.Join('\n', PlainText.LinesOf(document.Body!).Select(line => line.Text)));
    }

    [Fact]
    public void Crumbs_captions_and_teasers_are_left_out()
    {
        var page = Read("<title>Bridge drained</title>", "<article><h1>Bridge drained</h1><p>Crypto</p><p>November 23, 2026</p>"
            + $"<figure><img src=x><figcaption>A bridge, long before it was drained of all its money, in a photo.</figcaption></figure>{Html.Paragraphs(3)}<p>Advertisement</p>"
            + $"<div class='related-stories'><p>Another exchange loses a lot of money, and nobody knows yet who took it away.</p></div>{Html.Paragraphs(3)}<p>Image 3 of 5</p><h3>Recent articles</h3></article>");
        Assert.Equal(6, page.Text.Split('\n').Length);
        Assert.StartsWith("Paragraph 1", page.Text, StringComparison.Ordinal);
        Assert.EndsWith("noticed it.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_at_the_end_belongs_to_the_article()
    {
        var items = string.Concat(Enumerable.Range(1, 8).Select(i => $"<li>Wallet {i}</li>"));
        Assert.EndsWith("Wallet 8", Read("<title>Bridge drained</title>", $"<article>{Html.Paragraphs(6)}<ul>{items}</ul></article>").Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<title>Bridge drained of $8 million | Daily Coin</title>", "", "Bridge drained of $8 million")]
    [InlineData("<title>Bridge drained of $8 million - Daily Coin</title><meta property=og:site_name content='Daily Coin'>", "", "Bridge drained of $8 million")]
    [InlineData("<title>Daily Coin: Bridge drained</title><meta property=og:title content='Bridge drained of $8 million'>", "", "Bridge drained of $8 million")]
    [InlineData("<title>Bridge drained of $8 million — Example News</title>", "", "Bridge drained of $8 million")]
    [InlineData("<title>Bridge drained - $8 million gone</title>", "", "Bridge drained - $8 million gone")]
    [InlineData("<title>Bridge drained - $8 million gone - crypto - dailycoin</title>", "<h1>Bridge drained - $8 million gone</h1>", "Bridge drained - $8 million gone")]
    [InlineData("<title>交易所遭黑客攻击_新浪财经_新浪网</title>", "", "交易所遭黑客攻击")]
    [InlineData("<title> Bridge\n drained </title>", "", "Bridge drained")]
    [InlineData("", "<h1>Bridge drained</h1>", "Bridge drained")]
    public void Titles_lose_the_name_of_the_site(string head, string body, string title) => Assert.Equal(title, Read(head, body + Html.Paragraphs(8)).Title);

    [Theory]
    [InlineData("<meta property='article:published_time' content='2026-11-23T10:00:00+09:00'>", "", "2026-11-23T01:00:00Z")]
    [InlineData("<meta itemprop=datePublished content='2026-11-23'>", "", "2026-11-23T00:00:00Z")]
    [InlineData("<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebPage\"},{\"@type\":[\"NewsArticle\"],\"datePublished\":\"2026-11-23T10:00:00Z\"}]}</script>", "", "2026-11-23T10:00:00Z")]
    [InlineData("<script type='application/ld+json'>{broken</script>", "<article><time datetime='2026-11-23T10:00:00Z'>today</time></article>", "2026-11-23T10:00:00Z")]
    [InlineData("<meta property='article:published_time' content='yesterday'>", "", null)]
    [InlineData("<meta property='article:published_time' content='0001-01-01T00:00:00'>", "", null)]
    public void The_time_of_publication_is_read_where_the_page_states_it(string head, string body, string? published) =>
        Assert.Equal(published is null ? null : DateTimeOffset.Parse(published, null), Read(head, body + Html.Paragraphs(8)).PublishedAt);

    [Theory]
    [InlineData("lang=\"ko-KR\"", "", "ko")]
    [InlineData("lang=\"\"", "<meta property=og:locale content=zh_TW>", "zh")]
    [InlineData("", "<meta http-equiv=content-language content='de, en'>", "de")]
    [InlineData("lang=\"{{lang}}\"", "", null)]
    public void The_language_is_read_where_the_page_states_it(string attributes, string head, string? language) =>
        Assert.Equal(language, Assert.IsType<PageOutcome.Page>(Html.Extract(Html.Page(head, Html.Paragraphs(8), attributes))).Language);

    [Theory]
    [InlineData("<link rel=canonical href='/2026/bridge'>", "https://news.example.com/2026/bridge")]
    [InlineData("<link rel='canonical' href='https://origin.example.org/a'>", "https://origin.example.org/a")]
    [InlineData("<link rel=canonical href='https://news.example.com/'>", null)]
    [InlineData("<link rel=canonical href='javascript:alert(1)'>", null)]
    [InlineData("<meta property=og:url content='https://news.example.com/b'>", "https://news.example.com/b")]
    public void The_canonical_address_is_read_where_it_can_be_one(string head, string? canonical) => Assert.Equal(canonical, Read(head, Html.Paragraphs(8)).CanonicalUrl);

    [Theory]
    [InlineData("euc-kr", "북한 해커 조직이 거래소에서 암호화폐를 훔쳤다고 경찰이 밝혔다. ")]
    [InlineData("shift_jis", "北朝鮮のハッカー集団が取引所から暗号資産を盗んだと警察が発表した。")]
    [InlineData("windows-1251", "Северокорейские хакеры украли криптовалюту у биржи, сообщила полиция. ")]
    public void Pages_in_old_encodings_are_read_by_what_they_declare(string charset, string sentence)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var html = $"<html><head><meta charset={charset}><title>t</title></head><body><article>{string.Concat(Enumerable.Repeat($"<p>{string.Concat(Enumerable.Repeat(sentence, 5))}</p>", 6))}</article></body></html>";
        var page = Assert.IsType<PageOutcome.Page>(PageExtractor.Extract(Encoding.GetEncoding(charset).GetBytes(html), "text/html", Html.Url, Html.Url, CancellationToken.None));
        Assert.Contains(sentence.Trim(), page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Utf_7_is_not_read() =>
        Assert.IsType<PageOutcome.NoText>(PageExtractor.Extract(Encoding.ASCII.GetBytes(Html.Page(body: Html.Paragraphs(8))), "text/html; charset=utf-7", Html.Url, Html.Url, CancellationToken.None));

    [Fact]
    public void A_page_nested_a_hundred_thousand_deep_costs_nothing() =>
        Assert.IsType<PageOutcome.NoText>(Html.Extract(Html.Page(body: string.Concat(Enumerable.Repeat("<div>", 100_000)) + Html.Paragraphs(8))));

    [Fact]
    public void Text_and_title_are_cut_to_what_is_stored()
    {
        var page = Read($"<title>{new string('t', 5_000)}</title>", string.Concat(Enumerable.Repeat($"<p>{string.Concat(Enumerable.Repeat("The money moved on, again and again. ", 300))}</p>", 30)));
        Assert.Equal((Article.MaxTitleLength, Article.MaxTextLength), (page.Title.Length, page.Text.Length));
    }

    private static PageOutcome.Page Read(string head, string body) => Assert.IsType<PageOutcome.Page>(Html.Extract(Html.Page(head, body)));
}
