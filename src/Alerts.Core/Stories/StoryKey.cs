namespace Alerts.Core.Stories;

/// <summary>A key asked for, in the time around an article: what lies outside is not read.</summary>
public sealed record StoryKeyRange(string Key, DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>Of one key the newest that many stories are found; more would not be looked at.</summary>
    public const int MaxFound = 40;
}

/// <param name="Day">The day of the article that brought the story under the key.</param>
public sealed record KeyedStory(string StoryId, DateOnly Day);
