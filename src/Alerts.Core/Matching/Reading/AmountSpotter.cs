using System.Buffers;
using System.Collections.Frozen;

namespace Alerts.Core.Matching.Reading;

/// <summary>
/// Sees where a text names a sum of money or tokens, in the forms of eight languages: "$1.46bn", "44. 5 billion won", "1,4 Mrd. Euro",
/// "482億円", "445억 원", "$22,8 миллиона", "4.502,9 BTC", "two billion dollars". It does not work the value out: it only tells that a sum stands there.
/// </summary>
internal static class AmountSpotter
{
    private const int MaxUnitWords = 3;
    private const int LongestScale = 12;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_scales =
        ("million millions billion billions trillion mn bn m b k mln bln mil mio mrd million millionen milliarden milliarde millón millones milliard milliards " +
         "milioni miliardi milhões bilhões bilhão milhão млн млрд тыс миллион миллиона миллионов миллиард миллиарда миллиардов milyon milyar juta miliar triệu tỷ miljoen miljard mld milion miliona miliony milionów miliard miliarda miliardy miliardów мільйон мільйони мільйонів мільярд мільярди мільярдів " +
         "ألف مليون ملايين مليار مليارات هزار میلیون میلیارد تریلیون")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_units =
        ("dollar dollars dollari dólares dólar usd us-dollar us-dollars euro euros eur won krw yen jpy dolara dolarů dolarów dolary dolar dol dolarlık доларів iene ienes pounds gbp rupees crore inr yuan rmb franken francs doll " +
         "доллара долларов доллар долл рублей вон иен евро руб bitcoin bitcoins btc ether eth ethereum xrp eos nem bnb sol usdt usdc matic shib weth tokens coins nft nfts " +
         "биткоинов биткойнов эфира bitcoines ethers دولار دولارات يورو دلار یورو بيتكوين بیتکوین")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_currencies =
        "USD EUR KRW JPY GBP INR RMB".Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Capitals that stand behind a number without being what is counted.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_notTickers =
        "UTC GMT EST EDT PST PDT CET CEST KST JST IST MSK NATO FBI CIA NSA NBA NFL FIFA ICBM ICBMS CEO CEOS GPU GPUS CPU KYC API UFO HIV GDP ATM ATMS"
        .Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>In every word for a million or more that a number of one word may stand before; letters of one script, so that the search is vectorised.</summary>
    private static readonly SearchValues<string> s_inScales = SearchValues.Create(["illi", "illo", "ilion", "iliar", "ilh"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> s_inCyrillicScales = SearchValues.Create(["иллио", "иллиа"], StringComparison.OrdinalIgnoreCase);

    /// <param name="amounts">Is given what was found, in order.</param>
    public static void Spot(ReadOnlySpan<char> text, string language, List<(int Start, int Length)> amounts)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!WrittenDigits.IsDigit(text[at])) continue;
            var start = at;
            var end = EndOfNumber(text, at);
            var signed = TakeSign(text, ref start);
            var whole = EndOfUnits(text, end, IsCount(text[at..end]), out var united);
            if (signed || united) amounts.Add((start, whole - start));
            at = whole - 1;
        }

        var inDigits = amounts.Count;
        SpotWords(text, language, amounts);
        if (inDigits > 0 && amounts.Count > inDigits) amounts.Sort();
    }

    /// <summary>"Two billion dollars", "sei milioni di dollari".</summary>
    private static void SpotWords(ReadOnlySpan<char> text, string language, List<(int Start, int Length)> amounts)
    {
        var inScales = language == "ru" ? s_inCyrillicScales : s_inScales;
        for (var at = 0; text[at..].IndexOfAny(inScales) is >= 0 and var found;)
        {
            at += found;
            var (from, to) = (at, at);
            while (from > 0 && char.IsLetter(text[from - 1]) && at - from < LongestScale) from--;
            while (to < text.Length && char.IsLetter(text[to]) && to - at < LongestScale) to++;
            at = to;
            if (from == 0 || text[from - 1] is not (' ' or '\u00A0' or '-') || !s_scales.Contains(text[from..to])) continue;
            var start = from - 1;
            while (start > 0 && char.IsLetter(text[start - 1]) && from - start < LongestScale) start--;
            if (NumberWords.At(text, start, language) is not var (_, end) || end != from - 1) continue;
            var whole = EndOfUnits(text, end, counted: false, out var united);
            if (united) amounts.Add((start, whole - start));
        }
    }

    private static int EndOfNumber(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length)
        {
            if (WrittenDigits.IsDigit(text[at])) at++;
            else if (at + 1 < text.Length && IsSeparator(text[at]) && WrittenDigits.IsDigit(text[at + 1])) at += 2;
            else if (at + 2 < text.Length && text[at] == '.' && text[at + 1] == ' ' && char.IsAsciiDigit(text[at + 2])) at += 3;
            else break;
        }

        return at;
    }

    private static bool IsSeparator(char c) => c is '.' or ',' or '\'' or '’' or '\u00A0' or '\u202F' or ' ' or '\uFF0C' or '\uFF0E' or '\u066B' or '\u066C';

    private static bool TakeSign(ReadOnlySpan<char> text, ref int start)
    {
        var at = start - 1;
        while (at >= 0 && text[at] == ' ' && at > start - 2) at--;
        if (at >= 0 && text[at] is '$' or '€' or '£' or '¥' or '₩' or '₹' or '￥' or '＄')
        {
            start = at;
            return true;
        }

        var word = at;
        while (word >= 0 && char.IsAsciiLetterUpper(text[word])) word--;
        var unit = text[(word + 1)..(at + 1)];
        // "USD34M" is a sum, "BTC9" a name.
        if (unit.Length is not (3 or 4) || !s_units.Contains(unit) || (at == start - 1 && !s_currencies.Contains(unit))) return false;
        start = word + 1;
        return true;
    }

    /// <summary>Whether a number may count coins of any kind: three digits or more, and not a year.</summary>
    private static bool IsCount(ReadOnlySpan<char> number) =>
        number.Length >= 3 && !(number.Length == 4 && number[..2] is "19" or "20" && number.IndexOfAnyExceptInRange('0', '9') < 0);

    private static bool IsTicker(ReadOnlySpan<char> unit) => unit.Length is >= 3 and <= 6 && unit.IndexOfAnyExceptInRange('A', 'Z') < 0 && !s_notTickers.Contains(unit);

    private static int EndOfUnits(ReadOnlySpan<char> text, int end, bool counted, out bool united)
    {
        united = false;
        var at = end;
        for (var word = 0; word < MaxUnitWords; word++)
        {
            var from = at;
            while (from < text.Length && from - at < 2 && (text[from] is ' ' or '\u00A0' or '.' or '-' or '$')) from++;
            var to = from;
            if (from < text.Length && IsEastAsianUnit(text[from]))
            {
                while (to < text.Length && IsEastAsianUnit(text[to])) to++;
                united = true;
            }
            else
            {
                while (to < text.Length && (IsUnitLetter(text[to]) || (text[to] == '-' && to > from)) && to - from < 12) to++;
                if (to == from) break;
                var unit = text[from..to];
                var known = s_units.Contains(unit) || s_scales.Contains(unit) || (counted && word == 0 && IsTicker(unit));
                // "de dólares", "корейских вон", "million worth of": one word may stand between.
                if (!known && !(united && unit.Length <= 9 && char.IsLower(unit[0]))) break;
                united |= known;
                if (!known)
                {
                    at = to;
                    continue;
                }
            }

            at = end = to;
        }

        return end;
    }

    /// <summary>A script without spaces goes on right behind the unit: "2,930 ETHを".</summary>
    private static bool IsUnitLetter(char c) => c < '\u1100' && char.IsLetter(c);

    private static bool IsEastAsianUnit(char c) => c is '억' or '만' or '조' or '천' or '원' or '亿' or '億' or '万' or '萬' or '兆' or '円' or '元' or '圓' or '枚' or '美' or '달' or '러' or '金' or '엔';
}
