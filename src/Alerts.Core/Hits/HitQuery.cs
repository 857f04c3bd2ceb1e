using Alerts.Core.Stories;

namespace Alerts.Core.Hits;

/// <param name="TopicId">Null for all topics.</param>
/// <param name="Since">Inclusive.</param>
/// <param name="Until">Exclusive.</param>
/// <param name="Text">Words that must all stand in title, lede or quotes.</param>
/// <param name="MinimumSeverity">As it was when the article was matched.</param>
/// <param name="Concepts">Ids of which the article must name one; null for any article.</param>
public sealed record HitQuery(
    string? TopicId = null, DateTimeOffset? Since = null, DateTimeOffset? Until = null, string? Language = null, string? Publisher = null, string? Text = null,
    int Take = 50, string? Cursor = null, Severity? MinimumSeverity = null, IReadOnlySet<string>? Concepts = null)
{
    /// <summary>Whether the query asks for more than topic, time, language and publisher, which a store can find without reading the hit.</summary>
    public bool ReadsHits => !string.IsNullOrWhiteSpace(Text) || MinimumSeverity is not null || Concepts is not null;

    /// <summary>Whether a hit of the right topic and time is wanted by the rest of the query.</summary>
    public bool Accepts(Hit hit)
    {
        ArgumentNullException.ThrowIfNull(hit);
        return (Language is null || string.Equals(Language, hit.Language, StringComparison.OrdinalIgnoreCase))
            && (Publisher is null || string.Equals(Publisher, hit.Publisher, StringComparison.OrdinalIgnoreCase))
            && (MinimumSeverity is null || hit.Severity >= MinimumSeverity)
            && (Concepts is null || hit.Concepts.Any(Concepts.Contains))
            && (Text is null || Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).All(word => Says(hit, word)));
    }

    private static bool Says(Hit hit, string word) =>
        hit.Title.Contains(word, StringComparison.OrdinalIgnoreCase)
        || hit.Lede.Contains(word, StringComparison.OrdinalIgnoreCase)
        || hit.Explanation.Clauses.SelectMany(clause => clause.Mentions)
            .Any(mention => (mention.Before + mention.Alias + mention.After).Contains(word, StringComparison.OrdinalIgnoreCase));
}
