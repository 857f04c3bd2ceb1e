namespace Alerts.Core.Sources.Feeds;

/// <summary>Keeps the newest entries of a document that lists too many.</summary>
internal static class EntrySelection
{
    /// <summary>Entries that name no language are in the feed's.</summary>
    public static void Inherit(List<FeedEntry> entries, string? language)
    {
        foreach (var entry in entries)
            entry.Language ??= language;
    }

    /// <summary>In document order. Undated entries count as new, because nothing says that they are old.</summary>
    public static (List<FeedEntry> Kept, int Cut) Newest(List<FeedEntry> entries, int limit)
    {
        if (entries.Count <= limit)
            return (entries, 0);
        var kept = entries
            .Select((entry, position) => (entry, position))
            .OrderByDescending(item => item.entry.Published ?? item.entry.Updated ?? DateTimeOffset.MaxValue)
            .ThenBy(item => item.position)
            .Take(limit)
            .OrderBy(item => item.position)
            .Select(item => item.entry)
            .ToList();
        return (kept, entries.Count - limit);
    }
}
