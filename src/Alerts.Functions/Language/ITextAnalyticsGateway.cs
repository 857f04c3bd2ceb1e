namespace Alerts.Functions.Language;

/// <summary>The service's questions, asked about a few documents at once.</summary>
public interface ITextAnalyticsGateway
{
    /// <param name="documents">At most <see cref="ServiceLimits.DocumentsPerRequest"/>.</param>
    Task<AnalysisOutcome> AnalyseAsync(IReadOnlyList<TextDocument> documents, CancellationToken cancellationToken);
}
