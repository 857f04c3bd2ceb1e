using Alerts.Core.Incidents;

namespace Alerts.Web.Api.Views;

/// <summary>An incident with every claim that was made of it, and what was believed when.</summary>
public sealed record IncidentDetail(IncidentView Incident, IReadOnlyList<IncidentChange> History, IReadOnlyList<ClaimView> Claims)
{
    public static IncidentDetail Of(Incident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return new(IncidentView.Of(incident), IncidentHistory.Of(incident.Claims), [.. incident.Claims.Claims.Select(entry => ClaimView.Of(incident.Claims, entry))]);
    }
}
