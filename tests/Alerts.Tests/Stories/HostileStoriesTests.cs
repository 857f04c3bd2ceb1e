using System.Globalization;
using Alerts.Core.Articles;
using Alerts.Core.Incidents;
using Alerts.Core.Matching;
using Alerts.Core.Stories;
using Alerts.Tests.Azurite;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Stories;

/// <summary>What comes from outside and is absurd, huge or at once: sane, explained, and within the limits of the store.</summary>
public sealed class HostileStoriesTests(AzuriteFixture azurite)
{
    private static readonly ArticleMatcher Matcher = ArticleMatcher.BuiltIn();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Hackers stole 10^30 dollars from the crypto exchange Phemex")]
    [InlineData("Hackers stole $1000000000000000000000000000000 from the crypto exchange Phemex")]
    [InlineData("Hackers stole $999,999 trillion trillion from the crypto exchange Phemex")]
    [InlineData("Hackers stole billions of dollars from the crypto exchange Phemex")]
    [InlineData("Hackers stole a billion from the crypto exchange Phemex")]
    public async Task An_absurd_sum_is_none_and_the_story_stands(string title)
    {
        var story = (await new StoryJoiner(new MemoryStoryStore()).JoinAsync([Read("one", title)], Stop))[0].Story;

        Assert.True(story.Facts.AmountUsd is null or 1_000_000_000, $"{story.Facts.AmountUsd}");
        Assert.True(story.Severity < Severity.Critical);
        Assert.Equal("Phemex", story.MainVictim);
    }

    [Theory]
    [InlineData("２８件", "2８ accounts and ２０２５年")]
    [InlineData("۲۸ accounts", "On ۱۲ March ٢٠٢٥ some ۱۲۰ wallets")]
    [InlineData("९९ wallets", "৪৮ users on 2０2५-0३-१२")]
    [InlineData("𝟗𝟗 wallets", "𝟐𝟎𝟐𝟓-𝟎𝟑-𝟏𝟐")]
    public async Task Digits_of_any_script_are_read_or_left(string title, string text)
    {
        var reading = Matcher.Read(Article("one", "Hackers stole $70 million from Phemex, " + title, 0) with { Text = $"Hackers stole $70 million from the crypto exchange Phemex. {text} were drained." });
        var story = (await new StoryJoiner(new MemoryStoryStore()).JoinAsync([reading], Stop))[0].Story;
        await new IncidentRecorder(new MemoryIncidentStore()).RecordAsync([reading], [new StoryJoin("one", story, Opened: true, "")], Stop);

        Assert.Equal(("Phemex", 70_000_000m), (story.MainVictim, story.Facts.AmountUsd));
    }

    [Theory]
    [InlineData("Bitget Wallet and Bitget drained of $70 million by hackers")]
    [InlineData("Solana Foundation, Bitget Wallet hacked: $70 million stolen from Ondo Finance’s alliance")]
    public async Task Names_that_lie_in_one_another_are_no_pair(string title)
    {
        var story = (await new StoryJoiner(new MemoryStoryStore()).JoinAsync([Read("one", title)], Stop))[0].Story;

        Assert.Equal(70_000_000m, story.Facts.AmountUsd);
    }

    /// <summary>Readers of names, sums and phases look at the head of a text only: whatever stands across its end is in or out, and no fault.</summary>
    [Fact]
    public async Task A_group_named_at_any_place_of_a_long_text_is_read_or_left()
    {
        const string lead = "Hackers stole $70 million from the crypto exchange Phemex. ";
        const string group = " The hacking group known as Dark Echo, in court with Ivan Petrov charged, stole $70 million from Phemex on 12 March.";
        for (var at = 0; at < 2_600; at += 3)
        {
            var text = lead + new string('x', at) + group;
            var reading = Matcher.Read(Article("one", "Hackers stole $70 million from Phemex", 0) with { Text = text });
            var story = (await new StoryJoiner(new MemoryStoryStore()).JoinAsync([reading], Stop))[0].Story;

            Assert.Equal("Phemex", story.MainVictim);
        }
    }

    [Fact]
    public async Task A_victim_that_is_the_publisher_confirms_for_itself_and_corroborates_nobody()
    {
        var joiner = new StoryJoiner(new MemoryStoryStore());
        var reading = Matcher.Read(Article("one", "Phemex: hackers stole $70 million from our hot wallets", 0) with { Publisher = "Phemex", Text = "The crypto exchange Phemex confirms that hackers stole $70 million from its hot wallets." });
        var story = (await joiner.JoinAsync([reading], Stop))[0].Story;

        Assert.False(story.Confirmed);
        Assert.Equal(["Phemex"], story.Facts.Victims);
        Assert.Contains(story.SeverityParts, part => part.Name == "victim's word");
    }

    [Fact]
    public async Task Of_forty_exchanges_none_is_the_victim_and_no_incident_opens()
    {
        string[] exchanges =
        [
            "Binance", "Coinbase", "Kraken", "OKX", "Bybit", "Bitget", "HTX", "KuCoin", "MEXC", "Bitfinex", "Bitstamp", "Gemini", "Upbit", "Bithumb", "Coinone", "Korbit", "GOPAX", "bitFlyer", "Coincheck", "bitbank",
            "DMM Bitcoin", "Zaif", "BITPoint", "WazirX", "CoinDCX", "BingX", "Phemex", "Poloniex", "Deribit", "CoinEx", "BtcTurk", "Nobitex", "Indodax", "Liquid", "Cryptopia", "Coinrail", "BitMart", "AscendEX", "Bitrue", "Exmo",
        ];
        var reading = Matcher.Read(Article("one", "Forty crypto exchanges that were hacked", 0) with { Text = string.Join(". ", exchanges.Select(name => $"Hackers stole $5 million from the crypto exchange {name}")) });
        var store = new MemoryStoryStore();
        var story = (await new StoryJoiner(store).JoinAsync([reading], Stop))[0].Story;

        Assert.Null(story.MainVictim);
        Assert.Null(story.IncidentId);
        Assert.InRange(story.Facts.Victims.Count, 1, 12);
        Assert.InRange(StoryKeys.Of(NewsEvent.Of(reading)).Count(), 1, 6);
    }

    [Fact]
    public async Task A_story_of_five_thousand_articles_keeps_within_a_row()
    {
        await using var storage = await azurite.NewStorageAsync();
        var (stories, incidents) = (storage.GetRequiredService<IStoryStore>(), storage.GetRequiredService<IIncidentStore>());
        var story = (await new StoryJoiner(stories).JoinAsync([Read("a0", Title(0))], Stop))[0].Story;
        var told = NewsEvent.Of(Read("a1", Title(1)));

        // In memory up to the last: what the row holds is bounded by then, whoever writes it.
        for (var number = 1; number < 4_999; number++)
        {
            story = StoryGrowth.Add(story, Matcher.Read(Article($"a{number}", Title(number), number % 40) with { Publisher = $"Paper {number % 900}", Text = Long(number) }), told, new StoryChoice(story.Id, "Phemex"));
        }

        Assert.NotNull(await stories.TrySaveAsync(story, Stop));
        var last = Read("last", "Crypto exchange Phemex loses $70 million in hack", 1);
        var join = (await new StoryJoiner(stories).JoinAsync([last], Stop))[0];
        await new IncidentRecorder(incidents).RecordAsync([last], [join], Stop);

        Assert.Equal((story.Id, 5_000, Story.MaxListedArticles), (join.Story.Id, join.Story.ArticleCount, join.Story.Articles.Count));
        Assert.NotNull(await incidents.GetAsync(join.Story.IncidentId!, Stop));
    }

    [Fact]
    public async Task Two_instances_that_write_one_story_lose_no_article()
    {
        await using var storage = await azurite.NewStorageAsync();
        var store = storage.GetRequiredService<IStoryStore>();
        var readings = Enumerable.Range(0, 24).Select(number => Read($"a{number}", Title(number), number % 5)).ToList();

        await Task.WhenAll(readings.Select((reading, number) => (reading, number)).GroupBy(item => item.number % 2).Select(async instance =>
        {
            var joiner = new StoryJoiner(store);
            foreach (var (reading, _) in instance) await joiner.JoinAsync([reading], Stop);
        }));

        var page = await store.ListAsync(topicId: null, since: null, 50, cursor: null, Stop);
        var story = Assert.Single(page.Items);
        Assert.Equal((24, 24), (story.ArticleCount, story.Articles.Select(article => article.Id).Distinct().Count()));
    }

    private static string Title(int number) => string.Create(CultureInfo.InvariantCulture, $"Hackers stole ${70 + (number % 3)} million from the crypto exchange Phemex, report {number}");

    private static string Long(int number) => string.Concat(Enumerable.Range(0, 30).Select(line =>
        string.Create(CultureInfo.InvariantCulture, $"Analyst Nr{number} of Firm{line}x{number} says that hackers from North Korea's Lazarus Group stole ${number + line + 10} million from the crypto exchange Phemex. ")));

    private static ArticleReading Read(string id, string title, int hours = 0) => Matcher.Read(Article(id, title, hours));

    private static Article Article(string id, string title, int hours) => new()
    {
        Id = id,
        Url = "https://press.example/" + id,
        Title = title,
        Language = "en",
        PublishedAt = Some.Now.AddHours(hours),
        FirstSeenAt = Some.Now.AddHours(hours),
        SourceId = "s",
        Publisher = "Press",
    };
}
