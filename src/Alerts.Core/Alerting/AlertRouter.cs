using Alerts.Core.Knowledge;
using Alerts.Core.Matching;
using Alerts.Core.Stories;
using Alerts.Core.Subscriptions;

namespace Alerts.Core.Alerting;

/// <summary>
/// Decides for one subscription and one alert. Pure, so at a repeat of a fan-out page the same for all who have not changed their preferences meanwhile. Most of those
/// who are asked follow other topics: they cost no allocation.
/// </summary>
public static class AlertRouter
{
    private static readonly AlertRoute.Skip NotActive = new("not active");
    private static readonly AlertRoute.Skip OtherTopics = new("other topics");

    public static AlertRoute Route(Alert alert, Subscription subscription) => Route(alert, subscription, out _);

    /// <param name="severity">As <see cref="SeverityFor"/>, where the alert goes out at once.</param>
    public static AlertRoute Route(Alert alert, Subscription subscription, out Severity severity)
    {
        severity = default;
        return subscription.Status != SubscriptionStatus.Active ? NotActive
            : !Follows(subscription.Topics, alert.Story.Topics) ? OtherTopics
            : RouteFollower(alert, subscription, out severity);
    }

    private static bool Follows(IReadOnlyList<string> topics, IReadOnlyList<string> told)
    {
        for (var i = 0; i < topics.Count; i++)
        {
            for (var j = 0; j < told.Count; j++)
            {
                if (topics[i] == told[j])
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static AlertRoute RouteFollower(Alert alert, Subscription subscription, out Severity severity)
    {
        severity = default;
        if (KnowsAll(alert, subscription))
        {
            return new AlertRoute.Skip("told before, through another topic or another story of the incident");
        }

        if (subscription.Languages.Count > 0 && !alert.Hits.Any(hit => subscription.Languages.Contains(hit.Language ?? "", StringComparer.OrdinalIgnoreCase)))
        {
            return new AlertRoute.Skip("other languages");
        }

        severity = SeverityFor(alert, subscription);
        if (alert.OwnerId is null && Enum.TryParse<Severity>(subscription.MinimumSeverity, ignoreCase: true, out var minimum) && severity < minimum)
        {
            return new AlertRoute.Skip("below the minimum severity");
        }

        if (subscription.Irrelevant.Any(mark => mark.StoryId == alert.Story.Id || alert.Story.Merged.Contains(mark.StoryId)))
        {
            return new AlertRoute.Skip("its reader marked the story as not relevant");
        }

        if (subscription.Cadence != Cadence.Immediate)
        {
            return new AlertRoute.Hold(HoldReasons.Cadence);
        }

        if (alert.LooksBack)
        {
            return new AlertRoute.Skip("looks back: for digests and pages");
        }

        if (subscription.QuietHours is { } quiet && LocalTime.IsQuiet(quiet, alert.CreatedAt, subscription.TimeZone) && !(quiet.ExceptCritical && severity == Severity.Critical))
        {
            return new AlertRoute.Hold(HoldReasons.QuietHours);
        }

        return severity < Severity.Critical && IsDemoted(alert, subscription) ? new AlertRoute.Hold(HoldReasons.Demoted) : new AlertRoute.Now();
    }

    /// <summary>Nothing is new beside what was told through any of the reader's topics, by this story or another one of the incident.</summary>
    private static bool KnowsAll(Alert alert, Subscription subscription)
    {
        if (alert.NewTo.Count == 0)
        {
            return false;
        }

        var news = subscription.Topics.Select(topic => alert.NewTo.GetValueOrDefault(topic)).OfType<IReadOnlyList<string>>().ToList();
        return news.Count > 0 && !news[0].Any(change => news.TrueForAll(topic => topic.Contains(change)));
    }

    /// <summary>Whether everything that speaks for this alert is of a topic and publisher that the reader marked.</summary>
    private static bool IsDemoted(Alert alert, Subscription subscription)
    {
        if (subscription.Irrelevant.Count == 0)
        {
            return false;
        }

        var marked = subscription.Irrelevant.SelectMany(mark => mark.Sources).ToHashSet(StringComparer.Ordinal);
        var told = alert.Hits.Where(hit => subscription.Topics.Contains(hit.Id.TopicId)).ToList();
        return told.Count > 0 && told.TrueForAll(hit => marked.Contains(Irrelevance.SourceOf(hit.Id.TopicId, hit.Publisher)));
    }

    /// <summary>The story's severity; graver where it names what this reader watches.</summary>
    public static Severity SeverityFor(Alert alert, Subscription subscription) =>
        alert.Story.Severity < Severity.Critical && ExposureOf(alert, subscription) is { } exposure ? With(alert, exposure).Severity : alert.Story.Severity;

    /// <summary>The first thing on the reader's watch list that the alert names; null where it names none.</summary>
    public static Exposure? ExposureOf(Alert alert, Subscription subscription)
    {
        if (subscription.WatchWords.Count == 0)
        {
            return null;
        }

        var text = alert.Watched ?? TextOf(alert, articles: []);
        foreach (var word in subscription.WatchWords)
        {
            if (subscription.Counterparties.TryGetValue(word, out var concept) && alert.Hits.Any(hit => hit.Concepts.Contains(concept)))
            {
                return Exposure.Of(word, KnowledgeBase.BuiltIn.Find(concept)?.Name ?? word, MentionsOf(alert).FirstOrDefault(mention => mention.Concept == concept));
            }

            if (text.Names(word))
            {
                return Exposure.Of(word, word, mention: null);
            }
        }

        return null;
    }

    /// <summary>The alert as this reader is told it: with its own severity, and why that is so.</summary>
    public static Alert For(Alert alert, Subscription subscription)
    {
        if (ExposureOf(alert, subscription) is not { } exposure)
        {
            return alert;
        }

        var (severity, parts) = With(alert, exposure);
        return alert with { Exposure = exposure, Story = alert.Story with { Severity = severity, SeverityParts = parts } };
    }

    /// <summary>Graver or as grave: an exposure makes nothing less.</summary>
    private static (Severity Severity, IReadOnlyList<ScorePart> Parts) With(Alert alert, Exposure exposure)
    {
        var (severity, parts) = SeverityRules.With(alert.Story, exposure.Name);
        return (severity > alert.Story.Severity ? severity : alert.Story.Severity, parts);
    }

    private static IEnumerable<Mention> MentionsOf(Alert alert) => alert.Hits.SelectMany(hit => hit.Explanation.Clauses).SelectMany(clause => clause.Mentions);

    /// <param name="articles">The whole texts of the articles that the hits are of, as far as they are at hand.</param>
    public static WatchedText TextOf(Alert alert, IEnumerable<string> articles) => new(
        alert.Hits.SelectMany(hit => (string[])[hit.Title, hit.Lede])
            .Concat(MentionsOf(alert).Select(mention => mention.Before + mention.Alias + mention.After))
            .Concat(alert.Story.Facts.Victims)
            .Concat(alert.Story.Facts.Chains)
            .Concat(alert.Incident?.Facts.Victims ?? [])
            .Concat(alert.Incident?.Facts.Chains ?? [])
            .Concat(alert.Incident?.Addresses ?? [])
            .Concat(articles));
}
