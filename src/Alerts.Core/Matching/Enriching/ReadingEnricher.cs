using Alerts.Core.Matching.Reading;

namespace Alerts.Core.Matching.Enriching;

/// <summary>Asks the enricher, where there is one, about what has matched. The decisions stand; the explanations learn names.</summary>
public sealed class ReadingEnricher(IEnumerable<ITextEnricher> enrichers)
{
    private readonly ITextEnricher? enricher = enrichers.LastOrDefault();

    public async Task<IReadOnlyList<ArticleReading>> EnrichAsync(IReadOnlyList<ArticleReading> readings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(readings);
        var texts = readings.Where(reading => reading.Article.Text.Length > 0 && reading.Matched.Any())
            .Select(reading => new TextToEnrich(reading.Article.Id, reading.Article.Text, reading.Language == LanguageDetector.Unknown ? null : reading.Language))
            .DistinctBy(text => text.ArticleId)
            .ToArray();
        if (enricher is null || texts.Length == 0)
            return readings;

        IReadOnlyList<Enrichment> answered;
        try
        {
            answered = await enricher.EnrichAsync(texts, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // A second opinion that does not come is no reason to lose the first: articles must not wait for it either.
            return readings;
        }

        var found = answered.DistinctBy(enrichment => enrichment.ArticleId).ToDictionary(enrichment => enrichment.ArticleId);
        return [.. readings.Select(reading => found.TryGetValue(reading.Article.Id, out var enrichment) ? EnrichedReading.Join(reading, enrichment, enricher.Name) : reading)];
    }
}
