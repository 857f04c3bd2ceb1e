namespace Alerts.Core.Operations;

public sealed record HeartbeatFinding(DateOnly Day, HeartbeatVerdict Verdict);

public enum HeartbeatVerdict
{
    Genuine,

    /// <summary>Signed by no key of this installation, or changed since.</summary>
    Forged,

    /// <summary>Genuine, but the one that it follows is not the one stored before it: that was changed or taken out.</summary>
    Unlinked,

    /// <summary>None was written: the system did not run when it was due.</summary>
    Missing,
}
