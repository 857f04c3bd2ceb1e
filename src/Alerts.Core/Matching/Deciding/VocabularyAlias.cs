using System.Collections.Frozen;
using Alerts.Core.Knowledge;

namespace Alerts.Core.Matching.Deciding;

/// <param name="IsForeign">A word of another language in the letters of English, and no name: it means nothing in an English text, where "sale",
/// "violate" and "robo" are other words, nor in one of another script, which takes its foreign words from English.</param>
/// <param name="IsHan">A word of Chinese or Japanese, and no name: in the other one the same characters often mean something else (協議 is a protocol here, a talk there).</param>
internal readonly record struct VocabularyAlias(int Entry, ConceptAlias Alias, bool IsForeign, bool IsHan)
{
    /// <summary>Whether it means its concept there, or, of a look-alike, something else.</summary>
    public bool CountsIn(string language) =>
        !(Alias.OnlyInLanguage && Alias.Language != language) && !(IsForeign && Alias.Language != language && (language == English || OtherScripts.Contains(language)))
        && !(IsHan && language is Chinese or Japanese && Alias.Language != language);

    /// <summary>Languages that are not written in Latin letters.</summary>
    public static readonly FrozenSet<string> OtherScripts = new[] { "ko", "ja", "zh", "ru", "uk", "bg", "ar", "fa", "he", "el", "th", "hi" }.ToFrozenSet(StringComparer.Ordinal);

    internal const string English = "en";

    internal const string Chinese = "zh";

    internal const string Japanese = "ja";
}
