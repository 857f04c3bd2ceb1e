namespace Alerts.Core.Messaging;

/// <summary>Poll these sources. Up to <see cref="MaxSources"/> ids a message: one execution a source would dominate the bill.</summary>
/// <param name="Pushed">A hub says that there is news: poll now, due or not.</param>
public sealed record FetchMessage(IReadOnlyList<string> SourceIds, bool Pushed = false)
{
    public const int MaxSources = 200;
}

/// <summary>Read and decide these articles. A repeat asks again for pages that could not be had.</summary>
public sealed record ReadMessage(IReadOnlyList<string> ArticleIds, int Repeat = 0)
{
    public const int MaxArticles = 32;

    public const int MaxRepeats = 2;
}

/// <summary>
/// Tell whoever is due about this story. <paramref name="Cursor"/> is where the fan-out goes on; null starts it.
/// </summary>
/// <param name="OwnerId">For a story of a subscriber's own topics: whose.</param>
/// <param name="PublicStoryId">The story that tells an article of it to everybody.</param>
/// <param name="Repeat">How often the message has waited for that story's announcement.</param>
public sealed record AnnounceMessage(
    string StoryId, string? AlertId = null, string? Cursor = null, string? OwnerId = null, string? PublicStoryId = null, int Repeat = 0);

/// <summary>Carry these deliveries by email.</summary>
public sealed record EmailMessage(IReadOnlyList<string> DeliveryIds)
{
    public const int MaxDeliveries = 100;
}

/// <summary>Carry these deliveries by webhook.</summary>
public sealed record WebhookMessage(IReadOnlyList<string> DeliveryIds)
{
    public const int MaxDeliveries = 100;
}
