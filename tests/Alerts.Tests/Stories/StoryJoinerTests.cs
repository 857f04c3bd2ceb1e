using Alerts.Core.Articles;
using Alerts.Core.Matching;
using Alerts.Core.Sources;
using Alerts.Core.Stories;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Stories;

public sealed class StoryJoinerTests
{
    private const string First = "Hackers stole $70 million from the crypto exchange Phemex";

    private static readonly ArticleMatcher Matcher = ArticleMatcher.BuiltIn();

    private readonly MemoryStoryStore store = new();
    private readonly StoryJoiner joiner;

    public StoryJoinerTests() => joiner = new(store);

    [Theory]
    [InlineData("en", "Crypto exchange Phemex loses $73 million in hack", 5, true)]
    [InlineData("de", "Kryptobörse Phemex gehackt: 70 Millionen Dollar gestohlen", 20, true)]
    [InlineData("es", "Hackers robaron 70 millones de dólares del exchange Phemex", 1, true)]
    [InlineData("en", "Hackers stole $70 million from the crypto exchange BingX", 1, false)]
    [InlineData("en", "Hackers stole $700 million from the crypto exchange Phemex", 1, true)]
    [InlineData("en", "Hackers stole $700 million from the crypto exchange Phemex", 70, false)]
    [InlineData("en", "Crypto exchange Phemex loses $70 million in hack", 24 * 365, false)]
    [InlineData("en", "Phemex, BingX and Bybit: crypto exchanges hacked this year", 1, false)]
    public async Task The_same_event_in_other_words_joins_and_another_does_not(string language, string title, int hours, bool joins)
    {
        var opened = await JoinAsync("one", "en", First, 0);
        var next = await JoinAsync("two", language, title, hours);

        Assert.Equal(joins, opened.Story.Id == next.Story.Id);
        Assert.Equal(!joins, next.Opened);
    }

    [Fact]
    public async Task A_join_says_what_agreed_and_repeating_it_changes_nothing()
    {
        await JoinAsync("one", "en", First, 0);
        var join = await JoinAsync("two", "en", "Crypto exchange Phemex hacked, $70 million gone", 5);
        var again = await JoinAsync("two", "en", "Crypto exchange Phemex hacked, $70 million gone", 5);

        Assert.Equal("Phemex +40, the incident phemex-2025-01 +20, $70 million +15, nearly the same title +25, within 5 hours +12 (112 points, 50 suffice)", join.Reason);
        Assert.Equal((join.Story.Id, 2), (again.Story.Id, again.Story.ArticleCount));
    }

    [Theory]
    [InlineData("ko", "타벨로 자동화 볼트 해킹…620만달러 탈취", "디파이 프로토콜에서 암호화폐가 유출됐다.", true)]
    [InlineData("ja", "タベロから620万ドル相当の暗号資産が流出", "分散型金融のプロトコルがハッキングされた。", true)]
    [InlineData("ru", "Хакеры украли $6,2 млн у DeFi-протокола Тарвело", "Взлом произошел в среду.", true)]
    [InlineData("ko", "파멜로 자동화 볼트 해킹…620만달러 탈취", "디파이 프로토콜에서 암호화폐가 유출됐다.", false)]
    [InlineData("ko", "타벨로 자동화 볼트 해킹…9100만달러 탈취", "디파이 프로토콜에서 암호화폐가 유출됐다.", false)]
    [InlineData("ko", "타벨로 자동화 볼트 해킹", "디파이 프로토콜에서 암호화폐가 유출됐다. 라자루스가 의심된다.", false)]
    public async Task A_house_that_nobody_has_listed_is_known_again_in_another_script_by_how_it_is_spoken_and_its_sum(string language, string title, string text, bool joins)
    {
        var opened = await JoinAsync("one", "en", "DeFi protocol Tarvelo exploited for $6.2 million", 0);
        var next = await JoinAsync("two", language, title, 3, text);
        Assert.Equal(joins, opened.Story.Id == next.Story.Id);
    }

    [Fact]
    public async Task In_any_order_what_all_of_them_tell_is_one_story()
    {
        (string Title, string Text)[] told =
        [
            ("The insider behind the $44M CoinDCX hack", "Police arrested Rahul Agarwal, an engineer of the crypto exchange, who denies the theft."),
            ("CoinDCX employee arrested after $44M hack", "Police in Bengaluru arrested the engineer on Saturday."),
            ("How an engineer robbed CoinDCX of $44M", "Rahul Agarwal, who was arrested on Saturday, worked for the crypto exchange."),
        ];
        int[][] orders = [[0, 1, 2], [1, 0, 2], [2, 1, 0], [1, 2, 0]];
        foreach (var order in orders)
        {
            var own = new StoryJoiner(new MemoryStoryStore());
            var ids = new HashSet<string>();
            foreach (var at in order) ids.Add((await own.JoinAsync([Matcher.Read(Article($"a{at}", "en", told[at].Title, at) with { Text = told[at].Text })], CancellationToken.None))[0].Story.Id);
            Assert.Single(ids);
        }
    }

    [Theory]
    [InlineData("The insider behind the $44M CoinDCX hack", "Police arrested Rahul Agarwal, an engineer of the crypto exchange, who denies the theft.", true)]
    [InlineData("CoinDCX hacked for $44M", "The crypto exchange found the breach on Saturday.", false)]
    public async Task What_one_outlet_tells_beside_the_theft_and_another_as_its_news_is_one_story(string title, string text, bool isOne)
    {
        var theft = await JoinAsync("one", "en", title, 0, text);
        var next = await JoinAsync("two", "en", "CoinDCX employee arrested after $44M hack", 48, "Police in Bengaluru arrested the engineer on Saturday.");
        Assert.Equal(isOne, theft.Story.Id == next.Story.Id);
    }

    [Theory]
    [InlineData("en", "Police: North Korean hackers stole 342,000 ETH from the crypto exchange Upbit in 2019", "upbit-2019-11")]
    [InlineData("ko", "경찰 “2019년 업비트 이더리움 34만2000개 탈취는 북한 라자루스·안다리엘 소행”", "upbit-2019-11")]
    [InlineData("en", "Lazarus suspected of stealing $30.4 million from the crypto exchange Upbit in November 2025", "upbit-2025-11")]
    public async Task A_headline_that_names_the_year_says_which_theft_of_a_victim_it_means(string language, string title, string incident) =>
        Assert.Equal(incident, (await JoinAsync("one", language, title, 0)).Story.IncidentId);

    [Fact]
    public async Task A_correction_takes_the_place_of_what_was_read_before()
    {
        await JoinAsync("one", "en", First, 0);
        var article = Article("two", "en", "Crypto exchange Phemex hacked, $70 million gone", 5);
        await JoinAsync(article);

        var corrected = article with { Revision = 2, Title = "North Korean hackers stole $85 million from crypto exchange Phemex" };
        var story = (await JoinAsync(corrected)).Story;
        var again = (await JoinAsync(corrected)).Story;

        Assert.Equal(["dprk-crypto", "exchange-hack"], story.Topics);
        Assert.Equal((2, corrected.Title, 85_000_000m), (story.ArticleCount, story.Articles[1].Title, story.Articles[1].AmountUsd));
        Assert.Equal(story.Version, again.Version);
    }

    [Fact]
    public async Task The_correction_of_a_storys_only_article_changes_whose_loss_it_is()
    {
        var article = Article("one", "en", "Hackers stole $45 million from the crypto exchange Ridgeway", 0);
        var first = (await JoinAsync(article)).Story;

        var corrected = (await JoinAsync(article with { Revision = 2, StoryId = first.Id, Title = "Hackers stole $45 million from the crypto exchange Northgate" })).Story;

        Assert.Equal((first.Id, "Northgate", 1), (corrected.Id, corrected.MainVictim, corrected.ArticleCount));
        Assert.Equal(["Northgate"], corrected.Facts.Victims);
    }

    [Fact]
    public async Task The_correction_of_a_storys_only_article_changes_its_topics()
    {
        var article = Article("one", "en", "North Korean hackers stole $45 million from the crypto exchange Ridgeway", 0);
        var first = (await JoinAsync(article)).Story;

        var corrected = (await JoinAsync(article with { Revision = 2, StoryId = first.Id, Title = "Hackers stole $45 million from the crypto exchange Ridgeway" })).Story;

        Assert.Equal(["dprk-crypto", "exchange-hack"], first.Topics);
        Assert.Equal(["exchange-hack"], corrected.Topics);
    }

    [Fact]
    public async Task Topics_and_title_of_what_was_taken_back_are_the_storys_no_longer()
    {
        var article = Article("one", "en", "North Korean hackers stole $45 million from the crypto exchange Ridgeway", 0);
        await JoinAsync(article);
        var joined = (await JoinAsync("two", "en", "Crypto exchange Ridgeway loses $45 million in hack", 5)).Story;

        var left = (await joiner.WithdrawAsync(article with { Revision = 2, Title = "Correction", StoryId = joined.Id }, CancellationToken.None))!;

        Assert.Equal(["dprk-crypto", "exchange-hack"], joined.Topics);
        Assert.Equal(["exchange-hack"], left.Topics);
        Assert.Equal(left.Articles[1].Title, left.Title);
        Assert.Equal("Ridgeway", left.MainVictim);
    }

    [Fact]
    public void A_story_is_as_newsy_as_those_of_its_articles_that_still_say_so()
    {
        StoryArticle Told(string id, NewsKind kind) => new(id, "Ridgeway", "https://press.example/" + id, "Press", SourceTier.Trade, "en", Some.Now, Some.Now, "") { Kind = kind, IsRetold = kind == NewsKind.Retrospective, Topics = ["exchange-hack"] };
        var story = Some.Story() with { Articles = [Told("one", NewsKind.Retrospective), Told("two", NewsKind.NewEvent)], ArticleCount = 2 };

        var (both, left) = (StoryFactsKeeper.Assess(story), StoryFactsKeeper.Assess(story with { Articles = [story.Articles[0], story.Articles[1] with { IsWithdrawn = true }] }));
        var beyond = StoryFactsKeeper.Assess(story with { Kind = NewsKind.NewEvent, Articles = [story.Articles[0]] });

        Assert.Equal([(NewsKind.NewEvent, false), (NewsKind.Retrospective, true), (NewsKind.NewEvent, false)], new[] { both, left, beyond }.Select(known => (known.Kind, known.IsRetold)));
    }

    [Fact]
    public async Task A_corrected_text_is_no_copy_of_what_it_said_before_and_one_that_takes_over_anothers_text_is()
    {
        const string agency = "The crypto exchange Phemex said on Thursday that hackers had taken $70 million from its hot wallets. It stopped withdrawals, called the police and asked other exchanges to watch for the stolen coins. Its chief executive said that customers would be paid back in full, and that cold wallets were safe.";
        const string own = "Phemex has lost $70 million. An attacker emptied the hot wallets of the exchange within an hour this morning, analysts who follow the addresses told us, and swapped most of the tokens for ether at once. What the company will do about its users' losses remained open at noon, when it had not answered our questions.";
        await JoinAsync(Article("one", "en", First, 0) with { Text = agency });
        var article = Article("two", "en", "Exchange Phemex robbed of $70 million", 2) with { Text = own, Publisher = "Other press" };
        var joined = (await JoinAsync(article)).Story;

        var corrected = (await JoinAsync(article with { Revision = 2, StoryId = joined.Id, Text = own.Replace("an hour", "two hours", StringComparison.Ordinal) })).Story;
        var copied = (await JoinAsync(article with { Revision = 3, StoryId = joined.Id, Text = agency })).Story;

        Assert.Equal((2, true), (joined.ArticleCount, joined.Confirmed));
        Assert.Equal((false, true), (corrected.Articles[1].IsCopy, corrected.Confirmed));
        Assert.Equal((true, false), (copied.Articles[1].IsCopy, copied.Confirmed));
    }

    [Fact]
    public void Texts_that_were_stored_without_saying_whose_they_are_are_compared_and_kept()
    {
        var words = string.Join(' ', Enumerable.Range(1, 60).Select(number => $"word{number}"));
        var before = StoryMarks.None with { Sketches = [TextSketch.Of(words)!.ToString()] };

        Assert.Equal(1, before.Likeness(TextSketch.Of(words)));
        Assert.Equal(before.Sketches, before.Without("a", [], [], []).Sketches);
        Assert.Equal(before.Sketches, before.With(StoryMarks.None).Sketches);
    }

    [Fact]
    public async Task A_correction_is_found_by_its_new_victim_also_where_its_first_attempt_died_before_the_keys()
    {
        var article = Article("one", "en", "Hackers stole $45 million from the crypto exchange Ridgeway", 0);
        var story = (await JoinAsync(article)).Story;
        var corrected = article with { Revision = 2, StoryId = story.Id, Title = "Hackers stole $45 million from the crypto exchange Northgate" };
        var dying = new StoryJoiner(new Interposed(store) { OnAddKeys = () => throw new IOException("The instance was stopped.") });
        await Assert.ThrowsAsync<IOException>(() => dying.JoinAsync([Matcher.Read(corrected)], CancellationToken.None));

        await JoinAsync(corrected);
        var next = await JoinAsync("two", "en", "Crypto exchange Northgate loses $45 million in hack", 3);

        Assert.Equal(story.Id, next.Story.Id);
    }

    [Fact]
    public async Task What_was_put_into_a_story_and_not_yet_marked_so_is_taken_back_as_well()
    {
        await JoinAsync("one", "en", First, 0);
        var article = Article("two", "en", "Crypto exchange Phemex lost $79 million to hackers", 5);
        await JoinAsync(article);

        var left = await joiner.WithdrawAsync(article with { Revision = 2, Title = "Correction" }, CancellationToken.None);

        Assert.Equal([false, true], left!.Articles.Select(known => known.IsWithdrawn));
        Assert.Null(await joiner.WithdrawAsync(Article("three", "en", "Correction", 6) with { Revision = 2 }, CancellationToken.None));
    }

    [Theory]
    [InlineData("Elliptic", false)]
    [InlineData("Chainalysis", true)]
    public async Task One_headline_over_two_counts_is_two_stories(string analyst, bool isOne)
    {
        const string title = "Report: North Korean hackers stole crypto worth billions in 2025";
        var first = await JoinAsync(Article("one", "en", title, 0) with { Text = "Chainalysis counted $2.02 billion in thefts by North Korean hackers." });
        var next = await JoinAsync(Article("two", "en", title, 20) with { Text = $"{analyst} counted $2.1 billion in thefts by North Korean hackers." });

        Assert.Equal(isOne, first.Story.Id == next.Story.Id);
    }

    [Fact]
    public async Task What_a_publisher_takes_back_counts_no_longer()
    {
        await JoinAsync("one", "en", First, 0);
        var article = Article("two", "en", "Crypto exchange Phemex lost $79 million to hackers", 5) with { Publisher = "Other press" };
        var joined = (await JoinAsync(article)).Story;

        var withdrawn = await joiner.WithdrawAsync(article with { Title = "Correction", StoryId = joined.Id }, CancellationToken.None);
        var again = await joiner.WithdrawAsync(article with { Title = "Correction", StoryId = joined.Id }, CancellationToken.None);

        Assert.Equal((true, 79_000_000m), (joined.Confirmed, joined.Facts.AmountUsdHigh));
        Assert.Equal((false, 70_000_000m, 2), (withdrawn!.Confirmed, withdrawn.Facts.AmountUsdHigh, withdrawn.ArticleCount));
        Assert.Equal(withdrawn.Version, again!.Version);
    }

    [Fact]
    public async Task An_article_that_comes_late_finds_the_news_of_its_own_days()
    {
        const string title = "Report: North Korean hackers hold bitcoin worth billions";
        var first = await JoinAsync("first", "en", title, 0);
        for (var day = 10; day < 60; day++) await JoinAsync($"later {day}", "en", $"North Korean hackers stole ${day} million in crypto from a bank's customers", day * 24);

        var late = await JoinAsync("late", "en", title, 3);

        Assert.Equal(first.Story.Id, late.Story.Id);
    }

    [Theory]
    [InlineData("2025", true)]
    [InlineData("2026", false)]
    public async Task A_text_used_once_more_for_another_year_is_another_story(string year, bool isOne)
    {
        const string text = """
            Chainalysis has counted what North Korean hackers stole in cryptocurrency over the year. The blockchain analytics company says that thefts from exchanges and bridges made up most of
            the total, that access to private keys was the most common way in, and that funds went through mixers within days. Analysts expect that more sanctions will follow.
            """;
        var first = await JoinAsync(Article("one", "en", "Chainalysis: North Korean hackers stole $1.3 billion in crypto in 2025", 0) with { Text = text });
        var next = await JoinAsync(Article("two", "en", $"North Korea's crypto thefts of {year}, counted by Chainalysis", 30) with { Text = text });

        Assert.Equal(isOne, first.Story.Id == next.Story.Id);
    }

    private Task<StoryJoin> JoinAsync(string id, string language, string title, int hours, string text = "") => JoinAsync(Article(id, language, title, hours) with { Text = text });

    private async Task<StoryJoin> JoinAsync(Article article) => (await joiner.JoinAsync([Matcher.Read(article)], CancellationToken.None))[0];

    private static Article Article(string id, string language, string title, int hours) => new()
    {
        Id = id,
        Url = "https://press.example/" + id,
        Title = title,
        Language = language,
        PublishedAt = Some.Now.AddHours(hours),
        FirstSeenAt = Some.Now.AddHours(hours),
        SourceId = "s",
        Publisher = "Press",
    };
}
