using Alerts.Core.Messaging;

namespace Alerts.Core.Stories;

/// <summary>Stories as a reader lists them: without those that an operator has merged into others, and yet full pages.</summary>
public static class StoryListing
{
    /// <summary>A page is left short rather than that a request reads on for ever.</summary>
    private const int MaxReads = 10;

    public static async Task<Page<Story>> ListUnmergedAsync(this IStoryStore stories, string? topicId, DateTimeOffset? since, int take, string? cursor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stories);
        var items = new List<Story>(take);
        for (var read = 0; read < MaxReads; read++)
        {
            var page = await stories.ListAsync(topicId, since, take - items.Count, cursor, cancellationToken);
            items.AddRange(page.Items.Where(story => story.MergedInto is null));
            cursor = page.Next;
            if (cursor is null || items.Count == take) break;
        }

        return new(items, cursor);
    }
}
