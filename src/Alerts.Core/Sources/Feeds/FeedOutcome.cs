namespace Alerts.Core.Sources.Feeds;

/// <summary>What reading a body came to: a <see cref="FeedDocument"/> or <see cref="NotAFeed"/>, and nothing else.</summary>
public abstract record FeedOutcome
{
    private protected FeedOutcome()
    {
    }
}
