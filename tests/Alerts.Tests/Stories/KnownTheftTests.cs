using Alerts.Core.Articles;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching;
using Alerts.Core.Stories;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Stories;

/// <summary>The largest known thefts ship with the product, and what is told of them later is told of them.</summary>
public sealed class KnownTheftTests
{
    private static readonly ArticleMatcher Matcher = ArticleMatcher.BuiltIn();

    [Theory]
    [InlineData("2025-02-21", "Bybit", 1460, 1500, "official")]
    [InlineData("2020-12", "LuBian", 3500, 3500, "none")]
    [InlineData("2022-03-23", "Ronin", 620, 625, "official")]
    [InlineData("2021-08-10", "Poly Network", 610, 611, "none")]
    [InlineData("2022-10-06", "BSC Token Hub", 566, 570, "none")]
    [InlineData("2018-01-26", "Coincheck", 530, 534, "vendor")]
    [InlineData("2014-02", "Mt. Gox", 450, 450, "other")]
    [InlineData("2022-11-11", "FTX", 400, 600, "other")]
    [InlineData("2026-09-24", "Bitget", 351.6, 387.5, "vendor")]
    [InlineData("2022-02-02", "Wormhole", 320, 326, "none")]
    [InlineData("2024-05-31", "DMM Bitcoin", 305.8, 308, "official")]
    [InlineData("2026-04-18", "KelpDAO", 292, 293.7, "suspected")]
    [InlineData("2026-04-01", "Drift", 263, 285, "vendor")]
    [InlineData("2020-09-26", "KuCoin", 275, 281, "vendor")]
    [InlineData("2024-08-19", "", 238, 243, "other")]
    [InlineData("2024-07-18", "WazirX", 230, 235, "official")]
    [InlineData("2018-04-21", "Gate.io", 234, 234, "vendor")]
    [InlineData("2025-05-22", "Cetus", 223, 223, "none")]
    [InlineData("2023-09-23", "Mixin Network", 200, 200, "none")]
    [InlineData("2023-03-13", "Euler", 197, 197, "other")]
    [InlineData("2021-12-04", "BitMart", 196, 196, "none")]
    [InlineData("2022-08-01", "Nomad", 152, 190, "none")]
    [InlineData("2022-04-16", "Beanstalk", 182, 182, "other")]
    [InlineData("2025-03", "", 171, 171, "vendor")]
    [InlineData("2022-09-20", "Wintermute", 160, 160, "none")]
    [InlineData("2021-03-05", "Paid Network", 160, 160, "vendor")]
    [InlineData("2021-10-27", "Cream Finance", 130, 130, "none")]
    [InlineData("2023-11-10", "Poloniex", 125, 130, "vendor")]
    [InlineData("2025-11-03", "Balancer", 120, 128, "none")]
    [InlineData("2023-07-06", "Multichain", 125, 126, "none")]
    [InlineData("2021-12-02", "BadgerDAO", 120, 120, "none")]
    [InlineData("2023-06-03", "Atomic Wallet", 100, 121, "official")]
    [InlineData("2023-11-22", "HTX", 100, 116, "vendor")]
    [InlineData("2022-10-11", "Mango Markets", 114, 114, "other")]
    [InlineData("2019-03-25", "Coinbene", 105, 105, "vendor")]
    [InlineData("2022-06-24", "Harmony Horizon", 100, 105, "official")]
    [InlineData("2023-07-22", "Alphapo", 60, 60, "official")]
    [InlineData("2023-07-22", "CoinsPaid", 37, 37.3, "official")]
    [InlineData("2021-08-18", "Liquid", 91, 91, "vendor")]
    [InlineData("2024-03", "", 90, 90, "vendor")]
    [InlineData("2025-06-18", "Nobitex", 48.6, 100, "other")]
    [InlineData("2025-01-23", "Phemex", 70, 85, "vendor")]
    [InlineData("2023-12-31", "Orbit Bridge", 81, 82, "suspected")]
    [InlineData("2016-02-04", "", 81, 81, "official")]
    [InlineData("2016-08-02", "Bitfinex", 72, 72, "other")]
    [InlineData("2017-12-06", "NiceHash", 62, 65, "official")]
    [InlineData("2024-03-26", "Munchables", 62, 62, "vendor")]
    [InlineData("2023-09-12", "CoinEx", 54, 70, "vendor")]
    [InlineData("2024-10-16", "Radiant Capital", 50, 58, "vendor")]
    [InlineData("2025-08-14", "BtcTurk", 48, 55, "vendor")]
    [InlineData("2019-11-27", "Upbit", 48.5, 48.5, "official")]
    [InlineData("2024-09-19", "BingX", 45, 45, "vendor")]
    [InlineData("2025-07-19", "CoinDCX", 44, 44, "suspected")]
    [InlineData("2023-09-04", "Stake.com", 41, 41, "official")]
    [InlineData("2025-11-27", "Upbit", 30.4, 37, "suspected")]
    public void Each_of_the_largest_thefts_is_known_by_day_victim_and_sum(string date, string victim, double low, double high, string status)
    {
        var id = victim.Length == 0 ? null : KnowledgeBase.BuiltIn.FindByName(victim)!.Id;

        var theft = Assert.Single(KnowledgeBase.BuiltIn.Incidents, theft => theft.Date == date && (id is null ? theft.Victims.Count == 0 : theft.Victims.Contains(id)));
        Assert.Equal(((decimal)low * 1_000_000, (decimal)high * 1_000_000), (theft.AmountUsdLow, theft.AmountUsdHigh));
        Assert.Contains(theft.Attribution, claim => claim.Status == status);
    }

    [Theory]
    [InlineData("en", "Hackers steal $900 million from crypto exchange Kraken, the largest theft since Ronin", "Kraken", null)]
    [InlineData("es", "Roban 900 millones de dólares del exchange Kraken, el mayor robo desde Ronin", "Kraken", null)]
    [InlineData("de", "Hacker stehlen 900 Millionen Dollar von der Kryptobörse Kraken, der größte Diebstahl seit Ronin", "Kraken", null)]
    [InlineData("en", "Bybit CEO confirms $1.5 billion crypto theft as Binance sends help", "Bybit", "bybit-2025-02")]
    [InlineData("en", "How hackers stole $620 million from the Ronin bridge in 2022", "Ronin Network (Axie Infinity)", "ronin-2022-03")]
    [InlineData("en", "Hackers stole $620 million in crypto from the Ronin bridge", "Ronin Network (Axie Infinity)", "ronin-2022-03")]
    public void A_comparison_is_not_the_theft_that_it_compares_with(string language, string title, string victim, string? incident)
    {
        var told = Told(language, title, Some.Now);

        Assert.Equal((victim, incident), (told.Victim, told.KnownIncident));
    }

    [Theory]
    [InlineData("Hackers stole $1.46 billion in crypto from the exchange Bybit", 2, false)]
    [InlineData("Hackers stole $1.46 billion in crypto from the exchange Bybit", 400, true)]
    [InlineData("FBI: North Korea's TraderTraitor stole $1.5 billion from the crypto exchange Bybit", 5, false)]
    [InlineData("Bybit hack: court hears lawsuit over $1.46 billion in stolen crypto", 400, true)]
    [InlineData("Two men arrested over $1.46 billion theft from crypto exchange Bybit", 400, false)]
    [InlineData("$40 million of the crypto stolen from the exchange Bybit recovered", 400, false)]
    public void An_old_theft_told_again_is_marked_and_a_new_step_is_not(string title, int days, bool isRetold)
    {
        var told = Told("en", title, new DateTimeOffset(2025, 2, 21, 12, 0, 0, TimeSpan.Zero).AddDays(days));

        Assert.Equal(("bybit-2025-02", isRetold), (told.KnownIncident, told.IsRetold));
    }

    [Theory]
    [InlineData("Hackers stole $1.46 billion from the crypto exchange Bybit", "FBI says North Korea was behind $1.5 billion theft from crypto exchange Bybit", 8, true)]
    [InlineData("Hackers stole $30 million from the crypto exchange Kraken", "Crypto exchange Kraken recovers $12 million of stolen funds", 20, true)]
    [InlineData("Hackers stole $30 million from the crypto exchange Kraken", "Police arrest two suspects in theft from crypto exchange Kraken", 60, true)]
    [InlineData("Hackers stole $30 million from the crypto exchange Kraken", "Police arrest two suspects in theft from crypto exchange Kraken", 200, true)]
    [InlineData("Hackers stole $30 million from the crypto exchange Kraken", "Police arrest two suspects in theft from crypto exchange Kraken", 900, true)]
    [InlineData("Crypto exchange Kraken recovers $12 million of stolen funds", "Hackers stole $30 million from the crypto exchange Kraken", 100, false)]
    [InlineData("Hackers stole $30 million from the crypto exchange Kraken", "Hackers stole $300 million from the crypto exchange Kraken", 60, false)]
    [InlineData("Hackers stole $30 million from the crypto exchange Kraken", "Police arrest two suspects in theft from crypto exchange BingX", 20, false)]
    public async Task A_follow_up_is_a_story_of_its_own_in_the_incident_of_the_theft(string theft, string later, int days, bool isOne)
    {
        var at = new DateTimeOffset(2025, 2, 21, 12, 0, 0, TimeSpan.Zero);
        var joiner = new StoryJoiner(new MemoryStoryStore());
        var first = (await joiner.JoinAsync([Read("one", "en", theft, at)], TestContext.Current.CancellationToken))[0].Story;
        var next = (await joiner.JoinAsync([Read("two", "en", later, at.AddDays(days))], TestContext.Current.CancellationToken))[0].Story;

        Assert.NotEqual(first.Id, next.Id);
        Assert.Equal(isOne, first.IncidentId == next.IncidentId);
    }

    [Theory]
    [InlineData("How hackers robbed the crypto exchange Coincheck", "coincheck-2018-01")]
    [InlineData("Hackers stole $530 million in crypto from the exchange Coincheck", "coincheck-2018-01")]
    [InlineData("Hackers stole $4 million in crypto from the exchange Coincheck", null)]
    [InlineData("Hackers stole crypto from the exchange Upbit", null)]
    public void An_undated_text_tells_of_the_only_known_theft_unless_its_sum_is_another(string title, string? incident) =>
        Assert.Equal(incident, NewsEvent.Of(Undated(title)).KnownIncident);

    private static ArticleReading Undated(string title) => Matcher.Read(Read("a", "en", title, Some.Now).Article with { PublishedAt = null });

    private static NewsEvent Told(string language, string title, DateTimeOffset when) => NewsEvent.Of(Read("a", language, title, when));

    private static ArticleReading Read(string id, string language, string title, DateTimeOffset when) => Matcher.Read(new Article
    {
        Id = id,
        Url = "https://press.example/" + id,
        Title = title,
        Language = language,
        PublishedAt = when,
        FirstSeenAt = when,
        SourceId = "s",
        Publisher = "Press",
    });
}
