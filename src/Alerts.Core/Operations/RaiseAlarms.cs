using Alerts.Core.Delivery;
using Alerts.Core.Messaging;
using Alerts.Core.Sources;

namespace Alerts.Core.Operations;

/// <summary>Timer: looks at sources and queues, and tells the operators what has begun and what is over, all of one look in one mail.</summary>
public sealed class RaiseAlarms(
    ISourceStore sources, IQueueWatch queues, IAlarmStore alarms, OperatorMail mail, IActivityObserver observer, TimeProvider time) : ITimerHandler
{
    private const int Tries = 5;

    public string Name => TimerNames.RaiseAlarms;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var ledger = await alarms.GetAsync(cancellationToken);
            if (ledger.Pending is not null)
            {
                if (await TellAsync(ledger, cancellationToken) is not { } told)
                {
                    continue;
                }

                ledger = told;
            }

            if (await LookAsync(ledger, cancellationToken))
            {
                return;
            }
        }
    }

    /// <returns>False where another instance wrote in between.</returns>
    private async Task<bool> LookAsync(AlarmLedger ledger, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var readings = await queues.ReadAsync(cancellationToken);
        var late = QueueAlarms.Late(readings, ledger.Late, now);
        List<Alarm> found =
        [
            .. SourceAlarms.Of(await sources.ListAsync(cancellationToken), ledger.Open, now),
            .. QueueAlarms.Of(readings, late, ledger.Open, now),
        ];
        var raised = found.Where(alarm => !ledger.Open.Any(alarm.IsSameAs)).ToList();
        var cleared = ledger.Open.Where(alarm => found.TrueForAll(still => still.Key != alarm.Key)).ToList();
        var report = AlarmReport.Of(now, raised, cleared);
        if (report is null && late.Keys.Order().SequenceEqual(ledger.Late.Keys.Order()))
        {
            return true;
        }

        // An alarm stays as it was raised: its words change with every look ("for 4 days"), which is no news.
        var open = found.Select(alarm => ledger.Open.FirstOrDefault(alarm.IsSameAs) ?? alarm).ToList();
        if (await alarms.TrySaveAsync(ledger with { Open = open, Pending = report, Late = late }, cancellationToken) is not { } saved)
        {
            return false;
        }

        if (report is not null)
        {
            await TellAsync(saved, cancellationToken);
        }

        return true;
    }

    /// <returns>The ledger with the report crossed out; null where another instance wrote in between.</returns>
    private async Task<AlarmLedger?> TellAsync(AlarmLedger ledger, CancellationToken cancellationToken)
    {
        var report = ledger.Pending!;
        await mail.SendAsync(report.Id, AlarmMail.Of(report), cancellationToken);
        foreach (var alarm in report.Raised)
        {
            observer.Observe(new Activity.AlarmRaised(alarm.Kind.ToString(), alarm.Subject, alarm.Reason));
        }

        foreach (var alarm in report.Cleared)
        {
            observer.Observe(new Activity.AlarmCleared(alarm.Kind.ToString(), alarm.Subject));
        }

        return await alarms.TrySaveAsync(ledger with { Pending = null }, cancellationToken);
    }
}
