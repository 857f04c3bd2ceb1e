using System.Text.Json.Serialization;

namespace Alerts.Core.Matching;

/// <summary>A concept found in an article: what was written, where, and what it stands for.</summary>
public sealed record Mention
{
    /// <summary>Longest piece of the surroundings quoted on each side.</summary>
    public const int QuoteMargin = 80;

    /// <summary>Id in the knowledge base, or of a topic's own word, or of what an enricher names.</summary>
    public required string Concept { get; init; }

    /// <summary>Canonical name for a reader: "Lazarus Group".</summary>
    public required string Name { get; init; }

    /// <summary>Kind of concept: actor, state, agency, person, malware, victim, theft, money-flow, response, crypto, word, ...</summary>
    public required string Kind { get; init; }

    /// <summary>The alias as the article writes it.</summary>
    public required string Alias { get; init; }

    public required ArticleField Field { get; init; }

    /// <summary>Offset in the field, in UTF-16 code units.</summary>
    public required int Start { get; init; }

    public required int Length { get; init; }

    [JsonIgnore]
    public int End => Start + Length;

    /// <summary>One-based paragraph of the text; zero in title and summary.</summary>
    public int Paragraph { get; init; }

    public string Before { get; init; } = "";

    public string After { get; init; } = "";

    /// <summary>Where the word comes from: "knowledge", "topic" (a word of a rule) or the name of the enricher that found it.</summary>
    public string Provenance { get; init; } = "knowledge";
}
