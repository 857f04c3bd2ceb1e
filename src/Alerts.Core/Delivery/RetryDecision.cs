namespace Alerts.Core.Delivery;

/// <summary>What follows an attempt that failed for now.</summary>
public abstract record RetryDecision
{
    private RetryDecision()
    {
    }

    /// <summary>Try again after <paramref name="Delay"/>.</summary>
    public sealed record Retry(TimeSpan Delay) : RetryDecision;

    /// <summary>The schedule has run out.</summary>
    public sealed record GiveUp : RetryDecision
    {
        public static GiveUp Instance { get; } = new();
    }
}
