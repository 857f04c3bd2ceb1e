using Alerts.Core.Stories;

namespace Alerts.Core.Incidents;

/// <summary>What the readers of one topic were told of an incident so far, through whichever of its stories.</summary>
/// <param name="AlertId">The alert that told it last.</param>
/// <param name="Severity">The highest told.</param>
/// <param name="Facts">The incident as that alert showed it.</param>
public sealed record IncidentTold(string AlertId, DateTimeOffset At, Severity Severity, StoryFacts Facts)
{
    /// <summary>More alerts than are ever made between a crash and the repeat of what it broke off.</summary>
    private const int Kept = 4;

    /// <summary>
    /// What was told before that alert, so that a repeat after a crash decides as before, also where other stories of the incident spoke meanwhile; null for
    /// the first, and for the oldest of the few that are kept.
    /// </summary>
    public IncidentTold? Before { get; init; }

    /// <summary>The entry of an alert, this one or one before it; null where it has none, or none any more.</summary>
    public IncidentTold? Of(string alertId) => AlertId == alertId ? this : Before?.Of(alertId);

    /// <summary>This one, following <paramref name="before"/>.</summary>
    public IncidentTold After(IncidentTold? before) => this with { Before = before?.Cut(Kept - 1) };

    /// <summary>Of two accounts of one theft the later, with the gravest that either told.</summary>
    public IncidentTold With(IncidentTold other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var later = other.At > At ? other : this;
        var gravest = other.Severity > Severity ? other.Severity : Severity;
        return later.Severity == gravest ? later : later with { Severity = gravest };
    }

    private IncidentTold Cut(int most) => this with { Before = most > 1 ? Before?.Cut(most - 1) : null };
}
