using System.Text;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching;
using Alerts.Core.Matching.Scanning;

namespace Alerts.Core.Stories;

/// <summary>
/// A name as it is spoken, reduced to its consonants, so that a house is known again in a script in which nobody has listed it: "Coinsbuy" and 코인스바이.
/// Sounds that scripts keep apart differently are one: b, p, f and v; k, g and c; d and t; s, z, j and ch; l and r. An r that no vowel follows, and h, are not spoken.
/// Capitals were written in Latin letters, small letters in Hangul, Katakana or Cyrillic.
/// </summary>
internal static class SpokenName
{
    /// <summary>Fewer consonants are shared by too many names.</summary>
    public const int Least = 3;

    private const int MaxInTitle = 4;

    /// <summary>Letters of a word; none that is longer is a name.</summary>
    private const int LongestWord = 24;

    private const int Vowels = 21;
    private const int FirstSyllable = 0xAC00;
    private const int LastSyllable = 0xD7A3;

    // In the order of Unicode's composed syllables.
    private const string Onsets = "KKNTTLMPPSS-SSSKTP-";
    private const string Codas = "-KKKNNNTLLLLLLLLMPPTTNTTKTP-";

    private static readonly Dictionary<char, string> s_letters = Letters(
        ("P", "bfpvбвпф"), ("K", "cgkqгкґ"), ("T", "dtдт"), ("S", "jszжзсцчшщ"), ("L", "lrлр"), ("M", "mм"), ("N", "nн"), ("KS", "x"), ("-", "aeiouywаеёиійоуыэюяєї"),
        ("P-", "フバビブベボパピプペポヴ"), ("K-", "カキクケコガギグゲゴ"), ("T-", "タテトダデド"), ("S-", "サシスセソザジズゼゾチヂツヅ"), ("L-", "ラリルレロ"), ("M-", "マミムメモ"), ("N-", "ナニヌネノ"), ("N", "ン"),
        ("-", "アイウエオハヒヘホヤユヨワヲァィゥェォャュョ"));

    /// <returns>Null where too little of it is spoken to tell.</returns>
    public static string? Of(string name)
    {
        var spoken = Spoken(name);
        if (spoken.Length < Least) return null;
        return IsOtherScript(name[0]) ? spoken.ToLowerInvariant() : spoken;
    }

    /// <summary>Of the victim, unless it is listed in another script as well; where none is named, of those words of the headline that may be its name in another script.</summary>
    public static IReadOnlyList<string> In(ArticleReading reading, string? victim)
    {
        if (victim is null) return InTitle(reading);
        if (KnowledgeBase.BuiltIn.FindByName(victim) is { } listed && listed.Aliases.Any(alias => IsOtherScript(alias.Text[0]))) return [];
        return Of(victim) is { } spoken ? [spoken] : [];
    }

    /// <summary>Written in two scripts, and one begins with the other: a headline leaves "Finance" or "Protocol" out.</summary>
    public static bool AreOne(string one, string other) =>
        char.IsLower(one[0]) != char.IsLower(other[0]) && (one.StartsWith(other, StringComparison.OrdinalIgnoreCase) || other.StartsWith(one, StringComparison.OrdinalIgnoreCase));

    /// <summary>Words that are known for something else, "exchange" or "bitcoin", are none, and end one that they are written together with.</summary>
    private static IReadOnlyList<string> InTitle(ArticleReading reading)
    {
        var known = reading.Mentions.Where(mention => mention.Field == ArticleField.Title && mention.Kind != Kinds.Victim).ToList();
        return
        [
            .. Words(reading.Article.Title)
                .Select(word => reading.Article.Title[word.Start..known.Where(mention => mention.Start < word.End && word.Start < mention.End).Select(mention => Math.Max(word.Start, mention.Start)).Append(word.End).Min()])
                .Select(word => Of(WithoutParticle(word))).OfType<string>().Distinct(StringComparer.Ordinal).Take(MaxInTitle),
        ];
    }

    private static string Spoken(string name)
    {
        var spoken = new StringBuilder();
        // Of two alike that stand side by side one is spoken; a vowel, "-", parts them.
        var last = '\0';
        for (var at = 0; at < name.Length; at++)
        {
            foreach (var sound in SoundsAt(name, at))
            {
                if (sound != '-' && sound != last) spoken.Append(sound);
                last = sound;
            }
        }

        return spoken.ToString();
    }

    private static string SoundsAt(string name, int at)
    {
        var letter = char.ToLowerInvariant(name[at]);
        if (letter is >= (char)FirstSyllable and <= (char)LastSyllable)
        {
            var syllable = letter - FirstSyllable;
            return $"{Onsets[syllable / (Vowels * Codas.Length)]}-{Codas[syllable % Codas.Length]}";
        }

        var next = at + 1 < name.Length ? char.ToLowerInvariant(name[at + 1]) : '\0';
        return letter switch
        {
            'c' when next is 'e' or 'i' or 'y' or 'h' => "S",
            'p' when next == 'h' => "P",
            'r' or 'р' when s_letters.GetValueOrDefault(next) != "-" => "",
            _ => s_letters.GetValueOrDefault(letter, ""),
        };
    }

    /// <summary>Hangul, Katakana or Cyrillic.</summary>
    private static bool IsOtherScript(char letter) => letter is >= (char)FirstSyllable and <= (char)LastSyllable or >= 'ァ' and <= 'ー' or >= '\u0400' and <= '\u04FF';

    private static string WithoutParticle(string word)
    {
        for (var length = Math.Min(KoreanParticles.MaxLength, word.Length - 2); length > 0; length--)
        {
            if (KoreanParticles.MayFollow(word.AsSpan(word.Length - length), inflected: false)) return word[..^length];
        }

        return word;
    }

    /// <summary>Runs of letters of those scripts: a Katakana name ends where Chinese characters begin.</summary>
    private static IEnumerable<(int Start, int End)> Words(string title)
    {
        for (var at = 0; at < title.Length; at++)
        {
            var start = at;
            while (at < title.Length && IsOtherScript(title[at])) at++;
            if (at - start is > 0 and <= LongestWord) yield return (start, at);
        }
    }

    private static Dictionary<char, string> Letters(params (string Sound, string Letters)[] rows) =>
        rows.SelectMany(row => row.Letters.Select(letter => (letter, row.Sound))).ToDictionary(pair => pair.letter, pair => pair.Sound);
}
