namespace Alerts.Core.Matching.Enriching;

/// <summary>
/// A reading with what an enricher found in its text: names that the knowledge base does not have become a clause of the explanations of
/// <see cref="ArticleReading.Matches"/>; those of subscribers' own topics stay as they are. They are shown and no more: who is robbed or accused, stories and
/// claims are read from <see cref="ArticleReading.Mentions"/>, which stay as they were, as do verdict and score.
/// </summary>
internal static class EnrichedReading
{
    /// <summary>Below it the service is mostly guessing.</summary>
    public const double LeastConfidence = 0.7;

    /// <summary>An explanation is read by people.</summary>
    public const int MostNames = 5;

    /// <summary>Before the service's category, lest its "Person" be taken for somebody who is accused, which that kind of the knowledge base means.</summary>
    private const string KindPrefix = "named:";

    public static ArticleReading Join(ArticleReading reading, Enrichment enrichment, string enricher)
    {
        var names = Names(reading, enrichment, enricher).ToArray();
        return names.Length == 0
            ? reading
            : reading with { Matches = [.. reading.Matches.Select(match => match with { Explanation = Join(match.Explanation, names, enricher) })] };
    }

    private static Explanation Join(Explanation explanation, Mention[] names, string enricher) =>
        explanation with { Clauses = [.. explanation.Clauses, new ClauseExplanation($"also named, says {enricher}", Satisfied: true, names) { Words = $"also named, says {enricher}" }] };

    /// <summary>The first place of each name that is new, the surest names first.</summary>
    private static IEnumerable<Mention> Names(ArticleReading reading, Enrichment enrichment, string enricher)
    {
        var text = reading.Article.Text;
        var known = reading.Mentions.Where(mention => mention.Field == ArticleField.Text).ToArray();
        var aliases = reading.Mentions.Select(mention => mention.Alias).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return enrichment.Entities
            .Where(entity => entity.Confidence >= LeastConfidence && IsIn(text, entity))
            .Where(entity => !known.Any(mention => mention.Start < entity.Start + entity.Length && entity.Start < mention.End))
            .Where(entity => !aliases.Contains(entity.Text))
            .GroupBy(entity => entity.Text, StringComparer.OrdinalIgnoreCase)
            .Select(group => group.MinBy(entity => entity.Start)! with { Confidence = group.Max(entity => entity.Confidence), Link = group.Select(entity => entity.Link).FirstOrDefault(link => link is not null) })
            .OrderByDescending(entity => entity.Confidence).ThenBy(entity => entity.Start)
            .Take(MostNames)
            .Select(entity => Describe(text, entity, enricher));
    }

    /// <summary>A service that counts otherwise than it was asked to must not shift quotes.</summary>
    private static bool IsIn(string text, EnrichedEntity entity) =>
        entity is { Start: >= 0, Length: > 0 } && entity.Start + entity.Length <= text.Length && text.AsSpan(entity.Start, entity.Length).SequenceEqual(entity.Text);

    private static Mention Describe(string text, EnrichedEntity entity, string enricher)
    {
        var end = entity.Start + entity.Length;
        var lineEnd = text.IndexOf('\n', end);
        var (before, after) = Surroundings.Of(text, entity.Start, end, text.LastIndexOf('\n', Math.Max(entity.Start - 1, 0)) + 1, lineEnd < 0 ? text.Length : lineEnd);
        return new Mention
        {
            Concept = entity.Link?.AbsoluteUri ?? $"{enricher}:{entity.Text}",
            Name = entity.Text,
            Kind = KindPrefix + entity.Category.ToLowerInvariant(),
            Alias = entity.Text,
            Field = ArticleField.Text,
            Start = entity.Start,
            Length = entity.Length,
            Paragraph = text.AsSpan(0, entity.Start).Count('\n') + 1,
            Before = before,
            After = after,
            Provenance = enricher,
        };
    }
}
