using System.Reflection;
using Alerts.Core.Messaging;
using Alerts.Functions.Triggers;
using Microsoft.Azure.Functions.Worker;

namespace Alerts.Functions.Tests;

public sealed class TriggerTests
{
    [Fact]
    public void Every_queue_has_exactly_one_trigger() =>
        Assert.Equal(QueueNames.All.Order(), AppFunctions.With<QueueTriggerAttribute>().Select(found => found.Trigger.QueueName).Order());

    [Fact]
    public void Every_queue_trigger_uses_the_host_storage() =>
        Assert.All(AppFunctions.With<QueueTriggerAttribute>(), found => Assert.Equal(Queues.Connection, found.Trigger.Connection));

    [Fact]
    public void Every_timer_has_exactly_one_trigger_on_its_schedule() =>
        Assert.Equal(
            TimerNames.ScheduleOf.OrderBy(timer => timer.Key).Select(timer => (timer.Key, timer.Value)),
            AppFunctions.With<TimerTriggerAttribute>().OrderBy(found => found.Function.Name).Select(found => (found.Function.Name, found.Trigger.Schedule)));

    [Fact]
    public void One_anonymous_http_trigger_takes_every_path_and_method()
    {
        var (_, trigger) = Assert.Single(AppFunctions.With<HttpTriggerAttribute>());

        Assert.Equal("{*path}", trigger.Route);
        Assert.Equal(AuthorizationLevel.Anonymous, trigger.AuthLevel);
        Assert.Empty(trigger.Methods);
    }

    [Fact]
    public void Every_function_has_one_trigger_and_a_name_of_its_own()
    {
        Assert.All(AppFunctions.All, function => Assert.Single(
            function.Method.GetParameters().SelectMany(parameter => parameter.GetCustomAttributes()),
            attribute => attribute is QueueTriggerAttribute or TimerTriggerAttribute or HttpTriggerAttribute));
        Assert.Equal(AppFunctions.All.Count, AppFunctions.All.Select(function => function.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }
}
