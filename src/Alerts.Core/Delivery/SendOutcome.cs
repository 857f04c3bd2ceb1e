namespace Alerts.Core.Delivery;

/// <summary>What an attempt led to, and so what the caller must do.</summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>Accepted: record it, never send it again.</summary>
    public sealed record Delivered(string? ProviderId, int? Status = null, string Detail = "") : SendOutcome;

    /// <summary>Not now: try again by the schedule, no earlier than <paramref name="After"/>.</summary>
    /// <param name="Slows">The receiver has more than it can do: leave it alone for a while, whatever else is due to it.</param>
    public sealed record RetryLater(string Why, TimeSpan? After = null, int? Status = null, bool Slows = false) : SendOutcome;

    /// <summary>Never: record why.</summary>
    public sealed record Refused(string Why, int? Status = null) : SendOutcome;

    /// <summary>The receiver says that it is gone (410, unknown mailbox): refuse this one and disable the subscription.</summary>
    public sealed record EndpointGone(string Why, int? Status = null) : SendOutcome;
}
