using System.Reflection;
using Alerts.Core;
using Alerts.Core.Messaging;
using Alerts.Functions.Triggers;
using Microsoft.Azure.Functions.Worker;

namespace Alerts.Functions.Tests;

/// <summary>A trigger's attribute and its line name the same queue or timer.</summary>
public sealed class DispatchTests
{
    private readonly Recorder recorder = new();

    public static TheoryData<string, string> Messages { get; } = new()
    {
        { QueueNames.Fetch, MessageJson.Write(new FetchMessage(["s"])) },
        { QueueNames.Read, MessageJson.Write(new ReadMessage(["a"])) },
        { QueueNames.Announce, MessageJson.Write(new AnnounceMessage(["story"])) },
        { QueueNames.Email, MessageJson.Write(new EmailMessage(["d"])) },
        { QueueNames.Webhook, MessageJson.Write(new WebhookMessage(["d"])) },
    };

    public static TheoryData<string> TimerNamesOfAll { get; } = [.. TimerNames.ScheduleOf.Keys];

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task A_message_reaches_the_handler_of_its_queue(string queue, string message)
    {
        var function = AppFunctions.With<QueueTriggerAttribute>().Single(found => found.Trigger.QueueName == queue).Function;

        await RunAsync(function, new Queues(new MessageDispatcher(recorder, recorder, recorder, recorder, recorder)), message);

        Assert.Equal(message, Assert.Single(recorder.Seen));
    }

    [Theory]
    [MemberData(nameof(TimerNamesOfAll))]
    public async Task A_tick_reaches_the_handler_of_its_timer(string timer)
    {
        var function = AppFunctions.With<TimerTriggerAttribute>().Single(found => found.Function.Name == timer).Function;
        var handlers = TimerNames.ScheduleOf.Keys.Select(name => new Ticked(name, recorder));

        await RunAsync(function, new Timers(new TimerDispatcher(handlers)), new TimerInfo());

        Assert.Equal(timer, Assert.Single(recorder.Seen));
    }

    private static Task RunAsync(AppFunction function, object triggers, object input) =>
        (Task)function.Method.Invoke(triggers, BindingFlags.DoNotWrapExceptions, null, [input, TestContext.Current.CancellationToken], null)!;

    private sealed class Recorder : IMessageHandler<FetchMessage>, IMessageHandler<ReadMessage>, IMessageHandler<AnnounceMessage>, IMessageHandler<EmailMessage>, IMessageHandler<WebhookMessage>
    {
        public List<string> Seen { get; } = [];

        public Task HandleAsync(FetchMessage message, CancellationToken cancellationToken) => RecordAsync(message);

        public Task HandleAsync(ReadMessage message, CancellationToken cancellationToken) => RecordAsync(message);

        public Task HandleAsync(AnnounceMessage message, CancellationToken cancellationToken) => RecordAsync(message);

        public Task HandleAsync(EmailMessage message, CancellationToken cancellationToken) => RecordAsync(message);

        public Task HandleAsync(WebhookMessage message, CancellationToken cancellationToken) => RecordAsync(message);

        private Task RecordAsync<T>(T message)
        {
            Seen.Add(MessageJson.Write(message));
            return Task.CompletedTask;
        }
    }

    private sealed class Ticked(string name, Recorder recorder) : ITimerHandler
    {
        public string Name => name;

        public Task RunAsync(CancellationToken cancellationToken)
        {
            recorder.Seen.Add(name);
            return Task.CompletedTask;
        }
    }
}
