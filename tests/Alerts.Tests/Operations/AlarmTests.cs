using Alerts.Core.Delivery;
using Alerts.Core.Messaging;
using Alerts.Core.Operations;
using Alerts.Core.Sources;
using Alerts.Tests.Fakes;
using Alerts.Tests.Pipeline;

namespace Alerts.Tests.Operations;

/// <summary>Through the whole flow: a source's state, the timer, the delivery, the mail.</summary>
public sealed class AlarmTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TestPipeline pipeline = new();

    [Fact]
    public async Task An_alarm_is_mailed_once_when_it_is_raised_and_once_when_it_is_over()
    {
        await PutAsync(Some.Source(), SourceHealth.Silent, "nothing new for 4 days, where 12 entries a day are usual");
        await LookAsync();
        await LookAsync();

        var raised = Assert.Single(pipeline.Mail.Notices);
        Assert.Equal("Alarm: News 1 silent", raised.Heading);
        Assert.Equal(new MailFact("Silent", "News 1: nothing new for 4 days, where 12 entries a day are usual"), Assert.Single(raised.Facts));

        await PutAsync(Some.Source(), SourceHealth.Healthy, null);
        await LookAsync();
        await LookAsync();

        Assert.Equal(2, pipeline.Mail.Notices.Count);
        Assert.Equal("Over: News 1 silent", pipeline.Mail.Notices[1].Heading);
        Assert.Empty((await pipeline.Alarms.GetAsync(None)).Open);
    }

    [Fact]
    public async Task The_same_trouble_again_is_another_alarm()
    {
        await PutAsync(Some.Source(), SourceHealth.Gap, "first");
        await LookAsync();
        pipeline.Time.Advance(TimeSpan.FromHours(5));
        await PutAsync(Some.Source(), SourceHealth.Gap, "second");
        await LookAsync();

        Assert.Equal(["News 1: first", "News 1: second"], pipeline.Mail.Notices.Select(notice => notice.Facts.Single().Value));
    }

    [Fact]
    public async Task What_one_look_finds_is_one_mail()
    {
        await PutAsync(Some.Source(1), SourceHealth.Silent, "a");
        await PutAsync(Some.Source(4), SourceHealth.Dead, "d");
        await LookAsync();
        await PutAsync(Some.Source(1), SourceHealth.Healthy, null);
        await PutAsync(Some.Source(2), SourceHealth.Gap, "b");
        await PutAsync(Some.Source(3), SourceHealth.Dead, "c");
        await LookAsync();

        Assert.Equal(["2 alarms: News 1 silent, News 4 dead", "2 alarms, 1 over: News 2 gap, News 3 dead, News 1 silent"], pipeline.Mail.Notices.Select(notice => notice.Heading));
    }

    [Fact]
    public async Task A_source_that_dies_of_silence_is_one_alarm_after_the_other_and_not_recovered_in_between()
    {
        await PutAsync(Some.Source(), SourceHealth.Silent, "a");
        await LookAsync();
        pipeline.Time.Advance(TimeSpan.FromDays(3));
        await PutAsync(Some.Source(), SourceHealth.Dead, "b");
        await LookAsync();

        Assert.Equal(["Alarm: News 1 silent", "Alarm: News 1 dead"], pipeline.Mail.Notices.Select(notice => notice.Heading));
    }

    [Theory]
    [InlineData(SourceHealth.Healthy)]
    [InlineData(SourceHealth.New)]
    [InlineData(SourceHealth.Degraded)]
    public async Task What_mends_itself_alarms_nobody(SourceHealth health)
    {
        await PutAsync(Some.Source(), health, "failed once");
        await LookAsync();

        Assert.Empty(pipeline.Mail.Notices);
    }

    [Fact]
    public async Task A_source_that_is_switched_off_ends_its_alarm()
    {
        await PutAsync(Some.Source(), SourceHealth.Dead, "gone");
        await LookAsync();
        await pipeline.Sources.UpdateAsync(Some.Source() with { Enabled = false }, None);
        await LookAsync();

        Assert.Equal(["Alarm: News 1 dead", "Over: News 1 dead"], pipeline.Mail.Notices.Select(notice => notice.Heading));
    }

    [Fact]
    public async Task Most_sources_failing_at_once_is_one_alarm_about_the_network()
    {
        foreach (var number in Enumerable.Range(1, 12))
        {
            await PutAsync(Some.Source(number), SourceHealth.Degraded, "unreachable", failures: number > 3 ? 1 : 0);
        }

        await LookAsync();

        Assert.Equal("The watching: 9 of 12 sources fail at once: look at the network of this installation first", Assert.Single(pipeline.Mail.Notices).Facts.Single().Value);
    }

    [Fact]
    public async Task A_queue_whose_oldest_message_waits_is_told_at_the_second_look()
    {
        var stuck = new QueueReading(QueueNames.Email, pipeline.Time.GetUtcNow(), 7, 0);
        pipeline.Queues.Set(stuck);
        pipeline.Time.Advance(TimeSpan.FromMinutes(2));
        await LookAsync();
        await LookAsync();
        Assert.Empty(pipeline.Mail.Notices);
        await LookAsync();
        await LookAsync();

        var raised = Assert.Single(pipeline.Mail.Notices);
        Assert.Equal(("Alarm: Queue email stuck", "Queue email: the oldest message has waited for 8 minutes, 7 are in the queue: nobody takes them, or too few"), (raised.Heading, raised.Facts[0].Value));

        pipeline.Queues.Set(stuck with { OldestAt = null, Waiting = 0 });
        await LookAsync();
        Assert.Equal("Over: Queue email stuck", pipeline.Mail.Notices[^1].Heading);
    }

    [Fact]
    public async Task A_delayed_message_that_has_just_become_visible_is_no_stuck_queue()
    {
        pipeline.Queues.Set(new QueueReading(QueueNames.Webhook, pipeline.Time.GetUtcNow().AddHours(-2), 1, 0));
        await LookAsync();
        pipeline.Queues.Set(new QueueReading(QueueNames.Webhook, null, 0, 0));
        await LookAsync();
        pipeline.Queues.Set(new QueueReading(QueueNames.Webhook, pipeline.Time.GetUtcNow().AddHours(-5), 1, 0));
        await LookAsync();

        Assert.Empty(pipeline.Mail.Notices);
    }

    [Fact]
    public async Task Dead_letters_are_told_with_what_to_do_and_again_only_after_they_were_gone()
    {
        pipeline.Queues.Set(new QueueReading(QueueNames.Read, null, 0, 1));
        await LookAsync();
        pipeline.Queues.Set(new QueueReading(QueueNames.Read, null, 0, 2));
        await LookAsync();
        pipeline.Queues.Set(new QueueReading(QueueNames.Read, null, 0, 0));
        await LookAsync();
        pipeline.Queues.Set(new QueueReading(QueueNames.Read, null, 0, 1));
        await LookAsync();

        Assert.Equal(["Alarm: Queue read dead letters", "Over: Queue read dead letters", "Alarm: Queue read dead letters"], pipeline.Mail.Notices.Select(notice => notice.Heading));
        Assert.Contains("alerts deadletters list", pipeline.Mail.Notices[0].Facts[0].Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_operator_is_mailed_and_one_who_is_none_any_more_is_not()
    {
        pipeline.Operator.Email = "a@example.org; B@Example.org, b@example.org";
        pipeline.Restart();
        await PutAsync(Some.Source(), SourceHealth.Dead, "gone");
        pipeline.Mail.Answer = _ => new SendOutcome.RetryLater("greylisted");
        await LookAsync();
        pipeline.Operator.Email = "a@example.org";
        pipeline.Restart();
        pipeline.Mail.Answer = _ => new SendOutcome.Delivered("ok");
        pipeline.Time.Advance(TimeSpan.FromHours(1));
        await pipeline.TickAsync(TimerNames.Sweep);
        await pipeline.DrainAsync();

        Assert.Single(pipeline.Mail.Notices);
        var deliveries = (await pipeline.Deliveries.ListAsync(null, null, 10, null, None)).Items;
        Assert.Equal(
            [(DeliveryState.Sent, (string?)null), (DeliveryState.Cancelled, "the address is no operator's any more")],
            deliveries.Select(delivery => (delivery.State, delivery.Reason)).OrderBy(item => item.State));
    }

    [Fact]
    public async Task Without_an_operator_alarms_are_kept_and_nobody_is_mailed()
    {
        pipeline.Operator.Email = null;
        pipeline.Restart();
        await PutAsync(Some.Source(), SourceHealth.Dead, "gone");
        await LookAsync();

        Assert.Empty(pipeline.Mail.Notices);
        Assert.Equal("News 1", Assert.Single((await pipeline.Alarms.GetAsync(None)).Open).Subject);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_crash_at_any_call_neither_loses_nor_repeats_an_alarm(bool afterEffect)
    {
        for (var at = 1; ; at++)
        {
            var one = new AlarmTests();
            await one.PutAsync(Some.Source(), SourceHealth.Dead, "gone");
            (one.pipeline.Crashes.At, one.pipeline.Crashes.AfterEffect) = (at, afterEffect);
            try
            {
                await one.pipeline.TickAsync(TimerNames.RaiseAlarms);
            }
            catch (CrashPlan.CrashException)
            {
                one.pipeline.Restart();
            }

            if (!one.pipeline.Crashes.HasCrashed)
            {
                Assert.InRange(at, 5, 100);
                return;
            }

            await one.PutAsync(Some.Source(2), SourceHealth.Gap, "a gap");
            await one.LookAsync();
            await one.LookAsync();
            var told = one.pipeline.Mail.Notices.SelectMany(notice => notice.Facts).Select(fact => fact.Value).ToList();
            Assert.True(told.Order().SequenceEqual(["News 1: gone", "News 2: a gap"]), $"{string.Join(" | ", told)} after call {at}, {one.pipeline.Crashes.Where}");
        }
    }

    private async Task PutAsync(Source source, SourceHealth health, string? reason, int failures = 0)
    {
        var now = pipeline.Time.GetUtcNow();
        await pipeline.Sources.AddIfAbsentAsync(source, None);
        await pipeline.Sources.SaveStatesAsync(
            [(source.Id, new SourceState { Health = health, Reason = reason, ConsecutiveFailures = failures, NextPollAt = now.AddDays(30), History = [new HealthChange(now, health, reason)] })], None);
    }

    private async Task LookAsync()
    {
        pipeline.Time.Advance(TimeSpan.FromMinutes(2));
        await pipeline.TickAsync(TimerNames.RaiseAlarms);
        await pipeline.DrainAsync();
    }
}
