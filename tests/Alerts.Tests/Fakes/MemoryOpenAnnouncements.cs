using System.Collections.Concurrent;
using Alerts.Core.Hits;
using Alerts.Core.Messaging;

namespace Alerts.Tests.Fakes;

public sealed class MemoryOpenAnnouncements : IOpenAnnouncements
{
    private readonly ConcurrentDictionary<(string Owner, string Story), OpenAnnouncement> rows = new();

    public Task AddAsync(IReadOnlyList<OpenAnnouncement> announcements, CancellationToken cancellationToken)
    {
        foreach (var announcement in announcements)
        {
            rows[(announcement.OwnerId, announcement.StoryId)] = announcement;
        }

        return Task.CompletedTask;
    }

    public Task RemoveAsync(string ownerId, string storyId, CancellationToken cancellationToken)
    {
        rows.TryRemove((ownerId, storyId), out _);
        return Task.CompletedTask;
    }

    public Task<Page<OpenAnnouncement>> ListAsync(DateTimeOffset before, int take, string? cursor, CancellationToken cancellationToken) => Task.FromResult(MemoryPages.Of(
        "open-announcements", rows.Values.Where(item => item.At < before).OrderBy(PositionOf, StringComparer.Ordinal), PositionOf, take, cursor));

    private static string PositionOf(OpenAnnouncement item) => $"{item.OwnerId}.{item.StoryId}";
}
