namespace Alerts.Core.Matching;

/// <summary>
/// Optional second opinion of a language service, asked only about matched articles. What it returns is shown in their explanations with its own
/// provenance; the decision stays as it was, as it does when the service fails or its budget is used up.
/// </summary>
public interface ITextEnricher
{
    /// <summary>Shown as the provenance of its mentions.</summary>
    string Name { get; }

    /// <returns>For each text, in order, what was found; empty where nothing was, or where the service failed.</returns>
    Task<IReadOnlyList<Enrichment>> EnrichAsync(IReadOnlyList<TextToEnrich> texts, CancellationToken cancellationToken);
}

/// <param name="Language">BCP 47 primary subtag, null where unknown.</param>
public sealed record TextToEnrich(string ArticleId, string Text, string? Language);

public sealed record Enrichment(string ArticleId, IReadOnlyList<EnrichedEntity> Entities)
{
    public static Enrichment None(string articleId) => new(articleId, []);
}

/// <param name="Category">Organization, Person, Location, ... as the service names it.</param>
/// <param name="Start">Offset in the text that was sent, in UTF-16 code units.</param>
/// <param name="Link">Of a linked entity: its page in the service's data source.</param>
public sealed record EnrichedEntity(string Text, string Category, int Start, int Length, double Confidence, Uri? Link = null);
