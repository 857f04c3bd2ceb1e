using System.Collections.Concurrent;

namespace Alerts.Core.Messaging;

/// <summary>How often what has happened in this process, since it started; for metrics.</summary>
public sealed class ActivityCounts
{
    private readonly ConcurrentDictionary<(string Name, string Labels), long> counts = new();

    /// <summary>By name and labels, ordered.</summary>
    public IReadOnlyList<(string Name, string Labels, long Count)> All =>
        [.. counts.Select(pair => (pair.Key.Name, pair.Key.Labels, pair.Value)).OrderBy(count => count.Name, StringComparer.Ordinal).ThenBy(count => count.Labels, StringComparer.Ordinal)];

    public void Count(Activity activity)
    {
        switch (activity)
        {
            case Activity.SourcePolled polled:
                Add("polls", "result=\"answered\"");
                Add("entries_new", "", polled.New);
                break;
            case Activity.SourceFailed:
                Add("polls", "result=\"failed\"");
                break;
            case Activity.ArticleRead read:
                Add("articles_read", $"matched=\"{(read.Matched ? "true" : "false")}\"");
                break;
            case Activity.HitStored hit:
                Add("hits", $"topic=\"{Plain(hit.Topic)}\"");
                break;
            case Activity.AlertCreated alert:
                Add("alerts", $"severity=\"{Plain(alert.Severity)}\"");
                break;
            case Activity.DeliveryDone done:
                Add("deliveries", $"channel=\"{Plain(done.Channel)}\",content=\"{Plain(done.Content)}\",state=\"{Plain(done.State)}\"");
                break;
            case Activity.MailsPutOff putOff:
                Add("mails_put_off", "", putOff.Count);
                break;
        }
    }

    private void Add(string name, string labels, long count = 1) => counts.AddOrUpdate((name, labels), count, (_, before) => before + count);

    /// <summary>Names of topics are letters, digits and hyphens; whatever else came would break the text format.</summary>
    private static string Plain(string label) => string.Concat(label.ToLowerInvariant().Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'));
}
