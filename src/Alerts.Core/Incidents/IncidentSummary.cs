using Alerts.Core.Stories;
using Alerts.Core.Stories.Claims;

namespace Alerts.Core.Incidents;

/// <summary>An incident as an alert carries it.</summary>
public sealed record IncidentSummary(string Id, string Name, StoryFacts Facts, IReadOnlyList<string> Disagreements)
{
    /// <summary>Addresses on chains that were claimed to be the attackers' or the victim's, as they are written.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    public static IncidentSummary Of(Incident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        var facts = incident.Facts();
        return new(incident.Id, incident.Name, facts, Incidents.Disagreements.Of(facts))
        {
            Addresses = [.. incident.Claims.Of(ClaimField.Address).Select(entry => entry.Claim.Value).Distinct()],
        };
    }
}
