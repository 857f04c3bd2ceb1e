using System.Text;

namespace Alerts.Core.Knowledge;

/// <summary>What makes an alias useless or dangerous, whoever writes it: the product, a user or a subscriber.</summary>
public static class AliasRules
{
    public const int MaxLength = 200;

    /// <returns>What is wrong, as the end of a sentence about the alias; null where it may be used.</returns>
    public static string? Objection(string text, ConceptAlias alias)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(alias);
        var letters = text.EnumerateRunes().Where(Rune.IsLetterOrDigit).ToList();
        if (letters.Count == 0) return "is empty: it has no letter or digit";
        if (text.Length > MaxLength) return $"is longer than {MaxLength} characters";
        if (letters.Count == 1 && !(Scripts.IsUnspaced(letters[0]) && alias.OnlyInLanguage)) return "would match nearly everything: it is one letter";
        if (letters.Count < 5 && letters.TrueForAll(Rune.IsDigit)) return "would match nearly everything: it is a number";
        return !alias.CaseSensitive && StopWords.Contains(text) ? "would match nearly everything: it is one of the commonest words" : null;
    }
}
