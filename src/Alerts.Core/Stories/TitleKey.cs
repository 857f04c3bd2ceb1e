using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Alerts.Core.Stories;

/// <summary>
/// A title reduced to what retyping leaves alone: letters and digits, compatibility forms and case folded. Two outlets that run
/// one agency's headline have the same key.
/// </summary>
public static partial class TitleKey
{
    /// <summary>Shorter titles ("Update", "Live") say too little to be the same news.</summary>
    private const int MinLength = 12;

    /// <returns>Null where the title is too short to identify news.</returns>
    public static string? Of(string title)
    {
        var folded = Fold(Edition().Replace(title, ""));
        return folded.Length < MinLength ? null : DerivedId.Of("title", folded);
    }

    private static string Fold(string title)
    {
        string normal;
        try
        {
            normal = title.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            normal = title; // Lone surrogates have no normal form.
        }

        var folded = new StringBuilder(normal.Length);
        foreach (var c in normal)
        {
            if (char.IsLetterOrDigit(c))
            {
                folded.Append(char.ToLower(c, CultureInfo.InvariantCulture));
            }
        }

        return folded.ToString();
    }

    /// <summary>"(LEAD)", "(2nd LD)", "UPDATE 1-", "[속보]", "【速報】": an agency's later edition is the same news.</summary>
    [GeneratedRegex(@"^\s*(?:[(\[【［][^)\]】］]{1,14}[)\]】］]\s*|(?:UPDATE|BREAKING|EXCLUSIVE|URGENT|WRAPUP)\s?\d*\s?[-:–]\s*)+", RegexOptions.IgnoreCase)]
    private static partial Regex Edition();
}
