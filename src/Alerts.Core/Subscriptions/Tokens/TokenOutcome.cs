namespace Alerts.Core.Subscriptions.Tokens;

/// <summary>What a token turned out to be.</summary>
public abstract record TokenOutcome
{
    private TokenOutcome()
    {
    }

    /// <summary>
    /// Genuine, for the purpose asked about, and in time. The caller compares <paramref name="Generation"/> with the subscription's:
    /// a token of an earlier sign-up may not act on a later one (but may always unsubscribe).
    /// </summary>
    public sealed record Valid(string SubscriptionId, int Generation) : TokenOutcome;

    /// <summary>Genuine and for this purpose, but too old: offer to send a new one.</summary>
    public sealed record Expired(string SubscriptionId, int Generation) : TokenOutcome;

    /// <summary>Forged, cut, for another purpose, or signed by a key that is no longer known. Say nothing more than that.</summary>
    public sealed record Invalid : TokenOutcome
    {
        public static Invalid Instance { get; } = new();
    }
}
