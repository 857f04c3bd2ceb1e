using Alerts.Core.Knowledge;

namespace Alerts.Core.Matching;

/// <summary>
/// Asks a language service about articles that matched or came near, and joins what it found to their mentions with the service's name
/// as provenance. Decisions stay what they were: the service adds names (an unknown victim) and never takes a match away.
/// </summary>
public sealed class ArticleEnricher(ITextEnricher enricher)
{
    /// <summary>Below this the service is guessing.</summary>
    private const double LeastConfidence = 0.6;

    /// <param name="budget">How many articles may still be asked about; the rest stay as they are.</param>
    /// <returns>One reading per given one, in order.</returns>
    public async Task<IReadOnlyList<ArticleReading>> EnrichAsync(IReadOnlyList<ArticleReading> readings, int budget, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(readings);
        var asked = readings.Where(reading => reading.Matches.Count > 0).Take(Math.Max(0, budget)).ToList();
        if (asked.Count == 0) return readings;
        var texts = asked.ConvertAll(reading => new TextToEnrich(reading.Article.Id, TextOf(reading), reading.Language));
        IReadOnlyList<Enrichment> enrichments;
        try
        {
            enrichments = await enricher.EnrichAsync(texts, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // A second opinion that does not come is no reason to lose the first.
            return readings;
        }

        var byArticle = enrichments.GroupBy(enrichment => enrichment.ArticleId, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        return [.. readings.Select(reading => byArticle.TryGetValue(reading.Article.Id, out var found) && asked.Contains(reading) ? Join(reading, found) : reading)];
    }

    private static string TextOf(ArticleReading reading) => $"{reading.Article.Title}\n{reading.Article.Text}";

    private ArticleReading Join(ArticleReading reading, Enrichment found)
    {
        var titleLength = reading.Article.Title.Length;
        var added = new List<Mention>();
        foreach (var entity in found.Entities)
        {
            var isTitle = entity.Start < titleLength;
            var start = isTitle ? entity.Start : entity.Start - titleLength - 1;
            var text = isTitle ? reading.Article.Title : reading.Article.Text;
            if (entity.Confidence < LeastConfidence || start < 0 || entity.Length <= 0 || start + entity.Length > text.Length) continue;
            var field = isTitle ? ArticleField.Title : ArticleField.Text;
            if (reading.Mentions.Any(mention => mention.Field == field && mention.Start < start + entity.Length && start < mention.Start + mention.Length)) continue;
            added.Add(new Mention
            {
                Concept = entity.Link?.ToString() ?? $"{enricher.Name}:{entity.Text.ToLowerInvariant()}",
                Name = entity.Text,
                Kind = KindOf(entity.Category),
                Alias = text.Substring(start, entity.Length),
                Field = field,
                Start = start,
                Length = entity.Length,
                Paragraph = isTitle ? 0 : 1 + text.AsSpan(0, start).Count('\n'),
                Before = text[Math.Max(0, start - Mention.QuoteMargin)..start],
                After = text[(start + entity.Length)..Math.Min(text.Length, start + entity.Length + Mention.QuoteMargin)],
                Provenance = enricher.Name,
            });
        }

        return added.Count == 0 ? reading : reading with { Mentions = [.. reading.Mentions.Concat(added).OrderBy(mention => mention.Field).ThenBy(mention => mention.Start)] };
    }

    private static string KindOf(string category) => category switch
    {
        "Person" => Kinds.Person,
        "Organization" => "organization",
        "Location" => "location",
        _ => Kinds.Word,
    };
}
