using System.Globalization;
using System.Text;
using Alerts.Core.Articles;
using Alerts.Core.Matching;
using Alerts.Core.Sources;
using Alerts.Core.Sources.Feeds.Sanctions;
using Alerts.Core.Sources.Polling;

namespace Alerts.Tests.Articles;

public sealed class SanctionsUpdateTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 15, 0, 0, TimeSpan.Zero);

    private static readonly (string Name, string Program, string[] Addresses)[] Known =
    [
        ("EXAMPLE MIXER", "CYBER2", ["XBT bc1qexample0000000000000000000000000000aaa", "ETH 0x00000000000000000000000000000000000000aA"]),
        ("SOMEBODY ELSE", "SDGT", ["USDT TExampleExampleExampleExampleExam1"]),
    ];

    [Fact]
    public void The_first_sight_is_a_baseline_and_no_news()
    {
        var (state, poll) = Poll(Source(), List(Known));

        Assert.Empty(poll.New);
        Assert.Equal((3, SourceHealth.Healthy), (state.Seen.Count, state.Health));
    }

    [Fact]
    public void Addresses_that_came_are_one_article_with_each_of_them_in_its_text()
    {
        var (state, _) = Poll(Source(), List(Known));
        var (after, poll) = Poll(Source() with { State = state }, List([.. Known, ("LAZARUS GROUP", "DPRK3", ["ETH 0x098B716B8Aaf21512996dC57EB0615e2383E2f96", "ETH 0xb0000000000000000000000000000000000000bb", "XBT bc1qnew"])]));

        var article = Assert.Single(poll.New);
        Assert.Equal("OFAC adds 3 crypto addresses to its sanctions list, program DPRK3 (North Korea): LAZARUS GROUP", article.Title);
        Assert.Equal(
            "The US Treasury's Office of Foreign Assets Control (OFAC) added 3 digital currency addresses to the list of Specially Designated Nationals published on 25 November 2026.\n"
            + "LAZARUS GROUP, sanctioned under DPRK3 (North Korea): ETH 0x098B716B8Aaf21512996dC57EB0615e2383E2f96, ETH 0xb0000000000000000000000000000000000000bb, XBT bc1qnew.",
            article.Text);
        Assert.Equal((TextOrigin.Entry, SourceTier.Official, Now), (article.TextOrigin, article.Tier, article.PublishedAt));
        Assert.Equal((SourceHealth.Healthy, 6), (after.Health, after.Seen.Count));
        Assert.Contains(ArticleMatcher.BuiltIn().Read(article).Matches, match => match.TopicId == "dprk-crypto" && match.Matched);

        Assert.Empty(Poll(Source() with { State = after }, List([.. Known, ("LAZARUS GROUP", "DPRK3", ["ETH 0x098B716B8Aaf21512996dC57EB0615e2383E2f96", "XBT bc1qnew"])])).Poll.New);
    }

    [Fact]
    public void An_address_that_goes_and_comes_back_is_no_news()
    {
        var (state, _) = Poll(Source(), List(Known));
        (state, _) = Poll(Source() with { State = state }, List(Known[1]));

        Assert.Empty(Poll(Source() with { State = state }, List(Known)).Poll.New);
    }

    [Theory]
    [InlineData("<sdnList><sdnEntry><uid>1</uid><lastName>X</lastName></sdnEntry></sdnList>", "lists no digital currency address")]
    [InlineData("<html><body>Down for maintenance</body></html>", "the root element is <html>")]
    [InlineData("<sdnList><sdnEntry><uid>1</uid>", "no whole list")]
    [InlineData("<!DOCTYPE a [<!ENTITY b 'c'>]><sdnList/>", "no whole list")]
    [InlineData("", "no whole list")]
    public void What_is_no_whole_list_is_a_failure_and_keeps_what_was_known(string body, string reason)
    {
        var (known, _) = Poll(Source(), List(Known));
        var (state, poll) = Poll(Source() with { State = known }, body);

        Assert.Empty(poll.New);
        Assert.Equal((SourceHealth.Degraded, 3), (state.Health, state.Seen.Count));
        Assert.Contains(reason, state.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_beyond_what_can_be_remembered_says_so_instead_of_alerting()
    {
        var many = Enumerable.Range(0, SeenEntries.LargestCapacity + 1).Select(i => $"ETH 0x{i:x40}").ToArray();

        Assert.Contains("at most can be told", Poll(Source(), List(("MANY", "CYBER2", many))).State.Reason, StringComparison.Ordinal);
        Assert.True(SeenEntries.Empty.With(many.Take(SeenEntries.LargestCapacity).Select(address => (address, "")), SeenEntries.LargestCapacity).ToBytes().Length <= 64 * 1024);
    }

    [Fact]
    public void A_thousand_addresses_among_twenty_thousand_persons_are_read_in_a_walk()
    {
        var filler = Enumerable.Range(0, 20_000).Select(i => ($"PERSON {i}", "SDGT", Array.Empty<string>()));
        var document = Encoding.UTF8.GetBytes(List([.. filler, .. Enumerable.Range(0, 1_000).Select(i => ($"HOLDER {i}", "CYBER2", (string[])[$"ETH 0x{i:x40}"]))]));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var (state, _) = Poll(Source(), document);

        Assert.Equal(1_000, state.Seen.Count);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 32_000_000, "a walk keeps the addresses only");
    }

    private static Source Source() => new()
    {
        Id = "sdn",
        Name = "OFAC sanctions list",
        Kind = SourceKind.SanctionsList,
        Url = new Uri("https://sanctions.example/SDN.XML"),
        Publisher = "US Treasury",
        Tier = SourceTier.Official,
        AddedAt = Now,
    };

    private static (SourceState State, SourcePoll Poll) Poll(Source source, string body) => Poll(source, Encoding.UTF8.GetBytes(body));

    private static (SourceState State, SourcePoll Poll) Poll(Source source, byte[] body)
    {
        var poll = SanctionsUpdate.Of(source, new FetchOutcome.Fetched(source.Url!, default, new Dictionary<string, string>()) { Made = SanctionsListReader.Read(new MemoryStream(body)) }, Now);
        return (poll.Remembered(PollRules.After(source, poll.Result, Now, 0.5)), poll);
    }

    private static string List(params (string Name, string Program, string[] Addresses)[] entries)
    {
        var xml = new StringBuilder("""<?xml version="1.0" standalone="yes"?><sdnList xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML"><publshInformation><Publish_Date>11/25/2026</Publish_Date><Record_Count>2</Record_Count></publshInformation>""");
        foreach (var (name, program, addresses) in entries)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<sdnEntry><uid>1</uid><lastName>{name}</lastName><sdnType>Entity</sdnType><programList><program>{program}</program></programList><idList><id><uid>2</uid><idType>Website</idType><idNumber>www.example.org</idNumber></id>");
            foreach (var parts in addresses.Select(address => address.Split(' ')))
            {
                xml.Append(CultureInfo.InvariantCulture, $"<id><uid>3</uid><idType>Digital Currency Address - {parts[0]}</idType><idNumber>{parts[1]}</idNumber></id>");
            }

            xml.Append("</idList><akaList><aka><uid>4</uid><type>a.k.a.</type><category>strong</category><lastName>ALIAS</lastName></aka></akaList></sdnEntry>");
        }

        return xml.Append("</sdnList>").ToString();
    }
}
