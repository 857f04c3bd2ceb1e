using Alerts.Core.Operations;

namespace Alerts.Web.Api.Views;

/// <summary>One day's proof that the system ran.</summary>
/// <param name="Statement">What is signed.</param>
/// <param name="Genuine">The signature is one of this installation's keys over this statement.</param>
public sealed record HeartbeatView(
    DateOnly Day, DateTimeOffset From, DateTimeOffset Until, DateTimeOffset WrittenAt, string Summary, HeartbeatSources Sources, int Hits, int Alerts, int Sent, int Failed,
    double? P50Seconds, double? P95Seconds, int DeadLetters, string Statement, string Signature, bool Genuine)
{
    public static HeartbeatView Of(Heartbeat heartbeat, HeartbeatSigner signer)
    {
        ArgumentNullException.ThrowIfNull(heartbeat);
        ArgumentNullException.ThrowIfNull(signer);
        return new(
            heartbeat.Day, heartbeat.From, heartbeat.Until, heartbeat.WrittenAt, heartbeat.Summary, heartbeat.Sources, heartbeat.Hits, heartbeat.Alerts, heartbeat.Sent, heartbeat.Failed,
            heartbeat.P50Seconds, heartbeat.P95Seconds, heartbeat.DeadLetters, heartbeat.Statement, heartbeat.Signature, signer.IsSigned(heartbeat.Statement, heartbeat.Signature));
    }
}
