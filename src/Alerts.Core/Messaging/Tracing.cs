using System.Diagnostics;

namespace Alerts.Core.Messaging;

/// <summary>Spans of the work: one a queue message, one a timer's tick. They cost nothing where nobody listens to the source.</summary>
public static class Tracing
{
    /// <summary>Of the activity source and of the meter.</summary>
    public const string Name = "Alerts";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>Names and tags are those of OpenTelemetry's conventions for messaging.</summary>
    internal static async Task ProcessAsync(string queue, Func<Task> process)
    {
        using var span = Source.StartActivity($"process {queue}", ActivityKind.Consumer);
        span?.SetTag("messaging.operation.type", "process").SetTag("messaging.destination.name", queue);
        await WatchAsync(span, process);
    }

    internal static async Task TickAsync(string timer, Func<Task> run)
    {
        using var span = Source.StartActivity($"tick {timer}");
        span?.SetTag("alerts.timer", timer);
        await WatchAsync(span, run);
    }

    private static async Task WatchAsync(System.Diagnostics.Activity? span, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception exception)
        {
            // Its kind only: what it says may hold an address.
            span?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", exception.GetType().FullName);
            throw;
        }
    }
}
