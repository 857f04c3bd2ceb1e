namespace Alerts.Tests.Sources.Feeds;

public class RepairTests
{
    [Theory]
    [InlineData("<title>R&D & more</title>", "R&D & more")]
    [InlineData("<title>caf&eacute; &nbsp;&ndash; x</title>", "café – x")]
    [InlineData("<title>a\u0001\u0008b</title>", "ab")]
    [InlineData("<title>a < b</title>", "a < b")]
    [InlineData("<title>x<br>y</title>", "x\ny")]
    [InlineData("<title>a&#xD800;b</title>", "a\ufffdb")]
    [InlineData("<title>a&#99999999999;b</title>", "a\ufffdb")]
    [InlineData("<title>x</titel></title>", "x")]
    [InlineData("<dc:title>x</dc:title>", "x")]
    [InlineData("<title attr=value attr>x</title>", "x")]
    [InlineData("<title>cut off", "cut off")]
    public void A_broken_title_is_read_nevertheless(string fields, string title)
    {
        var feed = Some.Feed(Some.Rss($"<item>{fields}</item>"));
        Assert.False(feed.WellFormed);
        Assert.Equal(title.Replace("\n", " ", StringComparison.Ordinal), feed.Entries[0].Title.Replace("\n", " ", StringComparison.Ordinal));
    }

    [Fact]
    public void Entries_before_the_cut_and_after_a_missing_end_tag_are_kept() =>
        Assert.Equal(["a", "b", "c"], Some.Feed("<rss version=\"2.0\"><channel><item><title>a</title><item><title>b</title></item><item><title>c</title><desc").Entries.Select(entry => entry.Title));

    [Fact]
    public void A_section_that_never_ends_ends_with_the_document() => Assert.Equal("never closed", Some.Feed("<rss version=\"2.0\"><channel><title><![CDATA[never closed").Title);

    [Fact]
    public void Entities_of_the_document_itself_are_known_on_both_paths()
    {
        const string Dtd = "<!DOCTYPE rss [<!ENTITY co \"Kraken\">]>";
        Assert.Equal("Kraken hacked", Some.Feed(Dtd + "<rss version=\"2.0\"><channel><title>&co; hacked</title></channel></rss>").Title);
        Assert.Equal("Kraken hacked & drained", Some.Feed(Dtd + "<rss version=\"2.0\"><channel><title>&co; hacked & drained</title></channel></rss>").Title);
    }

    [Fact]
    public void A_whole_document_is_called_well_formed() => Assert.True(Some.Feed(Some.Rss("<item><title>x</title></item>")).WellFormed);
}
