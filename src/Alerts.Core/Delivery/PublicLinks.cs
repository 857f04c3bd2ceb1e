using Alerts.Core.Alerting;

namespace Alerts.Core.Delivery;

/// <summary>The addresses of this installation that stand in what it sends.</summary>
public sealed class PublicLinks(Uri publicUrl)
{
    private readonly string root = publicUrl.AbsoluteUri.TrimEnd('/');

    public string Home => root;

    public string Host => publicUrl.IdnHost;

    public string Story(string storyId) => $"{root}/stories/{Uri.EscapeDataString(storyId)}";

    /// <summary>For systems, which have no token: what a subscriber's own topic found has no public page, and its first article stands for it.</summary>
    public string StoryOf(Alert alert) =>
        alert.OwnerId is null ? Story(alert.Story.Id) : alert.Story.Articles.Select(article => WebUrl.TryClean(article.Url)).FirstOrDefault(url => url is not null) ?? Home;

    /// <summary>A story of a subscriber's own topics, which only its owner's token opens.</summary>
    public string OwnStory(string storyId, string token) => $"{root}/preferences/stories/{Uri.EscapeDataString(storyId)}?token={token}";

    public string Incident(string incidentId) => $"{root}/incidents/{Uri.EscapeDataString(incidentId)}";

    /// <summary>Where a reader marks an alert as not relevant.</summary>
    public string Feedback(string alertId, string token) => $"{root}/preferences/feedback?alert={Uri.EscapeDataString(alertId)}&token={token}";

    public string Subscribe => root + "/subscribe";

    /// <param name="token">URL-safe as it is.</param>
    public string Confirm(string token) => $"{root}/confirm?token={token}";

    public string Preferences(string token) => $"{root}/preferences?token={token}";

    /// <summary>Where the owner of a webhook sees its log.</summary>
    public string Endpoint(string token) => $"{root}/endpoint?token={token}";

    public string Unsubscribe(string token) => $"{root}/unsubscribe?token={token}";
}
