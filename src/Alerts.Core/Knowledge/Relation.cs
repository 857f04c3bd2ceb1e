namespace Alerts.Core.Knowledge;

/// <summary>What is claimed of two concepts, and by whom: claims that contradict each other stand side by side.</summary>
/// <param name="Kind">uses, overlaps, disputed, operated-by, formerly, ...</param>
public sealed record Relation(string Kind, string To, string? Source = null, string? Note = null);
