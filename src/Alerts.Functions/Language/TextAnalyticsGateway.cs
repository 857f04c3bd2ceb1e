using Alerts.Core.Matching;
using Azure;
using Azure.AI.TextAnalytics;
using Azure.Identity;

namespace Alerts.Functions.Language;

/// <summary>The questions in the words of Azure.AI.TextAnalytics. Offsets come back in UTF-16 code units: the package asks for them.</summary>
public sealed class TextAnalyticsGateway(TextAnalyticsClient client) : ITextAnalyticsGateway
{
    /// <summary>For what only the linking found: unlike the other question, it names no category.</summary>
    private const string Linked = nameof(Linked);

    // The service keeps what it was sent for 48 hours unless told otherwise.
    private static readonly TextAnalyticsRequestOptions Options = new() { DisableServiceLogs = true };

    public async Task<AnalysisOutcome> AnalyseAsync(IReadOnlyList<TextDocument> documents, CancellationToken cancellationToken)
    {
        try
        {
            var entitiesOf = await Task.WhenAll(
                EntitiesAsync(documents, cancellationToken),
                LinkedEntitiesAsync([.. documents.Where(document => document.CanBeLinked)], cancellationToken));
            return new AnalysisOutcome.Analysed(documents.ToDictionary(document => document.Id, document => new DocumentFindings(
                entitiesOf[0].GetValueOrDefault(document.Id, []),
                entitiesOf[1].GetValueOrDefault(document.Id, []))));
        }
        catch (Exception failure) when (IsExpected(failure) && !cancellationToken.IsCancellationRequested)
        {
            return new AnalysisOutcome.Unavailable(failure.Message);
        }
    }

    private async Task<Dictionary<string, IReadOnlyList<EnrichedEntity>>> EntitiesAsync(IReadOnlyList<TextDocument> documents, CancellationToken cancellationToken)
    {
        var response = await client.RecognizeEntitiesBatchAsync(Inputs(documents), Options, cancellationToken);
        return response.Value.Where(result => !result.HasError).ToDictionary(result => result.Id, result => (IReadOnlyList<EnrichedEntity>)
            [.. result.Entities.Select(entity => new EnrichedEntity(entity.Text, entity.Category.ToString(), entity.Offset, entity.Length, entity.ConfidenceScore))]);
    }

    private async Task<Dictionary<string, IReadOnlyList<EnrichedEntity>>> LinkedEntitiesAsync(IReadOnlyList<TextDocument> documents, CancellationToken cancellationToken)
    {
        if (documents.Count == 0)
            return [];

        var response = await client.RecognizeLinkedEntitiesBatchAsync(Inputs(documents), Options, cancellationToken);
        return response.Value.Where(result => !result.HasError).ToDictionary(result => result.Id, result => (IReadOnlyList<EnrichedEntity>)
        [
            .. result.Entities.SelectMany(entity => entity.Matches.Select(match =>
                new EnrichedEntity(match.Text, Linked, match.Offset, match.Length, match.ConfidenceScore, entity.Url))),
        ]);
    }

    private static IEnumerable<TextDocumentInput> Inputs(IEnumerable<TextDocument> documents) =>
        documents.Select(document => new TextDocumentInput(document.Id, document.Text) { Language = document.Language });

    /// <summary>Refused, throttled, no token, no network (the client's retries end in an aggregate), too slow.</summary>
    private static bool IsExpected(Exception failure) => failure is RequestFailedException or AuthenticationFailedException or AggregateException or OperationCanceledException;
}
