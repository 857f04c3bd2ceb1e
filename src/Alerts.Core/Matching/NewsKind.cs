namespace Alerts.Core.Matching;

/// <summary>The time gate's finding: is this something that has just happened?</summary>
public enum NewsKind
{
    NewEvent,
    FollowUp,
    Retrospective,
    CourtStep,
    RoundUp,
    Policy,
    Opinion,
    Drill,
    Product,
}
