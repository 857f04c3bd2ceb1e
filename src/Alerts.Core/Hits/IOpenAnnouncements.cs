using Alerts.Core.Messaging;

namespace Alerts.Core.Hits;

/// <summary>
/// What subscribers' own topics found and its owner has not been told yet. Written before the message that announces it and crossed out
/// after, so that the sweep can bring back what was left without looking through every owner's stories.
/// </summary>
public interface IOpenAnnouncements
{
    /// <summary>Adds or renews those.</summary>
    Task AddAsync(IReadOnlyList<OpenAnnouncement> announcements, CancellationToken cancellationToken);

    Task RemoveAsync(string ownerId, string storyId, CancellationToken cancellationToken);

    /// <summary>Those added before then, in no particular order.</summary>
    Task<Page<OpenAnnouncement>> ListAsync(DateTimeOffset before, int take, string? cursor, CancellationToken cancellationToken);
}

/// <param name="PublicStoryId">The story that tells an article of it to everybody.</param>
public sealed record OpenAnnouncement(string OwnerId, string StoryId, string? PublicStoryId, DateTimeOffset At)
{
    public AnnounceMessage Message => new([StoryId], Own: new OwnAnnouncement(OwnerId, PublicStoryId));
}
