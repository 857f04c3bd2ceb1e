using Alerts.Core.Matching.Reading;

namespace Alerts.Tests.Matching;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("The exchange was hacked and the coins are gone", null, "en")]
    [InlineData("Die Börse wurde gehackt und die Münzen sind weg", null, "de")]
    [InlineData("La plateforme a été piratée et les fonds sont perdus", null, "fr")]
    [InlineData("La plataforma fue atacada y los fondos han desaparecido", null, "es")]
    [InlineData("Биржу взломали, и деньги исчезли", null, "ru")]
    [InlineData("거래소가 해킹당했다", null, "ko")]
    [InlineData("取引所がハッキングされた", null, "ja")]
    [InlineData("交易所被黑客攻击", null, "zh")]
    [InlineData("Хакеры украли деньги ا", null, "ru")]
    [InlineData("Οι χάκερ έκλεψαν χρήματα ا", "el", "el")]
    [InlineData("اختراق منصة Bybit", null, "ar")]
    [InlineData("거래소가 해킹당했다", "en", "ko")]
    [InlineData("Bybit", "de-CH", "de")]
    [InlineData("El token FTT se desploma por el temor a un posible contagio de la quiebra, y la empresa no ha dicho nada de lo que va a pasar con los fondos", "en", "es")]
    [InlineData("La plataforma", "en", "en")]
    [InlineData("币安 Alpha 将上线 Fabric Protocol（ROBO）", "zh", "zh")]
    [InlineData("", null, "und")]
    public void The_language_is_told_by_script_and_common_words(string text, string? stated, string language) =>
        Assert.Equal(language, LanguageDetector.Detect(stated, text));

    [Theory]
    [InlineData("about $1.46 billion in ether")]
    [InlineData("викрали два мільйони доларів", "uk")]
    [InlineData("три мільярди доларів", "uk")]
    [InlineData("44. 5 billion won")]
    [InlineData("1,4 Milliarden US-Dollar")]
    [InlineData("1.500 millones de dólares")]
    [InlineData("445억 원")]
    [InlineData("230 triệu USD")]
    [InlineData("1,5 tỷ USD")]
    [InlineData("482億円")]
    [InlineData("15亿美元")]
    [InlineData("54 млрд корейских вон")]
    [InlineData("4.502,9 BTC")]
    [InlineData("USD 235 million")]
    [InlineData("113 million ALBT")]
    [InlineData("3,300 WEMIX")]
    [InlineData("499 GALA")]
    [InlineData("300 thousand dollars")]
    [InlineData("5 lakh rupees")]
    [InlineData("300 mil dólares", "es")]
    [InlineData("20 million OP")]
    [InlineData("1.2亿多美元", "zh")]
    [InlineData("445억여 원", "ko")]
    [InlineData("8万ドル", "ja")]
    [InlineData("비트코인 1만 개", "ko")]
    [InlineData("85万枚比特币", "zh")]
    [InlineData("almost two billion dollars", "en")]
    [InlineData("fast zwei Milliarden Dollar", "de")]
    [InlineData("sei milioni di dollari", "it")]
    [InlineData("took half a million dollars", "en")]
    [InlineData("iki milyar dolar", "tr")]
    [InlineData("twee miljoen dollar", "nl")]
    [InlineData("deux millions d’euros", "fr")]
    [InlineData("cinco millones de dólares", "es")]
    [InlineData("около двух миллиардов рублей", "ru")]
    public void A_sum_is_seen_in_every_form(string text, string language = "en")
    {
        var amounts = new List<(int, int)>();
        AmountSpotter.Spot(text, language, amounts);
        Assert.Single(amounts);
    }

    [Theory]
    [InlineData("in 2025 the group")]
    [InlineData("page 3 of 7")]
    [InlineData("APT38")]
    [InlineData("BTC9 hacked")]
    [InlineData("4,700 NATO soldiers")]
    [InlineData("the 2026 FIFA final")]
    [InlineData("at 1430 UTC")]
    [InlineData("12 ABC")]
    [InlineData("a bolt of 5 mm")]
    [InlineData("sinds 2024 op de beurs")]
    [InlineData("300 thousand readers")]
    [InlineData("50여 명")]
    [InlineData("고객 1만1742명")]
    [InlineData("130만 명의 고객")]
    [InlineData("近 4 萬客戶")]
    [InlineData("约39万人")]
    [InlineData("thirty-five million dollars")]
    [InlineData("one in a million")]
    [InlineData("a brilliant idea of two millionaires")]
    public void Other_numbers_are_no_sums(string text)
    {
        var amounts = new List<(int, int)>();
        AmountSpotter.Spot(text, "en", amounts);
        Assert.Empty(amounts);
    }

    [Theory]
    [InlineData("OlympusDAO", "OlympusDAO")]
    [InlineData("users of zkLend and FixedFi,", "zkLend FixedFi")]
    [InlineData("the BunniDEX/QANBridge incident", "BunniDEX")]
    [InlineData("DeFi and GameFi over WiFi", "")]
    [InlineData("the DAO, Fi, Finance and a SWAP", "")]
    [InlineData("swap, bridge, vault", "")]
    public void A_protocol_is_seen_by_the_look_of_its_name(string text, string names)
    {
        var found = new List<(int Start, int Length)>();
        NameSpotter.Spot(text, found);
        Assert.Equal(names, string.Join(' ', found.Select(name => text.Substring(name.Start, name.Length))));
    }
}
