namespace Alerts.Core.Operations;

/// <summary>Whether a run of heartbeats is what was written: each signed, each linked to the one before, no day left out.</summary>
public static class HeartbeatAudit
{
    /// <param name="newestFirst">As the store lists them. The oldest one's link leads out of the run and is not followed.</param>
    public static IReadOnlyList<HeartbeatFinding> Of(IReadOnlyList<Heartbeat> newestFirst, HeartbeatSigner signer)
    {
        ArgumentNullException.ThrowIfNull(newestFirst);
        ArgumentNullException.ThrowIfNull(signer);
        var findings = new List<HeartbeatFinding>();
        for (var i = 0; i < newestFirst.Count; i++)
        {
            var heartbeat = newestFirst[i];
            var before = i + 1 < newestFirst.Count ? newestFirst[i + 1] : null;
            findings.Add(new HeartbeatFinding(heartbeat.Day, Judge(heartbeat, before, signer)));
            for (var day = heartbeat.Day.AddDays(-1); day > before?.Day; day = day.AddDays(-1))
            {
                findings.Add(new HeartbeatFinding(day, HeartbeatVerdict.Missing));
            }
        }

        return findings;
    }

    private static HeartbeatVerdict Judge(Heartbeat heartbeat, Heartbeat? before, HeartbeatSigner signer) =>
        !signer.IsSigned(heartbeat.Statement, heartbeat.Signature) ? HeartbeatVerdict.Forged
        : before is not null && heartbeat.Previous != before.Signature ? HeartbeatVerdict.Unlinked
        : HeartbeatVerdict.Genuine;
}
