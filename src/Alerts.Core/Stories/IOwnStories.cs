namespace Alerts.Core.Stories;

/// <summary>The stories of what subscribers' own topics found: one store an owner, apart from the public one.</summary>
public interface IOwnStories
{
    IStoryStore Of(string ownerId);

    /// <summary>All of an owner's stories and hits.</summary>
    Task RemoveAsync(string ownerId, CancellationToken cancellationToken);
}
