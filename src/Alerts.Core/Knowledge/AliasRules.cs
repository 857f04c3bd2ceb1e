using Alerts.Core.Knowledge.Writing;

namespace Alerts.Core.Knowledge;

/// <summary>What makes an alias useless or dangerous, whoever writes it: the product, a user or a subscriber. What it lets pass, a scanner takes.</summary>
public static class AliasRules
{
    public const int MaxLength = 200;

    [ThreadStatic]
    private static AliasWords? s_words;

    /// <returns>What is wrong, as the end of a sentence about the alias; null where it may be used.</returns>
    public static string? Objection(string text, ConceptAlias alias)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(alias);
        if (text.Length > MaxLength) return $"is longer than {MaxLength} characters";
        // Some eighty thousand forms are asked about on loading.
        var words = s_words ??= new();
        if (!words.TryRead(text, out var objection)) return objection;
        var letters = LettersIn(words.Letters, out var digits);
        // One ideograph is a word of its language; with anything beside it, its form would have no boundaries.
        if (letters == 1 && !(alias.OnlyInLanguage && words.Words[0].Ideograph && text.Length == 1)) return AliasWords.OneLetter;
        if (letters < 5 && letters == digits) return "would match nearly everything: it is a number";
        return !alias.CaseSensitive && StopWords.Contains(text) ? "would match nearly everything: it is one of the commonest words" : null;
    }

    /// <summary>A vowel sign, or the second half of a pair, is no letter of its own.</summary>
    private static int LettersIn(ReadOnlySpan<char> folded, out int digits)
    {
        var letters = 0;
        digits = 0;
        for (var at = 0; at < folded.Length; at++)
        {
            if (Characters.ClassAt(folded, at) == CharacterClass.Continuation) continue;
            letters++;
            if (char.IsDigit(folded[at])) digits++;
        }

        return letters;
    }
}
