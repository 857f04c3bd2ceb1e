using System.Text;
using Alerts.Core.Sources.Feeds;

namespace Alerts.Tests.Sources.Feeds;

/// <summary>Documents made to hurt. Each has to end quickly, in a feed or a refusal, with nothing opened and nothing run.</summary>
public class HostileFeedTests
{
    private static readonly string Bomb = "<!DOCTYPE rss [<!ENTITY a0 \"lol\">" +
        string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY a{i} \"{string.Concat(Enumerable.Repeat($"&a{i - 1};", 10))}\">")) + "]>" + Titled("&a9;");

    public static TheoryData<string, string> Documents => new()
    {
        { "entity bomb", Bomb },
        { "quadratic entities", $"<!DOCTYPE rss [<!ENTITY a \"{new string('A', 50_000)}\">]>" + Titled(string.Concat(Enumerable.Repeat("&a;", 20_000))) },
        { "recursive entity", "<!DOCTYPE rss [<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">]>" + Titled("&a;") },
        { "nested title", Titled(string.Concat(Enumerable.Repeat("<a>", 200_000)) + string.Concat(Enumerable.Repeat("</a>", 200_000))) },
        { "nested HTML", Some.Rss($"<item><description><![CDATA[{string.Concat(Enumerable.Repeat("<div>", 100_000))}t]]></description></item>") },
        { "nested HTML with stray ends", Some.Rss($"<item><description><![CDATA[{string.Concat(Enumerable.Repeat("<b><div></b>", 50_000))}t]]></description></item>") },
        { "open formatting", Some.Rss($"<item><description><![CDATA[{string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<b id={i}><p>"))}t]]></description></item>") },
        { "nested JSON", "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":" + new string('[', 100_000) },
        { "many attributes", $"<rss version=\"2.0\" {string.Join(' ', Enumerable.Range(0, 100_000).Select(i => $"a{i}=\"1\""))}><channel/></rss>" },
        { "undeclared prefixes", $"<rss version=\"2.0\"><channel {string.Join(' ', Enumerable.Range(0, 20_000).Select(i => $"x:{i}y=\"1\""))}/></rss>" },
        { "nested HTML page", "<html><body>" + string.Concat(Enumerable.Repeat("<div>", 100_000)) },
        { "brackets", new string('<', 1_000_000) },
        { "ampersands", Titled(new string('&', 1_000_000)) },
        { "unclosed comments", Some.Rss($"<item><description><![CDATA[{string.Concat(Enumerable.Repeat("<!--", 20_000))}]]></description></item>") },
        { "unclosed quotes", Some.Rss($"<item><description><![CDATA[{string.Concat(Enumerable.Repeat("<a href=\"", 20_000))}]]></description></item>") },
    };

    [Theory, MemberData(nameof(Documents))]
    public void It_ends_quickly_whatever_it_is(string name, string document)
    {
        var start = Environment.CpuUsage.TotalTime;
        var outcome = Some.Read(document);
        if (outcome is FeedDocument feed)
        {
            Assert.True(feed.Title.Length <= FeedLimits.Default.Title, name);
            Assert.True(feed.TitleHtml.Length < 2_000_000, name);
            foreach (var entry in feed.Entries)
                Assert.True(entry.Title.Length + entry.PlainText().Length + (entry.SummaryHtml?.Length ?? 0) < 5_000_000, name);
        }

        // Generous, because the processor time of the tests that run beside this one counts too.
        Assert.True(Environment.CpuUsage.TotalTime - start < TimeSpan.FromSeconds(20), name);
    }

    /// <summary>Readers keep what is open: only the repairing one drops it beyond the limit.</summary>
    [Theory]
    [InlineData("unknown")]
    [InlineData("guid")]
    [InlineData("author")]
    [InlineData("title")]
    [InlineData("category")]
    public void What_nests_without_end_is_not_followed_even_where_it_is_well_formed_and_skipped(string field)
    {
        const int deep = 100_000;
        var feed = Some.Feed(Some.Rss($"<item><link>https://e.example/1</link><{field}>{string.Concat(Enumerable.Repeat("<a>", deep))}{string.Concat(Enumerable.Repeat("</a>", deep))}</{field}></item>"));
        Assert.Equal((false, "https://e.example/1"), (feed.WellFormed, Assert.Single(feed.Entries).Url));
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://127.0.0.1:9/x")]
    [InlineData("//127.0.0.1/share/x")]
    public void External_entities_are_not_opened(string address)
    {
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode })
        {
            var body = encoding.GetPreamble().Concat(encoding.GetBytes($"<!DOCTYPE rss [<!ENTITY x SYSTEM \"{address}\">]>" + Titled("[&x;]"))).ToArray();
            Assert.Matches(@"^\[(&x;)?\]$", Assert.IsType<FeedDocument>(FeedReader.Read(body, FeedContext.None)).Title);
        }
    }

    [Fact]
    public void The_dtd_of_rss_091_is_known_without_being_fetched()
    {
        var feed = Some.Feed("<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" \"http://127.0.0.1:9/rss-0.91.dtd\"><rss version=\"0.91\"><channel><title>caf&eacute;</title></channel></rss>");
        Assert.Equal(("café", true), (feed.Title, feed.WellFormed));
    }

    [Fact]
    public void Fifty_thousand_items_are_cut_to_the_limit()
    {
        var feed = Some.Feed(Some.Rss(string.Concat(Enumerable.Range(0, 50_000).Select(i => $"<item><guid>{i}</guid></item>"))));
        Assert.Equal((1_000, 49_000), (feed.Entries.Count, feed.EntriesCut));
    }

    [Fact]
    public void Huge_titles_are_cut() => Assert.Equal(FeedLimits.Default.Title, Some.Feed(Titled(new string('A', 3_000_000))).Title.Length);

    [Theory]
    [InlineData("Fri, 31 Dec 9999 23:59:59 -1200")]
    [InlineData("Mon, 01 Jan 0001 00:00:00 +1400")]
    public void Dates_beyond_the_calendar_are_none(string date) => Assert.Null(Some.Item($"<pubDate>{date}</pubDate>").Published);

    private static string Titled(string title) => $"<rss version=\"2.0\"><channel><title>{title}</title><item><title>x</title></item></channel></rss>";
}
