namespace Alerts.Core.Knowledge;

/// <summary>What is claimed of two concepts, and by whom: claims that contradict each other stand side by side.</summary>
/// <param name="Kind"><see cref="Is"/>, uses, overlaps, disputed, operated-by, formerly, ...</param>
public sealed record Relation(string Kind, string To, string? Source = null, string? Note = null)
{
    /// <summary>A mention of the one counts as a mention of the other as well.</summary>
    public const string Is = "is";
}
