using System.Collections.Frozen;

namespace Alerts.Core.Stories.Amounts;

/// <summary>Multipliers, currencies and tokens as the press of eight languages (and a few neighbours) writes them, lower case.</summary>
internal static class AmountWords
{
    private const decimal Thousand = 1_000;
    private const decimal Million = 1_000_000;
    private const decimal Billion = 1_000_000_000;
    private const decimal Trillion = 1_000_000_000_000;

    private static readonly FrozenDictionary<string, decimal> s_multipliers = Of<decimal>(
        (Thousand, "k thousand tausend tsd mille mila тыс ألف هزار"),
        (100_000, "lakh lakhs"),
        (Million, "m mn mm mln mill mio million millions millionen millón millon millones milliones milhão milhao milhões milhoes milione milioni milyon juta triệu miljoen milion miliona miliony milionów milyonluk мільйон мільйона мільйони мільйонів млн مليون ملايين میلیون"),
        (10_000_000, "crore crores cr"),
        (Billion, "b bn bln billion billions mrd md mds milliard milliards milliarde milliarden miliardo miliardi milyar miliar tỷ miljard mld miliard miliarda miliardy miliardów мільярд мільярда мільярди мільярдів bilhão bilhao bilhões bilhoes млрд مليار مليارات میلیارد"),
        (Trillion, "tn trillion trillions billionen billón billones trilhão trilhões трлн تریلیون"));

    private static readonly (string Stem, decimal Value)[] s_russian = [("тысяч", Thousand), ("миллион", Million), ("миллиард", Billion), ("триллион", Trillion)];

    private static readonly FrozenDictionary<string, string> s_currencies = Of<string>(
        ("USD", "usd us$ dolara dolarů dolarów dollar dollars us-dollar us-dollars dólar dólares dolar dolares dollari dollaro dolary dolarach dolarami dol dolarlık долара доларів долари долл buck bucks دولار دولارات دلار"),
        ("EUR", "eur euro euros евро يورو یورو"),
        ("KRW", "krw won wons wones вон вона воны"),
        ("JPY", "jpy yen yens yenes iene ienes"),
        ("GBP", "gbp pound pounds pfund libras livres sterline"),
        ("CNY", "cny rmb yuan yuans yuanes renminbi"),
        ("INR", "inr rupee rupees rupien rupias roupies"),
        ("RUB", "rub rouble roubles ruble rubles rubel rublos roubles руб"),
        ("CHF", "chf franken"),
        ("AUD", "aud"), ("CAD", "cad"), ("HKD", "hkd"), ("SGD", "sgd"), ("BRL", "brl reais"));

    private static readonly (string Stem, string Unit)[] s_russianCurrencies = [("доллар", "USD"), ("рубл", "RUB"), ("иен", "JPY"), ("йен", "JPY"), ("юан", "CNY")];

    private static readonly FrozenDictionary<string, string> s_tokens = Of<string>(
        ("BTC", "btc bitcoin bitcoins биткоин биткоина биткоинов биткойн биткойнов wbtc بيتكوين بیتکوین"),
        ("ETH", "eth ether ethers ethereum éther éthers weth эфир эфира eth-token"),
        ("SOL", "sol solana wsol"), ("XRP", "xrp ripple"), ("NEM", "nem xem"), ("BNB", "bnb"), ("USDT", "usdt tether"), ("USDC", "usdc"), ("TRX", "trx tron"),
        ("SHIB", "shib"), ("LTC", "ltc litecoin litecoins"), ("DOGE", "doge"), ("MATIC", "matic"), ("OP", "op"));

    private static readonly (string Text, string Unit, bool Token)[] s_ideographic =
    [
        ("호주 달러", "AUD", false), ("호주달러", "AUD", false), ("豪ドル", "AUD", false), ("澳元", "AUD", false), ("캐나다 달러", "CAD", false), ("캐나다달러", "CAD", false), ("加ドル", "CAD", false), ("加元", "CAD", false),
        ("싱가포르 달러", "SGD", false), ("싱가포르달러", "SGD", false), ("シンガポールドル", "SGD", false), ("新元", "SGD", false), ("홍콩 달러", "HKD", false), ("홍콩달러", "HKD", false), ("香港ドル", "HKD", false),
        ("美元", "USD", false), ("美金", "USD", false), ("달러", "USD", false), ("미국 달러", "USD", false), ("米ドル", "USD", false), ("ドル", "USD", false),
        ("韩元", "KRW", false), ("韓元", "KRW", false), ("韓圓", "KRW", false), ("韩币", "KRW", false), ("ウォン", "KRW", false), ("원", "KRW", false),
        ("日元", "JPY", false), ("日圓", "JPY", false), ("円", "JPY", false), ("엔", "JPY", false), ("欧元", "EUR", false), ("歐元", "EUR", false), ("ユーロ", "EUR", false),
        ("유로", "EUR", false), ("港元", "HKD", false), ("港币", "HKD", false), ("新台币", "TWD", false), ("新台幣", "TWD", false), ("人民币", "CNY", false), ("人民幣", "CNY", false),
        ("위안", "CNY", false), ("元", "CNY", false), ("比特币", "BTC", true), ("比特幣", "BTC", true), ("비트코인", "BTC", true), ("ビットコイン", "BTC", true),
        ("以太坊", "ETH", true), ("以太币", "ETH", true), ("以太幣", "ETH", true), ("이더리움", "ETH", true), ("イーサリアム", "ETH", true), ("イーサ", "ETH", true),
    ];

    /// <summary>Words that may stand between the number and its unit.</summary>
    private static readonly FrozenSet<string> s_fillers = new[]
    {
        "de", "d", "di", "of", "us", "in", "south", "korean", "japanese", "american", "hong", "kong", "американских", "корейских", "южнокорейских",
        "японских", "südkoreanische", "südkoreanischen", "amerikanische", "worth",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whose dollar it is; the word stands before the currency in some languages and after it in others.</summary>
    private static readonly (string Stem, string Unit)[] s_dollars =
    [
        ("austral", "AUD"), ("австралийск", "AUD"), ("canad", "CAD"), ("kanad", "CAD"), ("канадск", "CAD"), ("singap", "SGD"), ("сингапурск", "SGD"), ("hong", "HKD"), ("гонконгск", "HKD"),
    ];

    public static decimal? Multiplier(string word, string language)
    {
        if (language == "pt" && word is "mi" or "bi") return word == "mi" ? Million : Billion;
        if (word == "mil") return language is "es" or "pt" ? Thousand : Million;
        if (word is "billion" or "billions" && language == "fr") return Trillion;
        return s_multipliers.TryGetValue(word, out var value) ? value
            : s_russian.FirstOrDefault(entry => word.StartsWith(entry.Stem, StringComparison.Ordinal)) is { Value: > 0 } russian ? russian.Value
            : null;
    }

    /// <summary>两 and 三 before 亿 or 千万; 0 for other characters.</summary>
    public static int IdeographicDigit(char digit) => digit switch { '两' or '兩' => 2, '〇' or '零' => 0, _ => "一二三四五六七八九".IndexOf(digit, StringComparison.Ordinal) + 1 };

    public static (string Unit, bool Token)? Unit(string word) =>
        s_currencies.TryGetValue(word, out var currency) ? (currency, false)
        : s_tokens.TryGetValue(word, out var token) ? (token, true)
        : s_russianCurrencies.FirstOrDefault(entry => word.StartsWith(entry.Stem, StringComparison.Ordinal)) is { Unit: not null } russian ? (russian.Unit, false)
        : null;

    public static (string Unit, bool Token, int Length)? IdeographicUnit(string text, int at)
    {
        foreach (var (written, unit, token) in s_ideographic)
        {
            if (string.CompareOrdinal(text, at, written, 0, written.Length) == 0) return (unit, token, written.Length);
        }

        return null;
    }

    public static bool IsFiller(string word) => s_fillers.Contains(word);

    /// <summary>"Australian", "kanadische", "singapouriens": null for other words.</summary>
    public static string? Dollar(string word) =>
        s_dollars.FirstOrDefault(entry => word.StartsWith(entry.Stem, StringComparison.Ordinal)).Unit;

    public static string? Symbol(char symbol, string language) => symbol switch
    {
        '$' or '\uFF04' => "USD",
        '€' => "EUR",
        '£' => "GBP",
        '₩' => "KRW",
        '₹' => "INR",
        '₽' => "RUB",
        '¥' or '\uFFE5' => language == "zh" ? "CNY" : "JPY",
        _ => null,
    };

    /// <summary>萬, 억, 조 and the thousands before them.</summary>
    public static decimal IdeographicMultiplier(char unit) => unit switch
    {
        '십' or '十' => 10,
        '백' or '百' => 100,
        '천' or '千' => Thousand,
        '만' or '万' or '萬' => 10_000,
        '억' or '億' or '亿' => 100_000_000,
        '조' or '兆' => Trillion,
        _ => 0,
    };

    private static FrozenDictionary<string, T> Of<T>(params (T Value, string Words)[] entries) => entries
        .SelectMany(entry => entry.Words.Split(' ').Select(word => KeyValuePair.Create(word, entry.Value)))
        .DistinctBy(pair => pair.Key).ToFrozenDictionary(StringComparer.Ordinal);
}
