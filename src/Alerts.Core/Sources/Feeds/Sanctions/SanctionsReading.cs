namespace Alerts.Core.Sources.Feeds.Sanctions;

/// <summary>What reading a document as a sanctions list led to: the list, or why it is none.</summary>
public sealed record SanctionsReading(SanctionsList? List, string? Problem);
