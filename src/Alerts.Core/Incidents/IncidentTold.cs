using Alerts.Core.Stories;

namespace Alerts.Core.Incidents;

/// <summary>What the readers of one topic were told of an incident so far, through whichever of its stories.</summary>
/// <param name="AlertId">The alert that told it last.</param>
/// <param name="Severity">The highest told.</param>
/// <param name="Facts">The incident as that alert showed it.</param>
public sealed record IncidentTold(string AlertId, DateTimeOffset At, Severity Severity, StoryFacts Facts)
{
    /// <summary>What was told before that alert, so that a repeat after a crash decides as before; null for the first.</summary>
    public IncidentTold? Before { get; init; }
}
