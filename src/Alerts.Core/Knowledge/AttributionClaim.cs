namespace Alerts.Core.Knowledge;

/// <summary>Who is said to have done it, how surely, and by whom. Claims that disagree are all kept.</summary>
/// <param name="Actors">Concept ids; empty for claims such as "not North Korea".</param>
/// <param name="Status">official, vendor, suspected, other or none.</param>
public sealed record AttributionClaim(string Status, IReadOnlyList<string> Actors, string? Source = null, string? Note = null)
{
    public static IReadOnlySet<string> Statuses { get; } =
        new HashSet<string>(StringComparer.Ordinal) { "official", "vendor", "suspected", "other", "none" };
}
