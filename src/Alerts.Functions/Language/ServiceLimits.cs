namespace Alerts.Functions.Language;

/// <summary>Of the synchronous calls: https://learn.microsoft.com/azure/ai-services/language-service/concepts/data-limits.</summary>
public static class ServiceLimits
{
    /// <summary>The same for entities and linked entities, so that one batch serves both.</summary>
    public const int DocumentsPerRequest = 5;

    /// <summary>Counted in text elements (<see cref="System.Globalization.StringInfo"/>), not in UTF-16 code units.</summary>
    public const int ElementsPerDocument = 5_120;

    /// <summary>What is billed: every started thousand of a document is a record, for each question anew.</summary>
    public const int ElementsPerRecord = 1_000;
}
