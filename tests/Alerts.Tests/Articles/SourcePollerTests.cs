using System.Globalization;
using System.Text;
using Alerts.Core.Articles;
using Alerts.Core.Sources;
using Alerts.Core.Sources.Polling;
using Alerts.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace Alerts.Tests.Articles;

/// <summary>From one poll to the next: what is new, what changed, and what is known, however its publisher dates it.</summary>
public sealed class SourcePollerTests : IFetcher
{
    private const string Dated = "<pubDate>Sat, 14 Mar 2026 08:00:00 GMT</pubDate>";

    private readonly FakeTimeProvider time = new(Some.Now);
    private readonly List<string> items = [Item("first", Dated), Item("second", Dated)];
    private Source source = Some.Source() with { Kind = SourceKind.Feed, Url = new Uri("https://news.example/feed") };

    [Theory]
    [InlineData("", "undated")]
    [InlineData("<pubDate>Mon, 02 Feb 2009 08:00:00 GMT</pubDate>", "back-dated by years")]
    [InlineData(Dated, "dated like its neighbours")]
    [InlineData("<pubDate>Fri, 31 Dec 2049 08:00:00 GMT</pubDate>", "of the future")]
    [InlineData("<pubDate>yesterday-ish</pubDate>", "dated by nobody's calendar")]
    public async Task A_new_entry_is_neither_lost_nor_in_the_way_of_the_next(string date, string what)
    {
        await PollAsync();

        items.Insert(1, Item("new", date));
        var added = await PollAsync();
        items.Insert(0, Item("next", Dated));
        var next = await PollAsync();

        Assert.True(added.New.Count == 1 && added.New[0].Title == "new" && added.Changed.Count == 0, what);
        Assert.True(added.New[0].PublishedAt is null || added.New[0].PublishedAt <= time.GetUtcNow(), what);
        Assert.Equal("next", Assert.Single(next.New).Title);
        Assert.Empty((await PollAsync()).New);
        Assert.Equal(SourceHealth.Healthy, source.State.Health);
    }

    [Theory]
    [InlineData("<title>first</title>", "<title>first, corrected</title>")]
    [InlineData("<description>about first</description>", "<description>about first, and more</description>")]
    public async Task A_changed_title_or_text_is_a_change_of_the_same_article(string before, string after)
    {
        var id = (await PollAsync()).New[0].Id;

        items[0] = items[0].Replace(before, after, StringComparison.Ordinal);
        var poll = await PollAsync();

        Assert.Empty(poll.New);
        Assert.Equal(id, Assert.Single(poll.Changed).Id);
        Assert.Empty((await PollAsync()).Changed);
    }

    [Fact]
    public async Task An_entry_under_a_new_guid_is_the_same_article_and_one_under_an_old_guid_with_a_new_address_is_another()
    {
        var first = (await PollAsync()).New[0];

        items[0] = items[0].Replace("<guid>first", "<guid>renamed", StringComparison.Ordinal);
        Assert.Equal(first.Id, Assert.Single((await PollAsync()).New).Id);
        items[0] = items[0].Replace("/first<", "/moved<", StringComparison.Ordinal);
        Assert.NotEqual(first.Id, Assert.Single((await PollAsync()).New).Id);
    }

    [Fact]
    public async Task What_is_cut_is_told()
    {
        items.AddRange(Enumerable.Range(0, 1_100).Select(number => Item(number.ToString(CultureInfo.InvariantCulture), "")));
        var poll = await PollAsync();

        Assert.Equal(1_000, poll.New.Count);
        Assert.Equal("lists 1102 entries: the newest 1000 are taken, 102 left out", source.State.Reason);
    }

    public Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellationToken) => Task.FromResult<FetchOutcome>(new FetchOutcome.Fetched(
        request.Url, Encoding.UTF8.GetBytes($"<rss version=\"2.0\"><channel><title>News</title>{string.Concat(items)}</channel></rss>"), new Dictionary<string, string>()));

    private static string Item(string name, string date) =>
        $"<item><title>{name}</title><link>https://news.example/{name}</link><guid>{name}</guid>{date}<description>about {name}</description></item>";

    private async Task<SourcePoll> PollAsync()
    {
        var poll = await new SourcePoller(this, time).PollAsync(source, CancellationToken.None);
        source = source with { State = poll.Remembered(PollRules.After(source, poll.Result, time.GetUtcNow(), 0.5)) };
        time.Advance(TimeSpan.FromMinutes(10));
        return poll;
    }
}
