using Alerts.Core.Articles;
using Alerts.Core.Matching;
using Alerts.Core.Stories;
using Alerts.Tests.Azurite;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Stories;

/// <summary>Whatever the order and however many write at once, each article is in one story, and the stories are the same.</summary>
public sealed class StoryOrderTests(AzuriteFixture azurite)
{
    private const int Orders = 50;
    private const int Workers = 4;

    private static readonly ArticleMatcher Matcher = ArticleMatcher.BuiltIn();

    private static readonly (string Event, string Language, string Title)[] Articles =
    [
        ("phemex", "en", "Hackers stole $70 million from the crypto exchange Phemex"),
        ("phemex", "de", "Kryptobörse Phemex gehackt: 70 Millionen Dollar gestohlen"),
        ("phemex", "es", "Hackers robaron 70 millones de dólares del exchange Phemex"),
        ("phemex", "en", "Crypto exchange Phemex loses $73 million in hack"),
        ("bingx", "en", "Crypto exchange BingX suffers $45 million hack"),
        ("bingx", "fr", "La plateforme de cryptomonnaies BingX victime d'un piratage de 45 millions de dollars"),
        ("bingx", "en", "BingX hacked: $45 million stolen from the exchange's hot wallets"),
        ("wazirx", "en", "Indian crypto exchange WazirX hit by $235 million hack"),
        ("wazirx", "ja", "暗号資産取引所WazirXがハッキング被害、2億3500万ドル流出"),
        ("wazirx", "en", "Crypto exchange WazirX hacked, USD 235 million stolen"),
        ("upbit", "ko", "업비트 거래소 해킹, 445억 원 탈취"),
        ("upbit", "en", "Crypto exchange Upbit hacked, 44.5 billion won stolen"),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fifty_orders_end_in_the_same_stories()
    {
        for (var seed = 0; seed < Orders; seed++)
        {
            var order = Enumerable.Range(0, Articles.Length).ToArray();
            new Random(seed).Shuffle(order);
            var store = new MemoryStoryStore();
            var joiner = new StoryJoiner(store);
            var storyOf = new Dictionary<int, string>();
            foreach (var at in order)
            {
                storyOf[at] = (await joiner.JoinAsync([Read(at)], Stop))[0].Story.Id;
            }

            AssertStories(storyOf, $"order {seed}");
        }
    }

    [Fact]
    public async Task Four_workers_on_one_storage_end_in_the_same_stories()
    {
        await using var storage = await azurite.NewStorageAsync();
        var store = storage.GetRequiredService<IStoryStore>();
        var storyOf = new Dictionary<int, string>();
        await Parallel.ForEachAsync(Enumerable.Range(0, Articles.Length), new ParallelOptions { MaxDegreeOfParallelism = Workers, CancellationToken = Stop }, async (at, stop) =>
        {
            var join = (await new StoryJoiner(store).JoinAsync([Read(at)], stop))[0];
            lock (storyOf) storyOf[at] = join.Story.Id;
        });

        AssertStories(storyOf, "four workers");
        var stories = await store.GetAsync([.. storyOf.Values.Distinct()], Stop);
        Assert.Equal(Articles.Length, stories.Sum(story => story.ArticleCount));
        Assert.Equal(Enumerable.Range(0, Articles.Length).Select(at => $"a{at}").Order(), stories.SelectMany(story => story.Articles).Select(article => article.Id).Order());
    }

    private static void AssertStories(Dictionary<int, string> storyOf, string when)
    {
        var events = Articles.Select((article, at) => (article.Event, Story: storyOf[at])).Distinct().ToList();
        Assert.True(events.Count == Articles.Select(article => article.Event).Distinct().Count(), $"{when}: {string.Join("; ", events)}");
    }

    private static ArticleReading Read(int at)
    {
        var published = Some.Now.AddHours(at % 5);
        return Matcher.Read(new Article
        {
            Id = $"a{at}",
            Url = $"https://press{at}.example/a",
            Title = Articles[at].Title,
            Language = Articles[at].Language,
            PublishedAt = published,
            FirstSeenAt = published,
            SourceId = "s",
            Publisher = $"Press {at}",
        });
    }
}
