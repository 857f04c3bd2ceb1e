using System.Text.RegularExpressions;
using Alerts.Core.Knowledge;

namespace Alerts.Core.Matching.Naming;

/// <summary>
/// Unlisted names in scripts without capitals, by what stands beside them: a word for a venue (比特儿交易所, 取引所XYZ, 거래소 'XYZ'), what it suffers (「XYZ」が流出,
/// XYZ被盗), a gloss in Latin letters (코인스바이(Coinsbuy)). The words are data; here is how a name looks in each script, and what may stand between. What only
/// describes a venue (largest, Korean, decentralised) is no name.
/// </summary>
internal static partial class EastAsianVictims
{
    /// <summary>As much of the text is read: a victim is named where it begins.</summary>
    private const int Read = 600;

    private const int MaxNames = 3;

    /// <summary>Of the concepts of venues the one that a name stands right before.</summary>
    private const string Exchange = "exchange";

    /// <summary>Characters looked at before and behind a word.</summary>
    private const int Reach = 40;

    private static readonly Lazy<string[]> s_descriptive = new(() => [.. NameCues.FormsOf(NameCues.DescribesVenue)]);

    private static readonly Lazy<HashSet<string>> s_countries = new(() => [.. NameCues.FormsOf(NameCues.Country)]);

    public static IReadOnlyList<string> Of(ArticleReading reading)
    {
        if (Shapes.Of(reading.Language) is not { } shapes) return [];
        var words = reading.Mentions.Where(mention => mention.Kind != Kinds.Victim && mention.Alias.Length > 1).Select(mention => mention.Alias).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. BesideVenues(reading, shapes).Concat(Suffering(reading, shapes)).Select(name => name.Trim())
                .Where(name => name.Length > 1 && !IsDescriptive(name) && !IsMadeOf(name, words) && !IsPhrase(name, reading))
                .Concat(Glossed(reading, words)).Distinct(StringComparer.Ordinal).Take(MaxNames),
        ];
    }

    private static IEnumerable<string> BesideVenues(ArticleReading reading, Shapes shapes)
    {
        foreach (var venue in reading.Mentions)
        {
            if (venue.Kind != Kinds.Venue || !Scripts.IsUnspaced(venue.Alias[^1]) || (venue.Field != ArticleField.Title && venue.End > Read)) continue;
            var text = reading.Article.TextOf(venue.Field);
            if (venue.Concept == Exchange && EndOfName(reading, venue) is { } end && NameIn(shapes.Before, text[Math.Max(0, end - Reach)..end]) is { } before) yield return before;
            if (NameIn(shapes.After, text[venue.End..Math.Min(text.Length, venue.End + Reach)]) is { } after) yield return after;
        }
    }

    /// <summary>
    /// Where a name would end: before what is traded in Chinese ("XYZ加密货币交易所"); in Korean and Japanese a name stands right before the bare word, and
    /// before "가상화폐거래소" a verb or a particle.
    /// </summary>
    private static int? EndOfName(ArticleReading reading, Mention venue)
    {
        var traded = reading.Mentions.FirstOrDefault(mention => mention.Kind == Kinds.Crypto && mention.Field == venue.Field && (mention.End == venue.Start || mention.Start == venue.Start) && Scripts.IsUnspaced(mention.Alias[^1]));
        return traded is null ? venue.Start : reading.Language == "zh" ? traded.Start : null;
    }

    /// <summary>A headline's name before what it suffers; in Korean also behind a country: "뉴질랜드 크립토피아가 털렸다".</summary>
    private static IEnumerable<string> Suffering(ArticleReading reading, Shapes shapes)
    {
        var around = reading.Surroundings;
        foreach (var field in (ArticleField[])[ArticleField.Title, ArticleField.Text])
        {
            if (field != ArticleField.Title && !shapes.InText) continue;
            var text = around.TextOf(field);
            foreach (var deed in around.In(field, 0, Math.Min(text.Length, Read), NameCues.Suffers))
            {
                if (NameIn(shapes.Suffering, text[Math.Max(0, deed.Start - Reach)..deed.Start]) is { } name && (!shapes.InText || IsBehindCountry(around, field, text, name, deed.Start))) yield return name;
            }
        }
    }

    private static bool IsBehindCountry(NameSurroundings around, ArticleField field, string text, string name, int before)
    {
        var at = text.LastIndexOf(name, before, StringComparison.Ordinal);
        return at > 0 && around.In(field, Math.Max(0, at - Reach), at, NameCues.Country).Concat(around.In(field, Math.Max(0, at - Reach), at, NameCues.DescribesVenue)).Any(country => at - country.End == 1);
    }

    private static string? NameIn(Regex shape, string text) => shape.Match(text) is { Success: true } match ? match.Groups["name"].Value : null;

    /// <summary>"코인스바이(Coinsbuy)": a name that the text glosses in Latin letters, and that the headline of a theft has.</summary>
    private static IEnumerable<string> Glossed(ArticleReading reading, HashSet<string> words)
    {
        if (!reading.Mentions.Any(mention => mention is { Field: ArticleField.Title, Kind: Kinds.Theft or Kinds.Loss })) return [];
        var text = reading.Article.Text.Length > Read ? reading.Article.Text[..Read] : reading.Article.Text;
        return Gloss().Matches(reading.Article.Title + "\n" + text).Select(match => match.Groups["name"].Value).Where(name => reading.Article.Title.Contains(name, StringComparison.Ordinal) && !words.Contains(name)
            && !reading.Mentions.Any(mention => mention.Kind is not (Kinds.Crypto or Kinds.Venue or Kinds.Theft or Kinds.Loss or Kinds.Attack or Kinds.Cue) && mention.Alias.Contains(name, StringComparison.Ordinal)));
    }

    private static bool IsDescriptive(string name) =>
        Grammatical().IsMatch(name) || s_countries.Value.Contains(name) || s_descriptive.Value.Any(word => name.Contains(word, StringComparison.Ordinal));

    /// <summary>"최악 해킹": several words, one of which is a deed.</summary>
    private static bool IsPhrase(string name, ArticleReading reading) =>
        name.Split(' ') is { Length: > 1 } parts && reading.Mentions.Any(mention => ProtagonistFinder.IsDeed(mention) && parts.Contains(mention.Alias, StringComparer.Ordinal));

    /// <summary>"코인마루" holds the word for a coin and is a name; "비트코인" is the word itself, and "비트코인해킹" two of them.</summary>
    private static bool IsMadeOf(string name, HashSet<string> words)
    {
        foreach (var word in words.Where(word => name.Contains(word, StringComparison.Ordinal)).OrderByDescending(word => word.Length)) name = name.Replace(word, "", StringComparison.Ordinal);
        return name.Length < 2;
    }

    /// <summary>No ticker, as in "이더리움(ETH)".</summary>
    [GeneratedRegex(@"(?<name>[가-힣]{2,10}(?:\s(?:프로토콜|네트워크|파이낸스|브릿지|브리지|체인|스왑|랩스|월렛))?|[\p{IsKatakana}ー]{3,16}|[\p{IsCJKUnifiedIdeographs}]{2,6})\s?[(（][A-Z][A-Za-z0-9.]*[a-z][A-Za-z0-9. ]*[)）]")]
    private static partial Regex Gloss();

    /// <summary>Particles, endings and demonstratives of one character, as no name in these places has them.</summary>
    [GeneratedRegex("的|是|在|被|将|將|该|各|某|仅|僅|限|另|까지$|(?:과|와|를|을)$")]
    private static partial Regex Grammatical();

    /// <summary>How names look in one language.</summary>
    /// <param name="Before">At the end of what stands before a venue.</param>
    /// <param name="After">At the beginning of what stands behind it.</param>
    /// <param name="Suffering">Before what it suffers, with what may stand between.</param>
    /// <param name="InText">Names in the text count as well, behind a country.</param>
    private sealed partial record Shapes(Regex Before, Regex After, Regex Suffering, bool InText)
    {
        private static readonly Shapes s_chinese = new(ChineseBefore(), ChineseAfter(), ChineseSuffering(), InText: false);
        private static readonly Shapes s_japanese = new(JapaneseBefore(), JapaneseAfter(), JapaneseSuffering(), InText: false);
        private static readonly Shapes s_korean = new(KoreanBefore(), KoreanAfter(), KoreanSuffering(), InText: true);

        public static Shapes? Of(string language) => language switch { "zh" => s_chinese, "ja" => s_japanese, "ko" => s_korean, _ => null };

        [GeneratedRegex(@"(?<=^|[\s，。、；：！？“”「」《》:!?,.])(?<name>[\p{IsCJKUnifiedIdeographs}]{2,5}|(?:[A-Z][A-Za-z0-9.]{2,15}\s)?[A-Za-z][A-Za-z0-9.]{2,15})$")]
        private static partial Regex ChineseBefore();

        [GeneratedRegex(@"^\s?(?:[“「《](?<name>[^”」》\n]{2,16})[”」》]|(?<name>[A-Za-z][A-Za-z0-9.]{2,20}))")]
        private static partial Regex ChineseAfter();

        [GeneratedRegex(@"(?<![\p{L}\p{N}])(?<name>(?:[A-Z][A-Za-z0-9.]{2,15}\s)?[A-Z][A-Za-z0-9.]{2,20})\s?[^。，、\s]{0,8}$")]
        private static partial Regex ChineseSuffering();

        [GeneratedRegex(@"(?<name>[\p{IsKatakana}ー]{3,14}|[A-Za-z][A-Za-z0-9.]{2,20})$")]
        private static partial Regex JapaneseBefore();

        [GeneratedRegex(@"^(?:の|大手の|大手|「|『)(?<name>[\p{IsKatakana}ー]{3,14}|[A-Za-z][A-Za-z0-9. ]{2,20}?)(?=[がはをのでにと、」』])")]
        private static partial Regex JapaneseAfter();

        [GeneratedRegex(@"(?<![\p{L}\p{N}])[「『]?(?<name>[A-Za-z][A-Za-z0-9.]{3,20}|[\p{IsKatakana}ー]{3,12})[」』]?(?:\([^)]*\))?(?:から|への|の|、|が|で|に)?[^。、\s]{0,10}$")]
        private static partial Regex JapaneseSuffering();

        [GeneratedRegex(@"(?<=^|[\s,.·])(?<name>[가-힣]{3,8}|[A-Za-z][A-Za-z0-9.]{2,20})\s?$")]
        private static partial Regex KoreanBefore();

        [GeneratedRegex(@"^(?:인)?\s?['‘“""](?<name>[^'’”""\n]{2,14})['’”""]|^(?:인)?\s(?<name>[가-힣A-Za-z]{2,12}?)(?:가|이|의|에서|은|는|도)\s")]
        private static partial Regex KoreanAfter();

        [GeneratedRegex(@"\s(?<name>[가-힣]{3,8}?)(?:가|이|은|는)\s[^.\n]{0,24}$")]
        private static partial Regex KoreanSuffering();
    }
}
