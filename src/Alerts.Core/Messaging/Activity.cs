namespace Alerts.Core.Messaging;

/// <summary>Something that the system has just done, for whoever watches: the console, telemetry. Never an address or a token.</summary>
public abstract record Activity
{
    private Activity()
    {
    }

    /// <param name="NotModified">The answer was 304, or a body that listed nothing unseen.</param>
    public sealed record SourcePolled(string Source, int Listed, int New, bool NotModified) : Activity;

    public sealed record SourceFailed(string Source, string Health, string Reason) : Activity;

    /// <param name="Origin">Where the text came from, and why not from the page if so.</param>
    public sealed record ArticleRead(string Title, string Publisher, string? Language, string Origin, bool Matched) : Activity;

    /// <summary>Articles that failed together go on as two messages, to find the one that fails.</summary>
    /// <param name="Error">Its kind, not its words, which may quote anything.</param>
    public sealed record ReadingDivided(int Count, string Error) : Activity;

    public sealed record HitStored(string Topic, string Title, string Publisher, int Score, string Explanation) : Activity;

    public sealed record AlertCreated(string Title, string Severity, int Sequence, IReadOnlyList<string> Topics) : Activity;

    public sealed record AlertRouted(string Title, int Sent, int Held) : Activity;

    public sealed record AlarmRaised(string Kind, string Subject, string Reason) : Activity;

    public sealed record AlarmCleared(string Kind, string Subject) : Activity;

    /// <summary>The daily proof that the system ran.</summary>
    public sealed record HeartbeatWritten(string Day, string Summary) : Activity;

    /// <summary>The day's budget of mails is spent.</summary>
    public sealed record MailsPutOff(int Count, int Budget, DateTimeOffset Until) : Activity;

    /// <summary>What was older than it is kept.</summary>
    /// <param name="Rest">Rows of stories, deliveries, evidence and the like.</param>
    public sealed record Purged(int Articles, int Hits, int Rest) : Activity;

    public sealed record DeliveryDone(string Channel, string Content, string State, string Detail) : Activity;
}
