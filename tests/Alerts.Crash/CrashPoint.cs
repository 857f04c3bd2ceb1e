namespace Alerts.Crash;

/// <summary>Where a process is killed, in the order of the flow.</summary>
public enum CrashPoint
{
    AfterFetch,
    AfterParse,
    AfterHit,
    AfterRows,
    DuringPage,
    AfterPage,
    AfterCursor,
    AfterClaim,

    /// <summary>The mail server has part of a mail.</summary>
    DuringData,

    /// <summary>The one window for a repeat: the mail server has answered, and nobody has written it down.</summary>
    AfterAcceptance,
    AfterRecord,
    DuringUnsubscribe,
    DuringPoison,
    DuringSweep,
}
