using System.Collections.Frozen;

namespace Alerts.Core.Matching.Naming;

/// <summary>Words that stand beside names in the news, and that are none (<c>Matching/Data/name-words.json</c>).</summary>
internal static class NameWords
{
    private static readonly NameWordFile s_file = EmbeddedData.Json<NameWordFile>("Matching/name-words.json");

    /// <summary>"from FooSwap", "chez FooSwap", "у биржи".</summary>
    public static readonly FrozenSet<string> Prepositions = Set(s_file.Prepositions);

    /// <summary>What may stand between a victim and what befell it: "FooSwap has been", "FooSwap confirms it".</summary>
    public static readonly FrozenSet<string> Fillers = Set(s_file.Fillers);

    /// <summary>An apposition begins so: "FooSwap, a crypto exchange".</summary>
    public static readonly FrozenSet<string> Articles = Set(s_file.Articles);

    /// <summary>Ordinary words that headlines capitalise.</summary>
    public static readonly FrozenSet<string> Common = Set(s_file.Common.Values.SelectMany(words => words));

    /// <summary>What names of protocols end in.</summary>
    public static readonly FrozenSet<string> Suffixes = Set(s_file.Suffixes);

    /// <summary>Tells the kind of venue behind a name, and is no part of it: "Fantasm Finance DeFi".</summary>
    public static readonly FrozenSet<string> Ventures = Set(s_file.Ventures);

    private static FrozenSet<string> Set(IEnumerable<string> words) => words.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private sealed record NameWordFile(
        IReadOnlyList<string> Prepositions, IReadOnlyList<string> Fillers, IReadOnlyList<string> Articles, IReadOnlyDictionary<string, string[]> Common, IReadOnlyList<string> Suffixes,
        IReadOnlyList<string> Ventures);
}
