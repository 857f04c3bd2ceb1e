namespace Alerts.Core.Matching.Enriching;

/// <summary>Asks the enricher, where there is one, about what has matched. The decisions stand; the explanations learn names.</summary>
public sealed class ReadingEnricher(IEnumerable<ITextEnricher> enrichers)
{
    private readonly ITextEnricher? enricher = enrichers.LastOrDefault();

    public async Task<IReadOnlyList<ArticleReading>> EnrichAsync(IReadOnlyList<ArticleReading> readings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(readings);
        var texts = readings.Where(reading => reading.Article.Text.Length > 0 && reading.Matched.Any())
            .Select(reading => new TextToEnrich(reading.Article.Id, reading.Article.Text, reading.Language.Length > 0 ? reading.Language : null))
            .DistinctBy(text => text.ArticleId)
            .ToArray();
        if (enricher is null || texts.Length == 0)
            return readings;

        var found = (await enricher.EnrichAsync(texts, cancellationToken)).ToDictionary(enrichment => enrichment.ArticleId);
        return [.. readings.Select(reading => found.TryGetValue(reading.Article.Id, out var enrichment) ? EnrichedReading.Join(reading, enrichment, enricher.Name) : reading)];
    }
}
