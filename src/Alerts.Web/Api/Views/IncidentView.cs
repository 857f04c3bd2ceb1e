using Alerts.Core.Incidents;
using Alerts.Core.Stories;

namespace Alerts.Web.Api.Views;

/// <param name="OpenedAt">When it happened, as far as known when it was opened; listings are in this order.</param>
/// <param name="IsShipped">It came with the product.</param>
/// <param name="Facts">What follows from all claims for the present.</param>
/// <param name="Disagreements">Who contradicts whom on who did it.</param>
public sealed record IncidentView(
    string Id, string Name, DateTimeOffset OpenedAt, DateTimeOffset UpdatedAt, bool IsShipped, string? Note, StoryFacts Facts, IReadOnlyList<string> Disagreements,
    IReadOnlyList<IncidentStory> Stories)
{
    public static IncidentView Of(Incident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        var facts = incident.Facts();
        return new(incident.Id, incident.Name, incident.OpenedAt, incident.UpdatedAt, incident.IsShipped, incident.Note, facts, Core.Incidents.Disagreements.Of(facts), incident.Stories);
    }
}
