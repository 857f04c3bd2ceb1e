using Alerts.Core.Delivery;

namespace Alerts.Tests.Deliveries;

public sealed class RetryScheduleTests
{
    [Fact]
    public void A_webhook_is_tried_by_the_published_schedule()
    {
        var delays = Enumerable.Range(1, 9).Select(attempts => Delay(RetrySchedule.Webhook.Next(attempts, hint: null, dice: 0.5)).TotalSeconds);

        Assert.Equal([5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400], delays);
        Assert.IsType<RetryDecision.GiveUp>(RetrySchedule.Webhook.Next(10, hint: null, dice: 0.5));
    }

    [Fact]
    public void A_mail_is_tried_for_two_days()
    {
        var hours = Enumerable.Range(1, 9).Sum(attempts => Delay(RetrySchedule.Email.Next(attempts, hint: null, dice: 0.5)).TotalHours);

        Assert.InRange(hours, 46, 50);
        Assert.IsType<RetryDecision.GiveUp>(RetrySchedule.Email.Next(10, hint: null, dice: 0));
    }

    [Theory]
    [InlineData(0, 270)]
    [InlineData(0.5, 300)]
    [InlineData(0.999999, 330)]
    public void The_delay_varies_by_a_tenth(double dice, double seconds) =>
        Assert.Equal(seconds, Delay(RetrySchedule.Webhook.Next(2, hint: null, dice)).TotalSeconds, tolerance: 0.001);

    [Theory]
    [InlineData(1, 60, 60)]
    [InlineData(1, 1, 5)]
    [InlineData(2, 60, 300)]
    [InlineData(1, 0, 5)]
    [InlineData(1, -100, 5)]
    [InlineData(1, 400_000_000, 86_400)]
    public void A_hint_is_never_undercut_and_not_believed_beyond_a_day(int attempts, int hint, double seconds)
    {
        var (least, most) = (Delay(RetrySchedule.Webhook.Next(attempts, TimeSpan.FromSeconds(hint), 0)), Delay(RetrySchedule.Webhook.Next(attempts, TimeSpan.FromSeconds(hint), 0.999)));

        Assert.InRange(least.TotalSeconds, Math.Max(Math.Min(hint, 86_400), seconds * 0.9), seconds);
        Assert.InRange(most.TotalSeconds, seconds, seconds * 1.1);
    }

    private static TimeSpan Delay(RetryDecision decision) => Assert.IsType<RetryDecision.Retry>(decision).Delay;
}
