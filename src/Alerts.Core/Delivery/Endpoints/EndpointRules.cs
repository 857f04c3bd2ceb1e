using Alerts.Core.Subscriptions;

namespace Alerts.Core.Delivery.Endpoints;

/// <summary>What a call's outcome means for its endpoint. Pure.</summary>
public static class EndpointRules
{
    /// <summary>An endpoint that has accepted nothing for so long is disabled.</summary>
    public static readonly TimeSpan Endurance = TimeSpan.FromDays(5);

    /// <summary>One that says "slower" without saying how long, or does not answer in time, is left alone for so long.</summary>
    public static readonly TimeSpan Breather = TimeSpan.FromMinutes(1);

    /// <summary>An endpoint seldom called must not be disabled by a single failure days after another one.</summary>
    private const int LeastAttempts = 3;

    /// <param name="attempts">Of the delivery, this one included.</param>
    /// <returns>The subscription as it should stand; null where nothing is to be written.</returns>
    public static Subscription? After(Subscription subscription, SendOutcome outcome, int attempts, DateTimeOffset now)
    {
        var health = subscription.Endpoint ?? EndpointHealth.Good;
        return (subscription.Status, outcome) switch
        {
            (_, SendOutcome.Delivered) => health.FailingSince is null && health.PausedUntil is null
                ? null
                : subscription with { Endpoint = health with { FailingSince = null, PausedUntil = null } },
            (SubscriptionStatus.Active, SendOutcome.EndpointGone gone) => Disabled(subscription, health, $"it answered {gone.Why}", now),
            (SubscriptionStatus.Active, SendOutcome.RetryLater later) => Failed(subscription, health, later.Why, later.Slows ? later.After ?? Breather : null, attempts, now),
            (SubscriptionStatus.Active, SendOutcome.Refused refused) => Failed(subscription, health, refused.Why, pause: null, attempts, now),
            _ => null,
        };
    }

    private static Subscription? Failed(Subscription subscription, EndpointHealth health, string why, TimeSpan? pause, int attempts, DateTimeOffset now)
    {
        var since = health.FailingSince ?? now;
        if (now - since >= Endurance && attempts >= LeastAttempts)
        {
            return Disabled(subscription, health, $"for {Endurance.TotalDays:0} days it has accepted nothing; the last call led to: {why}", now);
        }

        var asked = pause is { } wanted ? now + (wanted < RetrySchedule.LongestHint ? wanted : RetrySchedule.LongestHint) : (DateTimeOffset?)null;
        var until = asked > health.PausedUntil || health.PausedUntil is null ? asked ?? health.PausedUntil : health.PausedUntil;
        var after = health with { FailingSince = since, PausedUntil = until };
        return after == health ? null : subscription with { Endpoint = after };
    }

    private static Subscription Disabled(Subscription subscription, EndpointHealth health, string reason, DateTimeOffset now) => subscription with
    {
        Status = SubscriptionStatus.Disabled,
        StatusReason = reason,
        Endpoint = health with { FailingSince = health.FailingSince ?? now, PausedUntil = null, DisabledAt = now },
    };
}
