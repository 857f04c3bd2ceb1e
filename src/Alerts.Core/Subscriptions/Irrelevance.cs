namespace Alerts.Core.Subscriptions;

/// <summary>
/// What a reader marked as not relevant. Its story is told no more; what else the same topic finds at the same publishers waits for the
/// digest, unless it is critical. Taking the mark back undoes both.
/// </summary>
/// <param name="Sources">Topic and publisher of each article: <see cref="SourceOf"/>.</param>
public sealed record Irrelevance(string AlertId, string StoryId, string Title, IReadOnlyList<string> Sources, DateTimeOffset At)
{
    /// <summary>Marks kept, the newest.</summary>
    public const int MaxKept = 100;

    public static string SourceOf(string topicId, string publisher) => topicId + " at " + publisher;
}
