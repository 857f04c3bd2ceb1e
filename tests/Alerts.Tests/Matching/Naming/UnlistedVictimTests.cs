using Alerts.Core.Knowledge;
using Alerts.Core.Matching;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Matching.Naming;

/// <summary>Victims that the knowledge base does not know, found by the company that their names keep. All names are invented.</summary>
public sealed class UnlistedVictimTests
{
    [Theory]
    [InlineData("en", "BTC9 hacked for $3 million", "The crypto exchange BTC9 was hacked on Monday.", "BTC9")]
    [InlineData("en", "Crypto lender Zorlend loses $12 million in flash loan attack", "Zorlend, a decentralized lending protocol, lost $12 million to an exploit on Friday.", "Zorlend")]
    [InlineData("en", "Attackers stole $4 million from QuarkSwap", "QuarkSwap, a DEX on Base, was exploited for $4 million.", "QuarkSwap")]
    [InlineData("en", "$2 million gone: Harrow Protocol drained", "Harrow Protocol was exploited on Tuesday.", "Harrow Protocol")]
    [InlineData("en", "Slovak crypto exchange loses $5 million to hackers", "Vltavex, a Slovak cryptocurrency exchange, has become the latest victim of hackers: $5 million was stolen.", "Vltavex")]
    [InlineData("de", "Hacker erbeuten zwei Millionen Dollar bei Kryptobörse Koinhafen", "Die Kryptobörse Koinhafen wurde gehackt. Unbekannte stahlen rund zwei Millionen Dollar in Kryptowährungen.", "Koinhafen")]
    [InlineData("es", "Hackean el exchange Criptolana y roban 5 millones de dólares", "El exchange de criptomonedas Criptolana sufrió un hackeo y perdió 5 millones de dólares.", "Criptolana")]
    [InlineData("fr", "La plateforme Cryptorive piratée, 8 millions de dollars volés", "La plateforme d'échange de cryptomonnaies Cryptorive a été piratée lundi. Les pirates ont volé 8 millions de dollars.", "Cryptorive")]
    [InlineData("ru", "Биржу Крипторог взломали на $4 млн", "Криптобиржа Крипторог подтвердила взлом: хакеры похитили $4 млн в криптовалюте.", "Крипторог")]
    [InlineData("ko", "가상자산 거래소 '코인마루' 해킹…50억원 탈취", "가상자산 거래소 '코인마루'가 해킹을 당해 50억원 상당의 코인이 유출됐다.", "코인마루")]
    [InlineData("ja", "仮想通貨取引所「コインハシ」から10億円相当が流出", "仮想通貨取引所のコインハシは、ハッキングにより約10億円相当の仮想通貨が流出したと発表した。", "コインハシ")]
    [InlineData("zh", "加密货币交易所“币桥通”遭黑客攻击 损失500万美元", "加密货币交易所“币桥通”热钱包遭黑客攻击，被盗约500万美元。", "币桥通")]
    [InlineData("ja", "Moneppaから暗号資産が流出、ウォレットを停止", "投げ銭サービスのMoneppaは、ホットウォレットの暗号資産が盗まれたと発表した。", "Moneppa")]
    [InlineData("ja", "「コロモン」不正アクセスで仮想通貨流出", "ウォレットサービスが攻撃を受け、仮想通貨が盗まれた。", "コロモン")]
    [InlineData("zh", "Quorlex被盗500万美元 慢雾正在分析", "该DeFi协议遭黑客攻击，加密资产被盗约500万美元。", "Quorlex")]
    [InlineData("it", "Hacker rubano 3 milioni all'exchange Criptovalle", "L'exchange di criptovalute Criptovalle è stato hackerato: rubati 3 milioni di dollari.", "Criptovalle")]
    [InlineData("pt", "Hackers roubam US$ 2 milhões da corretora Criptomar", "A corretora de criptomoedas Criptomar foi hackeada e perdeu US$ 2 milhões.", "Criptomar")]
    public void A_name_is_found_by_its_company(string language, string title, string text, string name)
    {
        Assert.Null(KnowledgeBase.BuiltIn.FindByName(name));

        Assert.Equal([name], Victims(language, title, text));
    }

    [Theory]
    [InlineData("ko", "해커가 두 거래소를 털었다", "뉴질랜드 크립토피아가 23억원을 잃었고 싱가포르 드래곤엑스가 7억원을 털렸다.", "Cryptopia", "DragonEx")]
    [InlineData("ja", "仮想通貨取引所ビットグレイルから流出", "仮想通貨取引所のビットグレイルは、ハッキングにより仮想通貨が流出したと発表した。", "Bitgrail")]
    public void A_listed_one_is_told_by_its_own_name_only(string language, string title, string text, params string[] names) => Assert.Equal(names, Victims(language, title, text));

    [Theory]
    [InlineData("en", "Crypto exchange hacked for $3 million", "An Estonian crypto exchange was hacked on Monday, police in Tallinn said.")]
    [InlineData("en", "Hackers stole $40 million from exchanges in March", "In March alone hackers stole $40 million from crypto exchanges, according to a Report by Analysts.")]
    [InlineData("de", "Hacker stehlen Millionen von Kryptobörse", "Unbekannte Hacker haben bei einem Angriff auf eine Kryptobörse Millionen erbeutet. Die Polizei ermittelt.")]
    [InlineData("de", "Hacker stehlen Kryptowährung bei Softwareunternehmen", "Hacker sind bei einem US-amerikanischen Softwareunternehmen eingedrungen und haben Kryptowährung gestohlen.")]
    [InlineData("es", "Roban 5 millones de dólares a un exchange", "Hackers robaron 5 millones de dólares de un exchange de criptomonedas en Madrid, según la Policía.")]
    [InlineData("fr", "Piratage d'une plateforme d'échange de cryptomonnaies", "Des pirates ont volé 8 millions de dollars à une plateforme d'échange de cryptomonnaies, selon le parquet de Paris.")]
    [InlineData("ru", "Хакеры взломали криптобиржу", "Хакеры похитили $4 млн с криптобиржи, сообщила полиция Москвы.")]
    [InlineData("ko", "국내 최대 가상자산 거래소 해킹", "국내 최대 가상자산 거래소가 해킹을 당해 비트코인이 유출됐다.")]
    [InlineData("ja", "大手仮想通貨取引所から流出", "国内の大手仮想通貨取引所から約10億円相当のビットコインが流出した。")]
    [InlineData("en", "Crypto thieves use new macOS malware", "North Korean hackers steal crypto. The program was found on macOS, and macOS users were robbed of $2 million.")]
    [InlineData("ja", "カナダ、仮想通貨の流出に関与した集団に制裁", "北朝鮮のハッカー集団ラザルスが仮想通貨を盗んだ。")]
    [InlineData("zh", "加密货币交易所遭黑客攻击", "一家大型加密货币交易所热钱包遭黑客攻击，被盗约500万美元。")]
    public void What_only_describes_a_venue_is_no_name(string language, string title, string text) => Assert.Empty(Victims(language, title, text));

    [Theory]
    [InlineData("zkSync DEX Quorlex hacked for $1.8 million", "Quorlex, a decentralized exchange built on zkSync, was exploited. The loot was bridged via Wormhole and ended up at Binance, Huobi and HitBTC.", "Quorlex")]
    [InlineData("Crypto protocol Quorlex hacked. Binance helps to trace the loot", "Quorlex was drained of $2 million on Friday.", "Quorlex")]
    [InlineData("$2 million gone from Binance-Backed lender Quorlex", "Quorlex, a crypto lender, was drained of $2 million.", "Quorlex")]
    [InlineData("Quorlex drained of $2 million", "Quorlex, a DeFi protocol built on the tokenized yield platform Pendle, was exploited.", "Quorlex")]
    [InlineData("Terra's Mirror Protocol exploited for $2 million", "Mirror Protocol was drained of $2 million.", "Mirror Protocol")]
    [InlineData("Crypto exchange BingX hacked for $45 million", "BingX was hacked. Last year WazirX lost $235 million to hackers. Coincheck was robbed of $530 million in 2018.\nRelated: Hackers steal $196 million from Bitmart exchange", "BingX")]
    [InlineData("Crypto bank loses $50 million to hackers", "After the hack of the exchange Bybit last week, the crypto bank Infini lost $50 million to hackers.", "Infini")]
    [InlineData("Crypto bank loses $50 million to hackers", "The crypto bank Infini lost $50 million to hackers. Thieves robbed the exchange Mt. Gox of bitcoin last year.", "Infini")]
    [InlineData("Hackers stole $50 million from crypto exchange BingX", "BingX lost $50 million to hackers. They have robbed exchanges such as KuCoin and Upbit of crypto.", "BingX")]
    [InlineData("North Korean hackers rob crypto exchange Quorlex", "The Lazarus hackers, notorious for KuCoin and Stake.com, got $2 million from Quorlex.", "Quorlex")]
    [InlineData("North Korean hackers rob a crypto exchange", "The Lazarus hackers, notorious for KuCoin and Stake.com, stole $45 million from BingX.", "BingX")]
    public void Who_stands_by_is_no_victim(string title, string text, string victim) => Assert.Equal([victim], Victims("en", title, text));

    [Theory]
    [InlineData("ko", "바람페이서 300만달러 유출", "결제 플랫폼 바람페이(BaramPay)의 지갑이 해킹돼 가상자산이 유출됐다.", "바람페이")]
    [InlineData("ko", "솔바람 프로토콜 해킹 피해", "솔바람 프로토콜(Solbaram Protocol)에서 이더리움(ETH)이 유출됐다.", "솔바람 프로토콜")]
    public void A_name_that_is_glossed_in_Latin_letters(string language, string title, string text, string victim) => Assert.Contains(victim, Victims(language, title, text));

    [Fact]
    public void Where_it_was_published_is_no_victim() => Assert.DoesNotContain(
        "QuorlexWeek", Victims("en", "Crypto exchange Phemex hacked", "Hackers stole $70 million. The post Crypto exchange hacked appeared first on QuorlexWeek."));

    [Fact]
    public void Who_is_aimed_at_comes_before_who_told_of_it() => Assert.Equal(
        "Platypus Finance",
        Victims(
            "en", "Two held over theft from a finance platform",
            "Two men suspected of having hacked a crypto platform were held. Investigators were told by the exchange Binance of a theft that targeted the firm Platypus.")[0]);

    [Fact]
    public void A_network_that_stands_for_its_coin_is_no_victim() => Assert.Equal(
        ["GDAC"], Victims("ko", "가상자산 거래소 지닥 해킹 피해, 200억원 털렸다", "거래소 지닥이 비트코인 60개와 위믹스 1천만 개 등 약 200억원어치를 해킹으로 털렸다."));

    [Fact]
    public void Who_is_named_in_a_list_of_victims_is_one() => Assert.Equal(
        ["CoinEx", "Atomic Wallet", "Alphapo", "CoinsPaid"],
        Victims("en", "CoinEx: researchers hold Lazarus responsible for the $53m theft", "CoinEx lost $53 million to hackers. The group is held responsible for the thefts of crypto this year at wallets and payment firms, among them Atomic Wallet, Alphapo and CoinsPaid."));

    [Fact]
    public void Who_is_aimed_at_is_the_victim_however_far_the_deed() => Assert.Equal(
        ["Platypus Finance"],
        Victims(
            "fr", "Deux Français interpellés pour le piratage d'une plateforme de finance décentralisée",
            "Deux Français, soupçonnés d'avoir piraté une plateforme de cryptomonnaies, ont été interpellés mercredi en Île-de-France. Les enquêteurs avaient été avertis quelques jours auparavant par la plateforme d'échange Binance qu'une arnaque réalisée depuis la France visait la société américaine Platypus."));

    [Theory]
    [InlineData("en", "A group calling itself Red Lantern claims theft of $5 million from the crypto exchange BingX", "Red Lantern")]
    [InlineData("en", "Hackers stole $5 million from BingX. Two brothers, Anton Peraire-Bueno and James Peraire-Bueno, were charged with the theft of crypto.", "Anton Peraire-Bueno")]
    [InlineData("ru", "Группировка Красный Фонарь взломала криптобиржу BingX и похитила $5 млн", "Красный Фонарь")]
    [InlineData("en", "Woman sentenced over crypto jobs for North Korea. Mary Placeholder got 102 months for the crypto that North Korean IT workers earned.", "Mary Placeholder")]
    [InlineData("en", "A court gave John Placeholder, 35, five years in prison for the theft of crypto from the exchange BingX.", "John Placeholder")]
    public void Those_accused_are_found_by_how_they_are_introduced(string language, string text, string name) =>
        Assert.Contains(name, Protagonists.Of(Reading.Of(text, text, language)).Actors);

    private static IReadOnlyList<string> Victims(string language, string title, string text) =>
        Protagonists.Of(Reading.Matcher.Read(Reading.Article(title, text, language) with { FirstSeenAt = Some.Now })).Victims;
}
