namespace Alerts.Core.Delivery;

/// <summary>
/// When a delivery is tried again: a list of delays, one an attempt, the first being zero. The dice are the caller's, so that the
/// delay is a pure function of attempt, hint and dice.
/// </summary>
public sealed class RetrySchedule
{
    /// <summary>Longest wait that a receiver can ask for: one that asks for a year is not worth believing.</summary>
    public static readonly TimeSpan LongestHint = TimeSpan.FromHours(24);

    /// <summary>Endpoints that came back at the same second would go down together again.</summary>
    private const double Jitter = 0.1;

    private readonly TimeSpan[] delays;

    private RetrySchedule(params TimeSpan[] delays) => this.delays = delays;

    /// <summary>The schedule of the Standard Webhooks specification: ten attempts over a good three days.</summary>
    public static RetrySchedule Webhook { get; } = new(
        TimeSpan.Zero, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2),
        TimeSpan.FromHours(5), TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24));

    /// <summary>A mail server that greylists lets in after minutes; an alert that is two days old helps nobody.</summary>
    public static RetrySchedule Email { get; } = new(
        TimeSpan.Zero, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24));

    public IReadOnlyList<TimeSpan> Delays => delays;

    public static RetrySchedule Of(Subscriptions.ChannelKind channel) => channel == Subscriptions.ChannelKind.Email ? Email : Webhook;

    /// <param name="attempts">How many were made; at least 1.</param>
    /// <param name="hint">What the receiver asked for (Retry-After): never tried earlier, within <see cref="LongestHint"/>.</param>
    /// <param name="dice">From 0 (inclusive) to 1 (exclusive). The schedule's own delay varies by a tenth both ways, a hint only upwards.</param>
    public RetryDecision Next(int attempts, TimeSpan? hint, double dice)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(dice);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(dice, 1);
        if (attempts >= delays.Length)
            return RetryDecision.GiveUp.Instance;

        var scheduled = delays[attempts] * (1 - Jitter + (2 * Jitter * dice));
        var asked = hint is { } wanted && wanted > TimeSpan.Zero ? (wanted < LongestHint ? wanted : LongestHint) * (1 + (Jitter * dice)) : TimeSpan.Zero;
        return new RetryDecision.Retry(scheduled > asked ? scheduled : asked);
    }
}
