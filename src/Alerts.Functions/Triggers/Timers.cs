using System.Diagnostics.CodeAnalysis;
using Alerts.Core;
using Alerts.Core.Messaging;
using Microsoft.Azure.Functions.Worker;

namespace Alerts.Functions.Triggers;

/// <summary>The timers. An attribute and a line each: what a tick means is decided in Core.</summary>
[SuppressMessage("Style", "IDE0060:Remove unused parameter", Justification = "The trigger is an attribute of a parameter.")]
public sealed class Timers(TimerDispatcher timers)
{
    [Function(TimerNames.PollSources)]
    public Task PollSourcesAsync([TimerTrigger(Schedules.PollSources)] TimerInfo tick, CancellationToken cancellationToken) =>
        timers.RunAsync(TimerNames.PollSources, cancellationToken);

    [Function(TimerNames.SendDigests)]
    public Task SendDigestsAsync([TimerTrigger(Schedules.SendDigests)] TimerInfo tick, CancellationToken cancellationToken) =>
        timers.RunAsync(TimerNames.SendDigests, cancellationToken);

    [Function(TimerNames.Sweep)]
    public Task SweepAsync([TimerTrigger(Schedules.Sweep)] TimerInfo tick, CancellationToken cancellationToken) =>
        timers.RunAsync(TimerNames.Sweep, cancellationToken);

    [Function(TimerNames.RaiseAlarms)]
    public Task RaiseAlarmsAsync([TimerTrigger(Schedules.RaiseAlarms)] TimerInfo tick, CancellationToken cancellationToken) =>
        timers.RunAsync(TimerNames.RaiseAlarms, cancellationToken);

    [Function(TimerNames.SendHeartbeat)]
    public Task SendHeartbeatAsync([TimerTrigger(Schedules.SendHeartbeat)] TimerInfo tick, CancellationToken cancellationToken) =>
        timers.RunAsync(TimerNames.SendHeartbeat, cancellationToken);

    [Function(TimerNames.PurgeOld)]
    public Task PurgeOldAsync([TimerTrigger(Schedules.PurgeOld)] TimerInfo tick, CancellationToken cancellationToken) =>
        timers.RunAsync(TimerNames.PurgeOld, cancellationToken);
}
