using System.Text;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching.Scanning;

namespace Alerts.Core.Stories;

/// <summary>
/// A name as it is spoken, reduced to its consonants, so that a house is known again in a script in which nobody has listed it: "Coinsbuy" and 코인스바이, "Verus" and 버러스.
/// Sounds that scripts keep apart differently are one: b, p, f and v; k, g and c; d and t; s, z, j and ch; l and r. An r that no vowel follows, and h, are not spoken.
/// </summary>
internal static class SpokenName
{
    /// <summary>Fewer consonants are shared by too many names.</summary>
    public const int Least = 3;

    private const int MaxInTitle = 4;
    private const int Vowels = 21;
    private const int FirstSyllable = 0xAC00;
    private const int LastSyllable = 0xD7A3;

    // In the order of Unicode's composed syllables.
    private const string Onsets = "KKNTTLMPPSS-SSSKTP-";
    private const string Codas = "-KKKNNNTLLLLLLLLMPPTTNTTKTP-";

    private static readonly Dictionary<char, string> s_letters = Letters(
        ("P", "bfpvбвпф"), ("K", "cgkqгк"), ("T", "dtдт"), ("S", "jszжзсцчшщ"), ("L", "lrлр"), ("M", "mм"), ("N", "nн"), ("KS", "x"));

    private static readonly Dictionary<char, string> s_katakana = Letters(
        ("P", "フバビブベボパピプペポヴ"), ("K", "カキクケコガギグゲゴ"), ("T", "タテトダデド"), ("S", "サシスセソザジズゼゾチヂツヅ"), ("L", "ラリルレロ"), ("M", "マミムメモ"), ("N", "ナニヌネノン"));

    /// <returns>Null where too little of it is spoken to tell.</returns>
    public static string? Of(string name)
    {
        var spoken = Spoken(name);
        return spoken.Length < Least ? null : spoken;
    }

    /// <summary>The words of a title that another script may write in its own letters: its first few in Hangul, Katakana or Cyrillic.</summary>
    public static IReadOnlyList<string> InTitle(string title)
    {
        var names = new List<string>();
        foreach (var word in Words(title))
        {
            if (!IsOwnScript(word[0])) continue;
            if (Of(WithoutParticle(word)) is { } spoken && !names.Contains(spoken)) names.Add(spoken);
            if (names.Count == MaxInTitle) break;
        }

        return names;
    }

    /// <summary>Of the victim, unless it is listed in another script as well; where none is named, of the title's words.</summary>
    public static IReadOnlyList<string> In(string title, string? victim)
    {
        if (victim is null) return InTitle(title);
        if (KnowledgeBase.BuiltIn.FindByName(victim) is { } listed && listed.Aliases.Any(alias => IsOwnScript(alias.Text[0]))) return [];
        return Of(victim) is { } spoken ? [spoken] : [];
    }

    /// <summary>One begins with the other: a headline leaves "Finance" or "Protocol" out.</summary>
    public static bool AreOne(string one, string other) => one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal);

    public static bool IsOwnScript(char letter) => IsHangul(letter) || s_katakana.ContainsKey(letter) || letter is >= 'А' and <= 'я';

    private static string Spoken(string name)
    {
        var spoken = new StringBuilder();
        // Of two alike that stand side by side one is spoken.
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

    /// <summary>Its consonants, and a dash for a vowel, which parts two that are alike.</summary>
    private static string SoundsAt(string name, int at)
    {
        var letter = char.ToLowerInvariant(name[at]);
        if (IsHangul(letter))
        {
            var syllable = letter - FirstSyllable;
            return $"{Onsets[syllable / (Vowels * Codas.Length)]}-{Codas[syllable % Codas.Length]}";
        }

        if (s_katakana.TryGetValue(letter, out var kana)) return letter == 'ン' ? kana : kana + "-";
        var next = at + 1 < name.Length ? char.ToLowerInvariant(name[at + 1]) : '\0';
        return letter switch
        {
            'c' when next is 'e' or 'i' or 'y' or 'h' => "S",
            'p' when next == 'h' => "P",
            'r' or 'р' when !IsVowel(next) => "",
            _ when s_letters.TryGetValue(letter, out var sound) => sound,
            _ when IsVowel(letter) => "-",
            _ => "",
        };
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'w' or 'а' or 'е' or 'ё' or 'и' or 'й' or 'о' or 'у' or 'ы' or 'э' or 'ю' or 'я';

    private static bool IsHangul(char letter) => letter is >= (char)FirstSyllable and <= (char)LastSyllable;

    private static string WithoutParticle(string word)
    {
        for (var length = Math.Min(KoreanParticles.MaxLength, word.Length - 2); length > 0; length--)
        {
            if (KoreanParticles.MayFollow(word.AsSpan(word.Length - length), inflected: false)) return word[..^length];
        }

        return word;
    }

    /// <summary>Runs of letters of one script: a Katakana name ends where Chinese characters begin.</summary>
    private static IEnumerable<string> Words(string title)
    {
        for (var at = 0; at < title.Length;)
        {
            if (!IsOwnScript(title[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < title.Length && (IsOwnScript(title[at]) || title[at] is 'ー' or 'ッ' or 'ァ' or 'ィ' or 'ェ' or 'ォ' or 'ア' or 'イ' or 'ウ' or 'エ' or 'オ')) at++;
            yield return title[start..at];
        }
    }

    private static Dictionary<char, string> Letters(params (string Sound, string Letters)[] rows) =>
        rows.SelectMany(row => row.Letters.Select(letter => (letter, row.Sound))).ToDictionary(pair => pair.letter, pair => pair.Sound);
}
