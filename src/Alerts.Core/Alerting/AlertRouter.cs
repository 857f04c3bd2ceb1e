using Alerts.Core.Stories;
using Alerts.Core.Subscriptions;

namespace Alerts.Core.Alerting;

/// <summary>Decides for one subscription and one alert. Pure: the same at every repeat of a fan-out page.</summary>
public static class AlertRouter
{
    public static AlertRoute Route(Alert alert, Subscription subscription)
    {
        if (subscription.Status != SubscriptionStatus.Active)
        {
            return new AlertRoute.Skip("not active");
        }

        if (!subscription.Topics.Intersect(alert.Story.Topics).Any())
        {
            return new AlertRoute.Skip("other topics");
        }

        if (subscription.Languages.Count > 0 && !alert.Hits.Any(hit => subscription.Languages.Contains(hit.Language ?? "", StringComparer.OrdinalIgnoreCase)))
        {
            return new AlertRoute.Skip("other languages");
        }

        var severity = SeverityFor(alert, subscription);
        if (alert.OwnerId is null && Enum.TryParse<Severity>(subscription.MinimumSeverity, ignoreCase: true, out var minimum) && severity < minimum)
        {
            return new AlertRoute.Skip("below the minimum severity");
        }

        if (subscription.Cadence != Cadence.Immediate)
        {
            return new AlertRoute.Hold("cadence");
        }

        if (alert.LooksBack)
        {
            return new AlertRoute.Skip("looks back: for digests and pages");
        }

        return subscription.QuietHours is { } quiet && LocalTime.IsQuiet(quiet, alert.CreatedAt, subscription.TimeZone) && !(quiet.ExceptCritical && severity == Severity.Critical)
            ? new AlertRoute.Hold("quiet hours")
            : new AlertRoute.Now();
    }

    /// <summary>The story's severity, one class up where it names what this reader watches.</summary>
    public static Severity SeverityFor(Alert alert, Subscription subscription) =>
        alert.Story.Severity < Severity.Critical && WatchedWord(alert, subscription) is not null ? alert.Story.Severity + 1 : alert.Story.Severity;

    /// <summary>The first of the reader's watch words that the alert names; null where it names none.</summary>
    public static string? WatchedWord(Alert alert, Subscription subscription) =>
        subscription.WatchWords.FirstOrDefault(word => TextsOf(alert).Any(text => Contains(text, word)));

    private static IEnumerable<string> TextsOf(Alert alert) =>
        alert.Hits.SelectMany(hit => (string[])[hit.Title, hit.Lede, .. hit.Explanation.Clauses.SelectMany(clause => clause.Mentions).Select(mention => mention.Before + mention.Alias + mention.After)])
            .Concat(alert.Story.Facts.Victims);

    private static bool Contains(string text, string word)
    {
        for (var at = 0; (at = text.IndexOf(word, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            if (IsEdge(text, at - 1, word[0]) && IsEdge(text, at + word.Length, word[^1]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Words are bounded in alphabets; scripts without spaces have no boundary to ask for.</summary>
    private static bool IsEdge(string text, int at, char inner) =>
        at < 0 || at >= text.Length || !char.IsLetterOrDigit(text[at]) || inner >= '\u2E80' || text[at] >= '\u2E80';
}
