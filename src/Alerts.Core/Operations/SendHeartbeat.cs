using System.Globalization;
using Alerts.Core.Delivery;
using Alerts.Core.Messaging;
using Alerts.Core.Sources;
using Alerts.Core.Subscriptions;
using Microsoft.Extensions.Options;

namespace Alerts.Core.Operations;

/// <summary>
/// Timer: once a day writes and mails the heartbeat. A day on which the system did not run when it was due has none until it runs
/// again within the day; a whole day without one stays without: it is not made up afterwards.
/// </summary>
public sealed class SendHeartbeat(
    IHeartbeatStore heartbeats,
    HeartbeatFigures figures,
    HeartbeatSigner signer,
    ISourceStore sources,
    IQueueWatch queues,
    OperatorMail mail,
    IActivityObserver observer,
    IOptions<OperatorOptions> options,
    TimeProvider time) : ITimerHandler
{
    private DateOnly? done;

    public string Name => TimerNames.SendHeartbeat;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var due = DueAt(time.GetUtcNow());
        var day = DayOf(due);
        if (done == day)
        {
            return;
        }

        if (await heartbeats.GetAsync(day, cancellationToken) is not { } heartbeat)
        {
            var watched = await sources.ListAsync(cancellationToken);
            if (!watched.Any(source => source.AddedAt <= due))
            {
                // Set up since: there is nothing to prove yet.
                return;
            }

            heartbeat = await heartbeats.AddIfAbsentAsync(await WriteAsync(day, due, watched, cancellationToken), cancellationToken);
            observer.Observe(new Activity.HeartbeatWritten(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), heartbeat.Summary));
        }

        await mail.SendAsync(DerivedId.Of("heartbeat", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), HeartbeatMail.Of(heartbeat), cancellationToken);
        done = day;
    }

    private async Task<Heartbeat> WriteAsync(DateOnly day, DateTimeOffset due, IReadOnlyList<Source> watched, CancellationToken cancellationToken)
    {
        var before = (await heartbeats.ListAsync(take: 1, cursor: null, cancellationToken)).Items;
        var counted = await figures.CountAsync(
            new Heartbeat
            {
                Day = day,
                From = DueAt(due.AddTicks(-1)),
                Until = due,
                WrittenAt = time.GetUtcNow(),
                Sources = HeartbeatSources.Of(watched),
                DeadLetters = (await queues.ReadAsync(cancellationToken)).Sum(queue => queue.DeadLetters),
                Previous = before is [var last] ? last.Signature : null,
            },
            cancellationToken);
        return counted with { Signature = signer.Sign(counted.Statement) };
    }

    private DateTimeOffset DueAt(DateTimeOffset now) => LocalTime.LastAt(options.Value.HeartbeatAt, day: null, now, options.Value.TimeZone);

    private DateOnly DayOf(DateTimeOffset due) => DateOnly.FromDateTime(
        TimeZoneInfo.ConvertTime(due, TimeZoneInfo.TryFindSystemTimeZoneById(options.Value.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc).DateTime);
}
