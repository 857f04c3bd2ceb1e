using System.Text;

namespace Alerts.Core.Knowledge;

/// <summary>What two spellings of one alias have in common: letters and digits, folded; hyphens, spaces and apostrophes do not count.</summary>
internal static class AliasKey
{
    public static string Of(string alias)
    {
        var folded = new StringBuilder(alias.Length);
        foreach (var rune in Repaired(alias).Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)) Append(Rune.ToLowerInvariant(rune));
            // "XT.com" and "XTcom" are two names, "APT-38" and "APT 38" are one.
            else if (rune.Value is '.' or '+' or '&' or '$' or '#') folded.Append(rune);
        }

        return folded.ToString();

        void Append(Rune letter)
        {
            if (letter.IsBmp) folded.Append(SimplifiedHan.Of((char)letter.Value));
            else folded.Append(letter);
        }
    }

    private static string Repaired(string text)
    {
        // Normalisation refuses halves of surrogate pairs.
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0) return text;
        var repaired = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) repaired.Append(rune);
        return repaired.ToString();
    }
}
