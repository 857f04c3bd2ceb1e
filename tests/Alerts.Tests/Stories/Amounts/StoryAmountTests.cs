using Alerts.Core.Matching;
using Alerts.Core.Stories.Amounts;
using Alerts.Tests.Fakes;
using Alerts.Tests.Matching;

namespace Alerts.Tests.Stories.Amounts;

public sealed class StoryAmountTests
{
    [Theory]
    [InlineData("Phemex hacked for $70 million", "Thieves have taken $2.2 billion from exchanges in total this year.", 70_000_000)]
    [InlineData("Phemex confirms hack", "Hackers stole $70 million from the exchange, which handles a daily volume of $900 million.", 70_000_000)]
    [InlineData("Phemex offers thieves a $2 million bounty", "Hackers stole $70 million from the crypto exchange Phemex last week.", 70_000_000)]
    [InlineData("Phemex hacked for 1.75 million in bitcoin", "According to the exchange, hackers took 7,170 bitcoin from a wallet.", 1_750_000)]
    [InlineData("FTX steps in with $120M financing for Liquid", "Hackers took about $90 million in crypto from the warm wallets of the exchange Liquid.", 90_000_000)]
    [InlineData("White hat group drains $85 million as Parity fills holes", "A hacker had stolen $35 million from Parity's wallets.", 35_000_000)]
    [InlineData("Euler hacked", "A flash loan attack took $197 million from the crypto protocol Euler.", 197_000_000)]
    [InlineData("Phemex joins a list of hacked exchanges", "After the $234 million theft from WazirX came the loss of others. The price of ether fell to $2,900.", 234_000_000)]
    [InlineData("Validators freeze what was stolen from Cetus", "$162 million of the $223 million that the crypto protocol Cetus lost sits still.", 223_000_000)]
    [InlineData("Phemex hacked", "Some $20 million remains in the thief's wallets. Hackers stole $70 million from the crypto exchange Phemex.", 70_000_000)]
    public void The_sum_of_the_theft_is_chosen_among_others(string title, string text, double usd) =>
        Assert.Equal((decimal)usd, StoryAmount.Of(Read("en", title, text))!.Usd);

    [Theory]
    [InlineData("es", "El atacante de Euler Finance restituye otros 102 millones", "Un pirata informático robó criptomonedas por valor de 198 millones de dólares al protocolo Euler Finance.", 198_000_000)]
    [InlineData("fr", "Le hacker d'Euler Finance restitue 100 millions de dollars", "Un pirate avait volé 197 millions de dollars en cryptomonnaies à Euler Finance.", 197_000_000)]
    public void What_is_given_back_is_a_part_of_the_loot(string language, string title, string text, double usd) =>
        Assert.Equal((decimal)usd, StoryAmount.Of(Read(language, title, text))!.Usd);

    [Theory]
    [InlineData("en", "Game studio Ridgeway recovers $97 million lost in hack", "One key alone held $62.5 million.", 97_000_000)]
    [InlineData("de", "Die Hälfte der Beute aus dem 610-Millionen-Dollar-Hack ist zurückgegeben", "Die Hacker der Kryptobörse gaben 342 Millionen Dollar zurück.", 610_000_000)]
    [InlineData("fr", "Les jetons volés lors du piratage de 610 millions de dollars ont été rendus", "Les pirates de la plateforme crypto ont rendu 342 millions de dollars.", 610_000_000)]
    public void The_sum_that_names_a_hack_is_its_sum_whatever_came_back(string language, string title, string text, double usd) =>
        Assert.Equal((decimal)usd, StoryAmount.Of(Read(language, title, text))!.Usd);

    [Theory]
    [InlineData("Bitcoin slips below $90,000 as hack of crypto exchange Ridgeway deepens woes", "Hackers took $1.5 billion of ether from the exchange.", 1_500_000_000)]
    [InlineData("Bitcoin falls as crypto exchange Ridgeway is hacked", "Bitcoin fell to $7,572 after the theft of $37 million from the exchange.", 37_000_000)]
    public void The_price_of_a_coin_is_no_loot(string title, string text, double usd) => Assert.Equal((decimal)usd, StoryAmount.Of(Read("en", title, text))!.Usd);

    [Fact]
    public void A_cap_of_damages_is_no_loot() => Assert.Null(StoryAmount.Of(Read("en", "Crypto wallet Ridgeway wants claims over hack dismissed", "Its terms cap damages at $50.")));

    [Theory]
    [InlineData("North Korea industrialises crypto theft: CertiK", "North Korean hackers stole about $2.06 billion of the $3.4 billion lost in crypto hacks in 2025, CertiK says.", 2_060_000_000)]
    [InlineData("Treasury sanctions crypto mixer", "It processed $20.5 million of what the Lazarus Group took, a heist of some $620 million.", 620_000_000)]
    public void What_the_named_thieves_took_goes_before_other_sums(string title, string text, double usd) => Assert.Equal((decimal)usd, StoryAmount.Of(Read("en", title, text))!.Usd);

    [Theory]
    [InlineData("en", "BingX offers hacker a $3 million bounty", "The crypto exchange BingX wants the stolen coins back.")]
    [InlineData("en", "Hacker of crypto exchange BingX turns down $3M white-hat offer", "The stolen coins move on.")]
    [InlineData("de", "Kryptobörse BingX setzt nach Hack 3 Millionen Dollar Belohnung aus", "Die gestohlenen Coins sollen zurück.")]
    public void A_reward_is_never_the_loot(string language, string title, string text) => Assert.Null(StoryAmount.Of(Read(language, title, text)));

    [Theory]
    [InlineData("Crypto exchange Coincheck, hacked by thieves", "Attackers took tokens. Exchanges lost $900 million to hackers that month; Coincheck lost $530 million.", 530_000_000)]
    [InlineData("Crypto exchange Phemex, hacked by thieves", "Attackers took tokens. Hackers stole $6 billion from others; Phemex lost $70 million.", 70_000_000)]
    public void The_known_sum_of_a_victims_theft_is_preferred(string title, string text, double usd) => Assert.Equal((decimal)usd, StoryAmount.Of(Read("en", title, text))!.Usd);

    [Fact]
    public void The_words_around_sums_are_well_formed() => Assert.Equal([], SumCues.Load().Issues.Select(issue => issue.ToString()));

    [Fact]
    public void The_articles_own_conversion_is_better_than_an_estimate()
    {
        var amount = StoryAmount.Of(Read("en", "Upbit loses 44.5 billion won ($30.4 million) in hack", ""))!;

        Assert.Equal((30_400_000m, "$30.4 million", false), (amount.Usd, amount.Text, amount.UsdIsEstimate));
    }

    [Theory]
    [InlineData("en", "Crypto exchange Ridgeway loses 420 BTC to hackers", "The hackers took 420 BTC, worth about $3.9 million, from a hot wallet.", 3_900_000)]
    [InlineData("en", "Crypto exchange Ridgeway loses 420 BTC to hackers", "More than 420 BTC, about $3.9 million, left a hot wallet.", 3_900_000)]
    [InlineData("en", "Crypto exchange Ridgeway loses 420 BTC to hackers", "More than 420 BTC ($3.9 million) left a hot wallet.", 3_900_000)]
    [InlineData("de", "Kryptobörse Ridgeway: Hacker stehlen 900 Ether", "Die Diebe nahmen 900 Ether im Wert von gut 780.000 Dollar mit.", 780_000)]
    [InlineData("ja", "仮想通貨取引所リッジウェイ、ハッキングで420BTC流出", "流出したのは420BTC（約390万ドル）。", 3_900_000)]
    public void The_text_says_what_the_headlines_tokens_were_worth(string language, string title, string text, double usd) =>
        Assert.Equal(((decimal)usd, false), (StoryAmount.Of(Read(language, title, text))!.Usd, StoryAmount.Of(Read(language, title, text))!.UsdIsEstimate));

    [Theory]
    [InlineData("Hackers took 420 BTC, now worth about $44 million, from a hot wallet.")]
    [InlineData("Hackers took 420 BTC and about $600,000 in USDT from a hot wallet.")]
    [InlineData("Hackers took 420 BTC. The exchange had raised about $9 million.")]
    public void What_tokens_are_worth_today_or_went_with_them_is_not_their_value(string text) =>
        Assert.Equal("BTC", StoryAmount.Of(Read("en", "Crypto exchange Ridgeway loses 420 BTC to hackers", text))!.Unit);

    [Fact]
    public void A_known_theft_retold_years_later_is_valued_as_it_was_then()
    {
        var amount = StoryAmount.Of(Read("en", "How hackers stole 4,502.9 BTC from the exchange DMM Bitcoin", ""))!;

        Assert.InRange(amount.Usd!.Value, 260_000_000, 350_000_000);
        Assert.True(amount.UsdIsEstimate);
    }

    [Fact]
    public void A_text_without_sums_has_none() => Assert.Null(StoryAmount.Of(Read("en", "Exchange Phemex hacked, billions feared lost", "An investigation has begun.")));

    private static ArticleReading Read(string language, string title, string text) =>
        Reading.Matcher.Read(Reading.Article(title, text, language) with { FirstSeenAt = Some.Now });
}
