namespace Alerts.Core.Incidents;

public static class MergedIncidents
{
    private const int MaxSteps = 8;

    /// <summary>The incident of this id, or the one that it was merged into.</summary>
    public static async Task<Incident?> FindAsync(this IIncidentStore incidents, string id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(incidents);
        var incident = await incidents.GetAsync(id, cancellationToken);
        for (var step = 0; incident?.MergedInto is { } other && step < MaxSteps; step++)
        {
            incident = await incidents.GetAsync(other, cancellationToken);
        }

        return incident;
    }
}
