using Alerts.Core.Matching;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Alerts.Functions.Language;

/// <summary>
/// Asks Azure AI Language for entities and linked entities: whole texts cut into documents, documents put into
/// batches, each batch paid from the day's budget. What the service does not answer, or what is not in the budget, is left out.
/// </summary>
public sealed partial class TextAnalyticsEnricher(ITextAnalyticsGateway gateway, IEnrichmentBudget budget, IOptions<LanguageOptions> options, ILogger<TextAnalyticsEnricher> logger) : ITextEnricher
{
    public string Name => "azure-ai-language";

    public async Task<IReadOnlyList<Enrichment>> EnrichAsync(IReadOnlyList<TextToEnrich> texts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var documents = texts.Select((text, index) => TextDocuments.Of(text, index).ToArray()).ToArray();
        var findings = await AskAsync(documents.SelectMany(ofText => ofText), cancellationToken);
        return [.. texts.Select((text, index) => Join(text, documents[index], findings))];
    }

    private async Task<IReadOnlyDictionary<string, DocumentFindings>> AskAsync(IEnumerable<TextDocument> documents, CancellationToken cancellationToken)
    {
        var findings = new Dictionary<string, DocumentFindings>();
        foreach (var batch in documents.Chunk(ServiceLimits.DocumentsPerRequest))
        {
            var records = batch.Sum(document => document.Records);
            if (!await budget.TryTakeAsync(Name, records, options.Value.DailyRecords, cancellationToken))
            {
                Log.BudgetUsedUp(logger, records);
                break;
            }

            var outcome = await gateway.AnalyseAsync(batch, cancellationToken);
            if (outcome is AnalysisOutcome.Unavailable(var reason))
            {
                // The next batch would fare no better, and the articles wait for the answer.
                Log.Unavailable(logger, reason);
                break;
            }

            foreach (var (id, found) in ((AnalysisOutcome.Analysed)outcome).Findings)
                findings[id] = found;
        }

        return findings;
    }

    private static Enrichment Join(TextToEnrich text, IEnumerable<TextDocument> documents, IReadOnlyDictionary<string, DocumentFindings> findings)
    {
        var entities = new List<EnrichedEntity>();
        foreach (var document in documents)
        {
            if (!findings.TryGetValue(document.Id, out var found))
                continue;

            entities.AddRange(EntityMerger.Merge(found.Entities, found.LinkedEntities)
                .Select(entity => entity with { Start = entity.Start + document.Start }));
        }

        return new Enrichment(text.ArticleId, entities);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "The day's budget of text records does not cover {Records} more: matching goes on without enrichment")]
        public static partial void BudgetUsedUp(ILogger logger, int records);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Azure AI Language gave no answer, matching goes on without enrichment: {Reason}")]
        public static partial void Unavailable(ILogger logger, string reason);
    }
}
