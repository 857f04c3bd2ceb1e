using System.Collections.Concurrent;

namespace Alerts.Core.Messaging;

/// <summary>How often what has happened in this process, since it started; for metrics.</summary>
public sealed class ActivityCounts
{
    private readonly ConcurrentDictionary<string, ActivityCount> counts = new(StringComparer.Ordinal);

    /// <summary>Every name that a count may have.</summary>
    public static IReadOnlyList<string> Names { get; } = ["polls", "entries_new", "articles_read", "readings_divided", "hits", "alerts", "deliveries", "mails_put_off"];

    /// <summary>By name and tags, ordered.</summary>
    public IReadOnlyList<ActivityCount> All => [.. counts.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value)];

    public void Count(Activity activity)
    {
        switch (activity)
        {
            case Activity.SourcePolled polled:
                Add("polls", 1, ("result", "answered"));
                Add("entries_new", polled.New);
                break;
            case Activity.SourceFailed:
                Add("polls", 1, ("result", "failed"));
                break;
            case Activity.ArticleRead read:
                Add("articles_read", 1, ("matched", read.Matched ? "true" : "false"));
                break;
            case Activity.ReadingDivided:
                Add("readings_divided", 1);
                break;
            case Activity.HitStored hit:
                Add("hits", 1, ("topic", hit.Topic));
                break;
            case Activity.AlertCreated alert:
                Add("alerts", 1, ("severity", alert.Severity));
                break;
            case Activity.DeliveryDone done:
                Add("deliveries", 1, ("channel", done.Channel), ("content", done.Content), ("state", done.State));
                break;
            case Activity.MailsPutOff putOff:
                Add("mails_put_off", putOff.Count);
                break;
        }
    }

    private void Add(string name, long count, params ReadOnlySpan<(string Key, string Value)> tags)
    {
        var list = new KeyValuePair<string, string>[tags.Length];
        for (var index = 0; index < tags.Length; index++)
        {
            list[index] = new KeyValuePair<string, string>(tags[index].Key, tags[index].Value.ToLowerInvariant());
        }

        counts.AddOrUpdate(
            string.Join('\n', [name, .. list.Select(tag => tag.Value)]), _ => new ActivityCount(name, list, count), (_, before) => before with { Count = before.Count + count });
    }
}
