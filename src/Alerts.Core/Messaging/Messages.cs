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

/// <summary>Tell whoever is due about these stories.</summary>
/// <param name="AlertIds">Where a fan-out goes on: the alerts that it carries; null starts it.</param>
/// <param name="Cursor">The page of subscriptions that comes next.</param>
/// <param name="OwnerId">For one story of a subscriber's own topics: whose.</param>
/// <param name="PublicStoryId">The story that tells an article of it to everybody.</param>
/// <param name="Repeat">How often the message has waited for that story's announcement.</param>
public sealed record AnnounceMessage(
    IReadOnlyList<string> StoryIds, IReadOnlyList<string>? AlertIds = null, string? Cursor = null, string? OwnerId = null, string? PublicStoryId = null, int Repeat = 0)
{
    /// <summary>Their alerts are in memory together, and go over the subscriptions in one pass.</summary>
    public const int MaxStories = 32;
}

/// <summary>Carry these deliveries by email: as many as a message holds.</summary>
public sealed record EmailMessage(IReadOnlyList<string> DeliveryIds);

/// <summary>Carry these deliveries by webhook: few enough that a slow endpoint holds up little.</summary>
public sealed record WebhookMessage(IReadOnlyList<string> DeliveryIds)
{
    public const int MaxDeliveries = 100;
}
