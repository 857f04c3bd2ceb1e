using Alerts.Core.Stories;

namespace Alerts.Core.Incidents;

/// <summary>An incident as an alert carries it.</summary>
public sealed record IncidentSummary(string Id, string Name, StoryFacts Facts, IReadOnlyList<string> Disagreements)
{
    public static IncidentSummary Of(Incident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        var facts = incident.Facts();
        return new(incident.Id, incident.Name, facts, Incidents.Disagreements.Of(facts));
    }
}
