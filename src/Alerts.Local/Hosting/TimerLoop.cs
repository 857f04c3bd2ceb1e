using Alerts.Core;
using Alerts.Core.Messaging;
using NCrontab;

namespace Alerts.Local.Hosting;

/// <summary>Ticks the timers by the schedules that the Functions host uses; the first tick of each comes at the start.</summary>
internal sealed partial class TimerLoop(TimerDispatcher timers, TimeProvider time, ILogger<TimerLoop> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(TimerNames.ScheduleOf.Select(timer => TickAsync(timer.Key, CrontabSchedule.Parse(timer.Value, new() { IncludingSeconds = true }), stoppingToken)));

    private async Task TickAsync(string timer, CrontabSchedule schedule, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await timers.RunAsync(timer, stoppingToken);
                var now = time.GetUtcNow().UtcDateTime;
                await Task.Delay(schedule.GetNextOccurrence(now) - now, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // The next tick tries again; what it found undone is still there.
                Log.Failed(log, timer, e);
                await Task.Delay(TimeSpan.FromSeconds(10), time, CancellationToken.None);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The timer {Timer} failed and ticks again at its next time")]
        public static partial void Failed(ILogger logger, string timer, Exception exception);
    }
}
