using Alerts.Core.Matching;

namespace Alerts.Functions.Language;

public abstract record AnalysisOutcome
{
    private AnalysisOutcome()
    {
    }

    /// <summary>What was found, by the id of the document; a document that the service refused is not there.</summary>
    public sealed record Analysed(IReadOnlyDictionary<string, DocumentFindings> Findings) : AnalysisOutcome;

    /// <summary>Go on without: the service does not answer, or not to us.</summary>
    public sealed record Unavailable(string Reason) : AnalysisOutcome;
}

/// <summary>Offsets are those of the document.</summary>
public sealed record DocumentFindings(IReadOnlyList<EnrichedEntity> Entities, IReadOnlyList<EnrichedEntity> LinkedEntities);
