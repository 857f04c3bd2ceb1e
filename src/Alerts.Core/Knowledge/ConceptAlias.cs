namespace Alerts.Core.Knowledge;

/// <summary>One written form of a concept.</summary>
/// <param name="Language">BCP 47 primary subtag of the language it is written in; null for names used in all.</param>
/// <param name="Source">Who says that the name means this concept; <see cref="General"/> where it is common knowledge that nobody has verified.</param>
/// <param name="NeedsContext">An ordinary word as well: counts only beside something of the concept's context.</param>
/// <param name="CaseSensitive">Means the concept only as written.</param>
/// <param name="Inflected">Each word may take the endings of its language.</param>
/// <param name="OnlyInLanguage">Counts only in articles of its language: "vol" is a theft in French and nothing in English.</param>
/// <param name="Exclusion">A look-alike: where it stands, and would count if it were an alias, no shorter alias inside it does, of whichever concept.</param>
public sealed record ConceptAlias(
    string Text,
    string? Language = null,
    string? Source = null,
    bool NeedsContext = false,
    bool CaseSensitive = false,
    bool Inflected = false,
    bool OnlyInLanguage = false,
    bool Exclusion = false)
{
    public const string General = "general";

    public bool IsVerified => Source is not (null or General);

    /// <summary>Where it is written: file and one-based line.</summary>
    public KnowledgePosition Position { get; init; }
}
