using Alerts.Core.Auditing;
using Alerts.Core.Sources;
using Alerts.Tests.Azurite;

namespace Alerts.Tests.CommandLine;

public sealed class SourcesVerbsTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_source_is_added_listed_shown_and_removed_and_each_act_audited()
    {
        await using var shell = await Shell.OpenAsync(azurite);

        var added = await shell.JsonAsync("sources add https://news.example.org/feed.xml --name \"The News\" --publisher Example --tier trade --language en");
        var listed = await shell.RunAsync("sources list");
        var shown = await shell.RunAsync("sources show news");
        var removed = await shell.RunAsync("sources remove https://news.example.org/feed.xml");

        Assert.Contains("The News", listed.Out, StringComparison.Ordinal);
        Assert.Contains("Example, trade, feed, en", shown.Out, StringComparison.Ordinal);
        Assert.Equal((0, ""), (removed.Exit, removed.Error));
        Assert.Empty(await shell.Get<ISourceStore>().ListAsync(CancellationToken.None));
        var acts = (await shell.Get<IAuditLog>().ListAsync(10, null, CancellationToken.None)).Items.Select(entry => (entry.Act.Action, entry.Act.Target)).Order();
        var target = $"/api/sources/{added.GetProperty("id").GetString()}";
        Assert.Equal([("addSource", target), ("removeSource", target)], acts);
    }

    [Theory]
    [InlineData("sources add news.example.org", "url cannot be watched")]
    [InlineData("sources add ftp://news.example.org/a", "url cannot be watched")]
    [InlineData("sources add http://169.254.169.254/latest", "url cannot be watched")]
    [InlineData("sources add https://news.example.org/a --kind jsonApi", "a definition is needed")]
    [InlineData("sources add https://news.example.org/a --kind htmlList --definition nowhere.json", "There is no file")]
    [InlineData("sources add https://news.example.org/a --kind carrierPigeon", "")]
    [InlineData("sources test http://localhost/feed", "url cannot be watched")]
    [InlineData("sources add", "")]
    public async Task What_cannot_be_watched_is_refused_with_the_reason_and_nothing_is_kept(string line, string reason)
    {
        await using var shell = await Shell.OpenAsync(azurite);

        var (exit, _, error) = await shell.RunAsync(line);

        Assert.Equal(2, exit);
        Assert.Contains(reason, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.Empty(await shell.Get<ISourceStore>().ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_definition_with_a_broken_selector_is_refused_with_the_selector()
    {
        await using var shell = await Shell.OpenAsync(azurite);
        var file = shell.Write("list.json", """{"items":"li[","title":"a","link":"a@href"}""");

        var (exit, _, error) = await shell.RunAsync($"sources add https://news.example.org/list --kind htmlList --definition \"{file}\"");

        Assert.Equal(2, exit);
        Assert.Contains("not a selector: li[", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_is_watched_is_not_added_again_and_one_that_is_not_is_not_removed()
    {
        await using var shell = await Shell.OpenAsync(azurite);
        await shell.RunAsync("sources add https://news.example.org/feed.xml");

        var again = await shell.RunAsync("sources add https://news.example.org/feed.xml");
        var other = await shell.RunAsync("sources remove https://other.example.org/feed.xml");
        var unknown = await shell.RunAsync("sources show nobody");

        Assert.Equal((1, true), (again.Exit, again.Error.Contains("is watched already", StringComparison.Ordinal)));
        Assert.Equal((1, true), (other.Exit, other.Error.Contains("See: alerts sources list", StringComparison.Ordinal)));
        Assert.Equal((1, true), (unknown.Exit, unknown.Error.Contains("There is no source 'nobody'", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_is_exported_can_be_imported_elsewhere()
    {
        await using var here = await Shell.OpenAsync(azurite);
        await using var there = await Shell.OpenAsync(azurite);
        await here.RunAsync("sources add https://a.example.org/feed.xml --name A --tier established");
        await here.RunAsync("sources add https://b.example.org/map.xml --name B --kind sitemap");
        var file = there.Write("sources.opml", (await here.RunAsync("sources export")).Out);

        var first = await there.JsonAsync($"sources import \"{file}\"");
        var second = await there.JsonAsync($"sources import \"{file}\"");

        Assert.Equal((2, 2), (first.GetProperty("listed").GetInt32(), first.GetProperty("added").GetInt32()));
        Assert.Equal(0, second.GetProperty("added").GetInt32());
        var moved = (await there.Get<ISourceStore>().ListAsync(CancellationToken.None)).Select(source => (source.Name, source.Kind, source.Tier)).Order();
        Assert.Equal([("A", SourceKind.Feed, SourceTier.Established), ("B", SourceKind.Sitemap, SourceTier.Other)], moved);
    }

    [Theory]
    [InlineData("<html><body>no list</body></html>")]
    [InlineData("")]
    public async Task A_file_that_is_no_opml_is_refused(string text)
    {
        await using var shell = await Shell.OpenAsync(azurite);

        var (exit, _, error) = await shell.RunAsync($"sources import \"{shell.Write("x.opml", text)}\"");

        Assert.Equal(1, exit);
        Assert.Contains("is no OPML file", error, StringComparison.Ordinal);
    }
}
