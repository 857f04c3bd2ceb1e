using Alerts.Core.Alerting;

namespace Alerts.Core.Delivery;

/// <summary>The stations of an alert, from the publisher's clock to the provider's answer; what is not known is null.</summary>
/// <param name="PublishedAt">The earliest date that a publisher gives.</param>
/// <param name="SeenAt">First listed to us.</param>
/// <param name="MatchedAt">First decided to be a hit.</param>
/// <param name="AnnouncedAt">The alert was made.</param>
/// <param name="AcceptedAt">The first provider or receiver took it.</param>
public sealed record AlertTimes(DateTimeOffset? PublishedAt, DateTimeOffset SeenAt, DateTimeOffset? MatchedAt, DateTimeOffset AnnouncedAt, DateTimeOffset? AcceptedAt)
{
    public static AlertTimes Of(Alert alert, DateTimeOffset? acceptedAt)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return new AlertTimes(
            alert.Story.Articles.Select(article => article.PublishedAt).Min(),
            alert.Story.FirstSeenAt,
            alert.Hits.Count == 0 ? null : alert.Hits.Min(hit => hit.MatchedAt),
            alert.CreatedAt,
            acceptedAt);
    }
}
