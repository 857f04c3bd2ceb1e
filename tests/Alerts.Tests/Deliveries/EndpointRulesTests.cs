using Alerts.Core.Delivery;
using Alerts.Core.Delivery.Endpoints;
using Alerts.Core.Subscriptions;

namespace Alerts.Tests.Deliveries;

public sealed class EndpointRulesTests
{
    private static readonly DateTimeOffset Now = SampleAlerts.Now;

    private static readonly SendOutcome Fails = new SendOutcome.RetryLater("500", Status: 500);

    private static readonly SendOutcome Works = new SendOutcome.Delivered(null, 200);

    /// <summary>What is known, what happened, attempts so far → status, failing since (days before now), paused for (seconds).</summary>
    public static TheoryData<string, EndpointHealth?, SendOutcome, int, SubscriptionStatus?, double?, double?> Cases => new()
    {
        { "always worked, works", null, Works, 1, null, null, null },
        { "failed before, works", new EndpointHealth(Now.AddDays(-4)), Works, 1, SubscriptionStatus.Active, null, null },
        { "was slow, works", new EndpointHealth(PausedUntil: Now.AddMinutes(-1)), Works, 1, SubscriptionStatus.Active, null, null },
        { "fails for the first time", null, Fails, 1, SubscriptionStatus.Active, 0, null },
        { "fails again: nothing new to write", new EndpointHealth(Now.AddDays(-4)), Fails, 9, null, null, null },
        { "fails since five days", new EndpointHealth(Now.AddDays(-5)), Fails, 3, SubscriptionStatus.Disabled, 5, null },
        { "failed once five days ago and once now", new EndpointHealth(Now.AddDays(-5)), Fails, 1, null, null, null },
        { "cannot be reached since five days", new EndpointHealth(Now.AddDays(-6)), new SendOutcome.Refused("the address is not public"), 3, SubscriptionStatus.Disabled, 6, null },
        { "says that it is gone", null, new SendOutcome.EndpointGone("410", 410), 1, SubscriptionStatus.Disabled, 0, null },
        { "asks for two minutes", null, new SendOutcome.RetryLater("429", TimeSpan.FromMinutes(2), 429, Slows: true), 1, SubscriptionStatus.Active, 0, 120 },
        { "asks for a year", null, new SendOutcome.RetryLater("429", TimeSpan.FromDays(365), 429, Slows: true), 1, SubscriptionStatus.Active, 0, 86_400 },
        { "does not answer in time", null, new SendOutcome.RetryLater("no answer", Slows: true), 1, SubscriptionStatus.Active, 0, 60 },
        { "asks for less than before", new EndpointHealth(Now, Now.AddMinutes(9)), new SendOutcome.RetryLater("429", TimeSpan.FromMinutes(2), 429, Slows: true), 1, null, null, null },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_a_call_led_to_is_judged(string what, EndpointHealth? health, SendOutcome outcome, int attempts, SubscriptionStatus? status, double? failingDays, double? pausedSeconds)
    {
        var after = EndpointRules.After(SampleAlerts.Endpoint("https://a.example") with { Endpoint = health }, outcome, attempts, Now);

        Assert.NotEmpty(what);
        Assert.Equal(status, after?.Status);
        Assert.Equal(failingDays, (Now - after?.Endpoint?.FailingSince)?.TotalDays);
        Assert.Equal(pausedSeconds, (after?.Endpoint?.PausedUntil - Now)?.TotalSeconds);
        Assert.Equal(status == SubscriptionStatus.Disabled, after?.Endpoint?.DisabledAt == Now);
    }

    [Fact]
    public void A_disabled_endpoint_is_not_disabled_again() => Assert.Null(EndpointRules.After(
        SampleAlerts.Endpoint("https://a.example") with { Status = SubscriptionStatus.Disabled }, new SendOutcome.EndpointGone("410", 410), 1, Now));
}
