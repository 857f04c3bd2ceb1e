namespace Alerts.Core.Matching.Scanning;

/// <summary>How an alias may stand in a text.</summary>
[Flags]
public enum AliasForm
{
    /// <summary>Whole words; at the end of a Hangul alias a Korean particle may follow.</summary>
    Word = 0,

    /// <summary>Each word may carry an inflection of the alias's language (see <see cref="InflectionEndings"/>).</summary>
    Inflected = 1,

    /// <summary>Letters must have the alias's own case: GOP, RGB.</summary>
    CaseSensitive = 2,

    /// <summary>No boundaries where the alias begins or ends with Han, Kana or Hangul; an alphabetic end keeps its own.</summary>
    Substring = 4,
}
