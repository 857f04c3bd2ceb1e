using Alerts.Core.Knowledge;
using Alerts.Core.Matching;

namespace Alerts.Tests.Matching;

public sealed class MentionTests
{
    [Theory]
    [InlineData("라자루스가 거래소를 노렸다", "lazarus-group")]
    [InlineData("北朝鮮系ハッカーが暗号資産を盗んだ", "dprk-hackers")]
    [InlineData("朝鲜黑客组织盗取加密货币", "dprk-hackers")]
    [InlineData("Биржа взломана северокорейскими хакерами", "dprk-hackers")]
    [InlineData("Счета северокорейских банков", "north-korea")]
    [InlineData("Die Tat der nordkoreanischen Gruppe", "north-korea")]
    [InlineData("A theft by Trader-Traitor", "tradertraitor")]
    [InlineData("APT 38 stole bitcoin", "apt38")]
    [InlineData("Hackers from APT\u00AD38 stole bitcoin", "apt38")]
    [InlineData("Laz\u200Darus Gr\u200Doup stole bitcoin", "lazarus-group")]
    [InlineData("\u202BBybit\u202C lost bitcoin", "bybit")]
    [InlineData("\u2067By\u200Fbit\u2069 lost bitcoin", "bybit")]
    [InlineData("\uD83DBybit\uDE00 lost bitcoin", "bybit")]
    [InlineData("北\u200D朝鮮が暗号資産を盗んだ", "north-korea")]
    [InlineData("سُرِقت عملات من كوريا الشَّمالية", "north-korea")]
    [InlineData("업\u2060비트에서 코인 유출", "upbit")]
    [InlineData("ＬＡＺＡＲＵＳ　ＧＲＯＵＰ stole bitcoin", "lazarus-group")]
    [InlineData("Le régime nord‑coréen a volé des bitcoins", "north-korea")]
    [InlineData("Los hackers norcoreanos robaron criptomonedas", "dprk-hackers")]
    [InlineData("コインエックスから仮想通貨が流出", "coinex")]
    [InlineData("オイラー・ファイナンスから仮想通貨が流出", "euler-finance")]
    [InlineData("스트림 파이낸스가 코인을 잃었다", "stream-finance")]
    [InlineData("래저러스가 거래소를 노렸다", "lazarus-group")]
    [InlineData("其中币安损失加密货币", "binance")]
    [InlineData("Хакеры вывели биткоины с Битфинекса", "bitfinex")]
    [InlineData("اختراق منصة أب بِت وسرقة عملات مشفرة", "upbit")]
    [InlineData("Drift protocol exploited", "drift")]
    [InlineData("Bitcoin stolen from Gate, a crypto exchange", "gate-io")]
    [InlineData("Euler exploiter sends a note", "euler-finance")]
    [InlineData("Gate and Bybit will merge", "gate-io")]
    [InlineData("OlympusFi users lost bitcoin", "protocol-name")]
    [InlineData("Sonne loses millions on Optimism", "sonne-finance")]
    [InlineData("Хакер Mixin может оставить себе $20 млн", "mixin-network")]
    [InlineData("Le hacker d’Euler restitue 31 millions", "euler-finance")]
    public void A_name_is_found_however_it_is_written(string text, string concept) =>
        Assert.Contains(Reading.Of("", text).Mentions, mention => mention.Concept == concept);

    [Theory]
    [InlineData("주말에 북한산에 올랐다", "north-korea")]
    [InlineData("북한강 자전거길", "north-korea")]
    [InlineData("延边朝鲜族自治州", "north-korea")]
    [InlineData("태평양을 건너 비트코인을 훔쳤다", "north-korea")]
    [InlineData("加密货币安全公司称黑客盗走比特币", "binance")]
    [InlineData("加密货币托管公司被盗", "bitopro")]
    [InlineData("其中币安损失加密货币", "zb-com")]
    [InlineData("지갑을 오픈시킨 해커가 코인을 훔쳤다", "opensea")]
    [InlineData("비트코인엑스포에서 해킹 강연이 열렸다", "coinex")]
    [InlineData("ホモフォビアと仮想通貨", "htx")]
    [InlineData("I record in Reaper DAW with two microphones", "apt37")]
    [InlineData("GOP senators voted on the budget", "andariel")]
    [InlineData("Lazarus IDE gets a new debugger", "lazarus-group")]
    [InlineData("The Andariel boss drops better loot", "andariel")]
    [InlineData("Take a zinc supplement in winter", "lazarus-group")]
    [InlineData("El robot ordena paquetes", "stolen")]
    [InlineData("Students met for a hackathon", "hack")]
    [InlineData("Higaisa sent emails to diplomats", "north-korea")]
    [InlineData("APT49 leaked the files", "north-korea")]
    [InlineData("The Kraken won in overtime", "kraken")]
    [InlineData("Crypto hackers wrote Atomic\nWallet reviews", "atomic-wallet")]
    [InlineData("黑客盗走比特币的是朝\n鲜活的鱼", "north-korea")]
    [InlineData("Reaper Farm lost bitcoin to a bug that hackers exploited", "apt37")]
    [InlineData("Euler proved the theorem of thieves", "euler-finance")]
    [InlineData("Gemini hackers meet in Zurich", "gemini")]
    [InlineData("Hackers paid $20,000 at a contest on Gemini", "gemini")]
    [InlineData("Copper thieves stole cables", "copper")]
    [InlineData("A gate was left open at the farm", "gate-io")]
    [InlineData("Le vol Paris-Lyon est en retard", "bybit")]
    [InlineData("The burglar had stolen vol. 2 of the atlas", "lazarus")]
    public void What_only_looks_like_a_name_is_not_found(string text, string concept) =>
        Assert.DoesNotContain(Reading.Of("", text).Mentions, mention => mention.Concept == concept);

    [Theory]
    [InlineData("コインチェック、仮想通貨の流出額は580億円", "ja", "stolen")]
    [InlineData("交易所比特币流出量下降", "zh", null)]
    [InlineData("The Treasury Department blamed nobody", "en", "us-treasury")]
    [InlineData("A bitcoin treasury company was founded", "en", null)]
    [InlineData("Police shut the bazaar Genesis Market, where bitcoin was paid", "en", "dark-market")]
    public void A_look_alike_hides_what_is_shorter_in_its_own_language(string text, string language, string? concept) =>
        Assert.Equal(concept, Reading.Of("", text, language).Mentions.Select(mention => mention.Concept).FirstOrDefault(found => found is "stolen" or "us-treasury" or "hot-wallet" or "genesis" or "dark-market"));

    [Theory]
    [InlineData("hackathon", "Bybit opens a hackathon", true)]
    [InlineData("stock exchange", "The stock exchange was closed", true)]
    [InlineData("sandbox", "The regulatory sandbox is open", true)]
    [InlineData("sandbox", "The sandboxes are open", false)]
    public void No_look_alike_hides_a_topics_own_word(string word, string title, bool matched) =>
        Assert.Equal(matched ? ["t0"] : [], Reading.Only($"\"{word}\"").Read(Reading.Article(title, language: "en")).Topics());

    /// <summary>Else a look-alike, or another rule on what counts, had made it useless, and nobody would know.</summary>
    [Fact]
    public void Every_alias_that_needs_no_company_is_found_where_it_stands_alone()
    {
        var knowledge = KnowledgeBase.BuiltIn;
        var lost = new List<string>();
        foreach (var (concept, text, alias) in knowledge.Aliases.Where(spelling => spelling.Alias is { Exclusion: false, NeedsContext: false }))
        {
            // Beside a word that tells the language, where characters alone do not.
            var beside = alias.Language switch { "ja" => "きょうのニュースです", "ko" => "오늘의 소식입니다", _ => "" };
            if (Reading.Of(text, beside, alias.Language ?? "en").Mentions.All(mention => mention.Concept != knowledge.Concepts[concept].Id)) lost.Add($"{knowledge.Concepts[concept].Id}: {text} ({alias.Language}, {alias.Position})");
        }

        Assert.True(lost.Count == 0, string.Join("; ", lost));
    }

    [Theory]
    [InlineData("Risk-On Sentiment Returns as Ceasefire Sends Crypto Prices Higher", "sentiment", false)]
    [InlineData("Historic Moment for Bitcoin in Berlin: First Step Taken", "step-finance", false)]
    [InlineData("Mining Company Takes Minority Stake in Bitcoin Adviser", "stake-com", false)]
    [InlineData("Crypto Exchange Gemini Opens Singapore Office", "gemini", true)]
    [InlineData("Stake Hackers Move Another $3 Million in Crypto", "stake-com", true)]
    [InlineData("The crypto casino Stake moved its office", "stake-com", true)]
    public void A_capital_tells_no_name_where_every_word_has_one(string title, string concept, bool found) =>
        Assert.Equal(found, Reading.Of(title, language: "en").Mentions.Any(mention => mention.Concept == concept));

    [Theory]
    [InlineData("SolarWinds hackers hid a backdoor in builds of the Orion platform", "orion-protocol", false)]
    [InlineData("Bank customers of First Horizon have $1 million drained from their accounts", "harmony-horizon", false)]
    [InlineData("The Mango exploit of $110 million was no game", "mango-markets", true)]
    public void In_an_article_without_a_word_of_the_field_a_name_needs_deed_and_sum_beside_it(string text, string concept, bool found) =>
        Assert.Equal(found, Reading.Of("", text, "en").Mentions.Any(mention => mention.Concept == concept));

    [Theory]
    [InlineData("CoinDesk", true)]
    [InlineData("Morning Echo", false)]
    public void The_crypto_press_need_not_say_which_name_it_means(string publisher, bool found)
    {
        var reading = Reading.Matcher.Read(Reading.Article("Cream Loses Another $130 Million", language: "en") with { Publisher = publisher });
        Assert.Equal(found, reading.Mentions.Any(mention => mention.Concept == "cream-finance"));
    }

    [Theory]
    [InlineData("Bitcoin shorts lose $16 million as prices rise", "loss", false)]
    [InlineData("Record outflows from crypto funds of $584 million", "outflow", false)]
    [InlineData("The cross-chain bridge lost $16 million in ether", "loss", true)]
    [InlineData("After the hack outflows from the exchange reached $80 million", "outflow", true)]
    public void An_ordinary_word_for_a_loss_needs_company(string text, string concept, bool found) =>
        Assert.Equal(found, Reading.Of("", text, "en").Mentions.Any(mention => mention.Concept == concept));

    [Theory]
    [InlineData("This does not violate the rules of crypto exchanges", "en", "hack")]
    [InlineData("币安将上线 Fabric Protocol（ROBO）", "zh", "stolen")]
    public void Words_of_another_language_in_Latin_letters_mean_nothing_here(string text, string language, string concept) =>
        Assert.DoesNotContain(Reading.Of("", text, language).Mentions, mention => mention.Concept == concept);

    [Theory]
    [InlineData("金融庁は暗号資産の規制を協議した", "ja", "defi-protocol", false)]
    [InlineData("加密货币借贷协议遭攻击", "zh", "defi-protocol", true)]
    [InlineData("加密貨幣借貸協議遭攻擊", "zh", "defi-protocol", true)]
    [InlineData("朝鮮日報によると取引所が調査を受けた", "ja", "north-korea", false)]
    [InlineData("朝鮮駭客竊取加密貨幣", "zh", "north-korea", true)]
    [InlineData("数字貨幣", "zh", "cryptocurrency", true)]
    [InlineData("KRİPTO BORSASINDAN BITCOIN ÇALINDI", "tr", "stolen", true)]
    public void Characters_mean_what_they_mean_in_their_language(string text, string language, string concept, bool found) =>
        Assert.Equal(found, Reading.Of(text, text, language).Mentions.Any(mention => mention.Concept == concept || (concept == "north-korea" && mention.Concept == "dprk-hackers")));

    [Fact]
    public void Among_letters_of_another_script_an_English_word_is_a_name() =>
        Assert.Contains(Reading.Of("Drift 黑客事件初步调查", language: "zh").Mentions, mention => mention.Concept == "drift");

    [Fact]
    public void Vol_is_a_theft_in_French_only()
    {
        Assert.Contains(Reading.Of("Un vol de bitcoins", language: "fr").Mentions, mention => mention.Concept == "stolen");
        Assert.DoesNotContain(Reading.Of("Bitcoin vol falls", language: "en").Mentions, mention => mention.Concept == "stolen");
    }

    [Fact]
    public void A_mention_tells_where_it_stands_and_what_is_around_it()
    {
        var mention = Reading.Of("Calm day", "Nothing happened.\nThen Bybit lost 1.5 billion dollars to thieves.").Mentions.Single(mention => mention.Concept == "bybit");
        Assert.Equal((ArticleField.Text, 2, "Bybit"), (mention.Field, mention.Paragraph, mention.Alias));
        Assert.Equal(("Then ", " lost 1.5 billion dollars to thieves."), (mention.Before, mention.After));
    }

    [Fact]
    public void Boilerplate_is_no_mention()
    {
        const string Story =
            "Thieves took 9,000 ether from the Acme bridge on Monday, the team said, and asked exchanges to freeze the coins before they could be laundered; " +
            "the police are looking for two suspects who left the country on the same day, according to people who know the case.";
        var reading = Reading.Of("Acme bridge robbed", $"Bitcoin Ethereum Lazarus Bybit\n{Story} Sponsored by Upbit, your crypto exchange.\nMost read\nKraken hack explained\nDisclaimer: trade on Binance at your own risk.");
        Assert.DoesNotContain(reading.Mentions, mention => mention.Concept is "lazarus-group" or "bybit" or "upbit" or "kraken" or "binance");
        Assert.Contains(reading.Mentions, mention => mention.Concept == "stolen" || mention.Concept == "hacker");
    }
}
