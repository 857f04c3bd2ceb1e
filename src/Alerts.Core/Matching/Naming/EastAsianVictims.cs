using System.Text.RegularExpressions;
using Alerts.Core.Knowledge;
using Found = System.Text.RegularExpressions.Match;

namespace Alerts.Core.Matching.Naming;

/// <summary>
/// Names beside the word for an exchange in scripts without capitals: 比特儿交易所, 取引所XYZ, 「XYZ」が流出, 거래소 'XYZ'. What only describes an exchange
/// (largest, Korean, decentralised) is no name.
/// </summary>
internal static partial class EastAsianVictims
{
    private const int Read = 600;
    private const int MaxNames = 3;

    private static readonly Lazy<string[]> s_descriptive = new(() => [.. NameCues.FormsOf(NameCues.DescribesVenue)]);

    private static readonly Lazy<HashSet<string>> s_countries = new(() => [.. NameCues.FormsOf(NameCues.Country)]);

    public static IReadOnlyList<string> Of(ArticleReading reading)
    {
        var text = reading.Article.Title + "\n" + (reading.Article.Text.Length > Read ? reading.Article.Text[..Read] : reading.Article.Text);
        IEnumerable<Found> found = reading.Language switch
        {
            "zh" => ChineseBefore().Matches(text).Concat(ChineseAfter().Matches(text)).Concat(ChineseRobbed().Matches(reading.Article.Title)),
            "ja" => JapaneseBefore().Matches(text).Concat(JapaneseAfter().Matches(text)).Concat(JapaneseRobbed().Matches(reading.Article.Title)),
            "ko" => KoreanAfter().Matches(text).Concat(KoreanBefore().Matches(text)).Concat(KoreanLoser().Matches(text)),
            _ => [],
        };
        var words = reading.Mentions.Where(mention => mention.Kind != Kinds.Victim && mention.Alias.Length > 1).Select(mention => mention.Alias).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. found.Select(match => match.Groups["name"].Value.Trim())
                .Where(name => name.Length > 1 && !IsDescriptive(name) && !IsMadeOf(name, words))
                .Concat(Glossed(reading, text, words)).Distinct(StringComparer.Ordinal).Take(MaxNames),
        ];
    }

    /// <summary>"코인스바이(Coinsbuy)": a name that the text glosses in Latin letters, and that the headline of a theft has.</summary>
    private static IEnumerable<string> Glossed(ArticleReading reading, string text, HashSet<string> words) =>
        !reading.Mentions.Any(mention => mention is { Field: ArticleField.Title, Kind: Kinds.Theft or Kinds.Loss })
            ? []
            : Gloss().Matches(text).Select(match => match.Groups["name"].Value).Where(name => reading.Article.Title.Contains(name, StringComparison.Ordinal) && !words.Contains(name)
                && !reading.Mentions.Any(mention => mention.Kind is not (Kinds.Crypto or Kinds.Venue or Kinds.Theft or Kinds.Loss or Kinds.Attack or Kinds.Cue) && mention.Alias.Contains(name, StringComparison.Ordinal)));

    private static bool IsDescriptive(string name) =>
        Grammatical().IsMatch(name) || s_countries.Value.Contains(name) || s_descriptive.Value.Any(word => name.Contains(word, StringComparison.Ordinal));

    /// <summary>"코인마루" holds the word for a coin and is a name; "비트코인" is the word itself, and "비트코인해킹" two of them.</summary>
    private static bool IsMadeOf(string name, HashSet<string> words)
    {
        foreach (var word in words.Where(word => name.Contains(word, StringComparison.Ordinal)).OrderByDescending(word => word.Length)) name = name.Replace(word, "", StringComparison.Ordinal);
        return name.Length < 2;
    }

    /// <summary>No ticker, as in "이더리움(ETH)".</summary>
    [GeneratedRegex(@"(?<name>[가-힣]{2,10}(?:\s(?:프로토콜|네트워크|파이낸스|브릿지|브리지|체인|스왑|랩스|월렛))?|[\p{IsKatakana}ー]{3,16}|[\p{IsCJKUnifiedIdeographs}]{2,6})\s?[(（][A-Z][A-Za-z0-9.]*[a-z][A-Za-z0-9. ]*[)）]")]
    private static partial Regex Gloss();

    [GeneratedRegex(@"(?<=^|[\s，。、；：！？“”「」《》:!?,.])(?<name>[\p{IsCJKUnifiedIdeographs}]{2,5}|[A-Za-z][A-Za-z0-9.]{2,15})(?:加密货币|虚拟货币|数字货币)?交易(?:所|平台)", RegexOptions.Multiline)]
    private static partial Regex ChineseBefore();

    [GeneratedRegex(@"(?:交易所|交易平台|协议|跨链桥|钱包)\s?(?:[“「《](?<name>[^”」》\n]{2,16})[”」》]|(?<name>[A-Za-z][A-Za-z0-9.]{2,20}))")]
    private static partial Regex ChineseAfter();

    [GeneratedRegex(@"(?<name>[\p{IsKatakana}ー]{3,14}|[A-Za-z][A-Za-z0-9.]{2,20})(?:取引所|交換所)")]
    private static partial Regex JapaneseBefore();

    [GeneratedRegex(@"(?:取引所|交換業者|交換業|販売所|プロトコル|ブリッジ|ウォレット)(?:の|大手の|大手|「|『)(?<name>[\p{IsKatakana}ー]{3,14}|[A-Za-z][A-Za-z0-9. ]{2,20}?)(?=[がはをのでにと、」』])")]
    private static partial Regex JapaneseAfter();

    /// <summary>"Monappyから流出", "「モナッピー」不正アクセス": in a headline a name that such a deed follows.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}])[「『]?(?<name>[A-Za-z][A-Za-z0-9.]{3,20}|[\p{IsKatakana}ー]{3,12})[」』]?(?:\([^)]*\))?(?:から|への|の|、|が|で|に)?[^。、\s]{0,10}(?:流出|盗難|盗まれ|ハッキング|ハッカー攻撃|不正アクセス)")]
    private static partial Regex JapaneseRobbed();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?<name>[A-Z][A-Za-z0-9.]{2,20})\s?(?:项目|协议|平台|网络|協議|跨链桥|钱包)?(?:疑似|疑|确认|於|于|在)?[^。，、\s]{0,8}(?:被盗|被盜|被黑|遭黑客|遭攻击|遭攻擊|遭駭|遭到攻击|受攻击)")]
    private static partial Regex ChineseRobbed();

    [GeneratedRegex(@"거래소(?:인)?\s?['‘“""](?<name>[^'’”""\n]{2,14})['’”""]|거래소(?:인)?\s(?<name>[가-힣A-Za-z]{2,12}?)(?:가|이|의|에서|은|는|도)\s")]
    private static partial Regex KoreanAfter();

    [GeneratedRegex(@"(?<=^|[\s,.·])(?<name>[가-힣]{3,8}|[A-Za-z][A-Za-z0-9.]{2,20})\s?거래소", RegexOptions.Multiline)]
    private static partial Regex KoreanBefore();

    [GeneratedRegex(@"(?:뉴질랜드|싱가포르|일본|미국|인도|터키|튀르키예|중국|홍콩|이탈리아|러시아|이란)\s(?<name>[가-힣]{3,8}?)(?:가|이|은|는)\s[^.\n]{0,24}(?:털|잃|해킹|도난|탈취)")]
    private static partial Regex KoreanLoser();

    /// <summary>Particles, endings and demonstratives of one character, as no name in these places has them.</summary>
    [GeneratedRegex("的|是|在|被|将|將|该|各|某|까지$|(?:과|와|를|을)$")]
    private static partial Regex Grammatical();
}
