using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Alerts.Core.Knowledge.Writing;

/// <summary>
/// Class and folded form of every character, so that Ｂ, B and b are one and 數 is 数: NFKC, Chinese characters simplified, then lower case. Tables over UTF-16 code units,
/// made once.
/// </summary>
internal static class Characters
{
    private static readonly byte[] s_classes = new byte[char.MaxValue + 1];
    private static readonly char[] s_folded = new char[char.MaxValue + 1];
    private static readonly char[] s_exact = new char[char.MaxValue + 1];
    private static readonly FrozenDictionary<char, string> s_expansions;

    static Characters()
    {
        var expansions = new Dictionary<char, string> { ['ß'] = "ss", ['ẞ'] = "ss" };
        for (int c = 0; c <= char.MaxValue; c++)
            Describe((char)c, expansions);
        s_expansions = expansions.ToFrozenDictionary();
    }

    /// <summary>The class of one code unit; surrogates need their neighbour, see <see cref="ClassAt"/>.</summary>
    public static CharacterClass ClassOf(char c) => (CharacterClass)s_classes[c];

    /// <summary>The class of the code unit at <paramref name="index"/>. The second half of a pair continues the first; a half alone is a break.</summary>
    public static CharacterClass ClassAt(ReadOnlySpan<char> text, int index)
    {
        CharacterClass known = ClassOf(text[index]);
        if (known != CharacterClass.Surrogate)
            return known;
        if (char.IsLowSurrogate(text[index]))
            return index > 0 && char.IsHighSurrogate(text[index - 1]) ? CharacterClass.Continuation : CharacterClass.Break;
        return index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])
            ? ClassOf(new Rune(text[index], text[index + 1]))
            : CharacterClass.Break;
    }

    /// <summary>One code unit folded; keeping case, "Ｂ" stays a capital, "B". '\0' when it becomes several, which <see cref="Expand"/> gives.</summary>
    public static char Fold(char c, bool keepCase = false) => keepCase ? s_exact[c] : s_folded[c];

    public static string Expand(char c) => s_expansions[c];

    /// <summary>Tells the two sorts of <see cref="CharacterClass.Ideograph"/> apart: true for 한, where particles follow, false for 漢 and カ.</summary>
    public static bool IsHangul(char c) => c is (>= '\uAC00' and <= '\uD7FB') or (>= '\u1100' and <= '\u11FF') or (>= '\uA960' and <= '\uA97F');

    private static void Describe(char c, Dictionary<char, string> expansions)
    {
        s_folded[c] = s_exact[c] = c;
        if (char.IsSurrogate(c))
        {
            s_classes[c] = (byte)CharacterClass.Surrogate;
            return;
        }
        // NFKC leaves ASCII, unified Han and Hangul syllables as they are, which are half of all, and refuses what is no character: these are not asked.
        bool plain = c < 0x80 || c is (>= '\u3400' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3')
            || char.GetUnicodeCategory(c) == UnicodeCategory.OtherNotAssigned;
        string compatible = plain || Special(c) is not null ? c.ToString() : c.ToString().Normalize(NormalizationForm.FormKC);
        if (compatible.Length == 1)
        {
            char exact = SimplifiedHan.Of(compatible[0]);
            s_exact[c] = exact;
            s_folded[c] = Lower(exact);
            s_classes[c] = (byte)(Special(exact) ?? ByCategory(exact, char.GetUnicodeCategory(exact)));
            if (expansions.ContainsKey(c))
                s_folded[c] = '\0';
            return;
        }
        s_folded[c] = s_exact[c] = '\0';
        expansions[c] = string.Concat(compatible.Select(Lower));
        s_classes[c] = (byte)(compatible.All(char.IsLetterOrDigit) ? CharacterClass.Letter : CharacterClass.Break);
    }

    private static char Lower(char c) => c switch
    {
        'İ' or 'ı' => 'i',
        'ς' => 'σ',
        'ё' or 'Ё' => 'е',
        _ => char.ToLowerInvariant(c),
    };

    private static CharacterClass? Special(char c) => c switch
    {
        '\n' or '\u0085' or '\u2028' or '\u2029' => CharacterClass.LineBreak,
        ' ' or (>= '\t' and <= '\r') or '\u00A0' => CharacterClass.Space,
        '-' or '_' or '\'' or '’' or '‘' or 'ʼ' or '`' or '´' or '‐' or '‑' or '‒' or '–' or '−' or '・' or '·' => CharacterClass.Joiner,
        '\u00AD' or '\u034F' or '\u061C' or '\u0640' or '\u180E' or '\uFEFF' => CharacterClass.Ignored,
        (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F') => CharacterClass.Ignored,
        >= '\uFE00' and <= '\uFE0F' => CharacterClass.Ignored,
        // Arabic vowels, which the press writes where it likes.
        (>= '\u064B' and <= '\u0652') or '\u0670' => CharacterClass.Ignored,
        (>= '\u1100' and <= '\u115F') or (>= '\uA960' and <= '\uA97F') => CharacterClass.Ideograph,
        (>= '\u1160' and <= '\u11FF') or (>= '\uD7B0' and <= '\uD7FF') or '\uFF9E' or '\uFF9F' => CharacterClass.Continuation,
        (>= '\u2E80' and <= '\u2FDF') or (>= '\u3005' and <= '\u3007') or (>= '\u3041' and <= '\u3096') => CharacterClass.Ideograph,
        (>= '\u309D' and <= '\u309F') or (>= '\u30A1' and <= '\u30FF') or (>= '\u3105' and <= '\u31FF') => CharacterClass.Ideograph,
        (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3') => CharacterClass.Ideograph,
        _ => null,
    };

    private static CharacterClass ByCategory(char c, UnicodeCategory category) => category switch
    {
        UnicodeCategory.SpaceSeparator => CharacterClass.Space,
        UnicodeCategory.DashPunctuation when c < '\u2014' => CharacterClass.Joiner,
        <= UnicodeCategory.OtherLetter => CharacterClass.Letter,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => CharacterClass.Continuation,
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => CharacterClass.Letter,
        _ => CharacterClass.Break,
    };

    private static CharacterClass ClassOf(Rune rune) => rune.Value switch
    {
        >= 0x20000 and <= 0x3FFFF => CharacterClass.Ideograph,
        >= 0xE0100 and <= 0xE01EF => CharacterClass.Ignored,
        _ => ByCategory(char.MaxValue, Rune.GetUnicodeCategory(rune)),
    };
}
