using System.Collections.Frozen;
using Alerts.Core.Knowledge;

namespace Alerts.Core.Matching.Reading;

/// <summary>Multipliers, currencies and tokens as the press writes them (<c>Matching/Data/amounts.json</c>).</summary>
internal static class AmountWords
{
    private const decimal Thousand = 1_000;
    private const decimal Million = 1_000_000;
    private const decimal Trillion = 1_000_000_000_000;

    private static readonly AmountFile s_file = EmbeddedData.Json<AmountFile>("Matching/amounts.json");

    private static readonly FrozenDictionary<string, decimal>.AlternateLookup<ReadOnlySpan<char>> s_multipliers = Of(s_file.Multipliers.Select(entry => (entry.Words, entry.Value)));

    private static readonly FrozenDictionary<string, FrozenDictionary<string, decimal>.AlternateLookup<ReadOnlySpan<char>>> s_ofLanguage = s_file.MultipliersByLanguage.ToFrozenDictionary(
        language => language.Key, language => Of(language.Value.Select(word => ((IReadOnlyList<string>)[word.Key], word.Value))), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, (string Unit, bool Token, bool Capitals)>.AlternateLookup<ReadOnlySpan<char>> s_units =
        Of(s_file.Currencies.Select(entry => (entry.Words, (entry.Unit, false, entry.Capitals))).Concat(s_file.Tokens.Select(entry => (entry.Words, (entry.Unit, true, entry.Capitals)))));

    private static readonly FrozenDictionary<char, string> s_signs =
        s_file.Currencies.SelectMany(entry => (entry.Signs ?? "").Select(sign => KeyValuePair.Create(sign, entry.Unit))).ToFrozenDictionary();

    /// <summary>Longest first, by their first characters.</summary>
    private static readonly FrozenDictionary<char, (string Written, string Unit, bool Token)[]> s_unspaced = Unspaced(s_file.Currencies, false).Concat(Unspaced(s_file.Tokens, true))
        .GroupBy(entry => entry.Written[0]).ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(entry => entry.Written.Length).ToArray());

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_needUnits = Set(s_file.NeedUnits, StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_things = Set(s_file.Things, StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_notTickers = Set(s_file.NotTickers, StringComparer.Ordinal);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_between = Set(s_file.Between, StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_as = Set(s_file.As, StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_follows = Set(s_file.Follows, StringComparer.OrdinalIgnoreCase);

    /// <summary>How the ends of a range are joined.</summary>
    public static RangeWords Range => s_file.Range;

    /// <summary>How a part is joined to the whole.</summary>
    public static WholeWords Whole => s_file.Whole;

    public static decimal? Multiplier(ReadOnlySpan<char> word, string language) =>
        s_ofLanguage.TryGetValue(language, out var own) && own.TryGetValue(word, out var special) ? special : s_multipliers.TryGetValue(word, out var value) ? value : null;

    /// <summary>"3 million", "500K": a number before it needs no unit to be a sum; "5 mm" and "3 thousand" do.</summary>
    public static bool MakesSum(ReadOnlySpan<char> word, string language, bool spaced) =>
        word.Length == 1 ? !spaced && Multiplier(word, language) is not null : Multiplier(word, language) >= Million && !s_needUnits.Contains(word);

    /// <param name="word">As written: a ticker that is an ordinary word too counts in capitals only.</param>
    public static (string Unit, bool Token)? Unit(ReadOnlySpan<char> word) =>
        s_units.TryGetValue(word, out var unit) && !(unit.Capitals && word.ContainsAnyExceptInRange('A', 'Z')) ? (unit.Unit, unit.Token) : null;

    /// <summary>"Tokens", "coins", "francs" of whatever country: what is counted is of no known price.</summary>
    public static bool IsThing(ReadOnlySpan<char> word) => s_things.Contains(word);

    /// <summary>Capitals that stand behind a number without being what is counted.</summary>
    public static bool IsNoTicker(ReadOnlySpan<char> word) => s_notTickers.Contains(word);

    /// <summary>A unit of a script without spaces, the longest that begins here.</summary>
    public static (string Unit, bool Token, int Length)? UnspacedUnit(ReadOnlySpan<char> text, int at)
    {
        if (!s_unspaced.TryGetValue(text[at], out var entries)) return null;
        foreach (var (written, unit, token) in entries)
        {
            if (text[at..].StartsWith(written, StringComparison.Ordinal)) return (unit, token, written.Length);
        }

        return null;
    }

    /// <summary>May stand between the number and its unit.</summary>
    public static bool IsBetween(ReadOnlySpan<char> word) => s_between.Contains(word);

    /// <summary>Leads from a sum to the coins that it is in.</summary>
    public static bool IsAs(ReadOnlySpan<char> word) => s_as.Contains(word);

    /// <summary>May follow a sum without a unit; another word would say what is counted.</summary>
    public static bool Follows(ReadOnlySpan<char> word) => s_follows.Contains(word);

    /// <summary>"Some", behind a number: "445억여 원", "1.2亿多美元".</summary>
    public static bool IsAbout(char c) => s_file.About.Contains(c, StringComparison.Ordinal);

    /// <summary>Counts coins: "85万枚比特币".</summary>
    public static bool IsPiece(char c) => s_file.Pieces.Contains(c, StringComparison.Ordinal);

    /// <summary>Counts people or things rather than money.</summary>
    public static bool IsCounted(char c) => s_file.Counted.Contains(c, StringComparison.Ordinal);

    /// <summary>Whose dollar it is: "Australian", "kanadische", "singapouriens"; the word stands before the currency in some languages and after it in others. Null for other words.</summary>
    public static string? Dollar(string word) => s_file.Dollars.FirstOrDefault(entry => entry.Stems.Any(stem => word.StartsWith(stem, StringComparison.Ordinal)))?.Unit;

    public static string? Sign(char sign, string language) => sign is '¥' or '￥' ? language == "zh" ? "CNY" : "JPY" : s_signs.GetValueOrDefault(sign);

    /// <summary>The digit that one character writes: 2 for 两, 3 for 三, 0 for 〇; 0 for what is no digit, too.</summary>
    public static int IdeographicDigit(char digit) => digit switch { '两' or '兩' => 2, '〇' or '零' => 0, _ => "一二三四五六七八九".IndexOf(digit, StringComparison.Ordinal) + 1 };

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

    /// <summary>The one or two units that stand here (만, 千万), as one; 1 where none does. No more than 10^15, so that digits times it still are a number.</summary>
    public static (decimal Multiplier, int End) IdeographicMultiplierAt(ReadOnlySpan<char> text, int at)
    {
        const decimal most = 1_000_000_000_000_000;
        var multiplier = 1m;
        for (var units = 0; units < 2 && at < text.Length && IdeographicMultiplier(text[at]) is > 0 and var unit && multiplier * unit <= most; units++, at++) multiplier *= unit;
        return (multiplier, at);
    }

    private static IEnumerable<(string Written, string Unit, bool Token)> Unspaced(IReadOnlyList<UnitWords> units, bool token) =>
        units.SelectMany(entry => (entry.Unspaced ?? []).Select(written => (written, entry.Unit, token)));

    private static FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> Of<T>(IEnumerable<(IReadOnlyList<string> Words, T Value)> entries) => entries
        .SelectMany(entry => entry.Words.SelectMany(FormsOf).Select(word => KeyValuePair.Create(word, entry.Value)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(IReadOnlyList<string> words, StringComparer comparer) =>
        words.SelectMany(FormsOf).ToFrozenSet(comparer).GetAlternateLookup<ReadOnlySpan<char>>();

    private static IReadOnlyList<string> FormsOf(string pattern) => AliasForms.Of(pattern, "amounts.json");
}
