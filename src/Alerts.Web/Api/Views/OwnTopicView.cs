using Alerts.Core.Matching.Own;

namespace Alerts.Web.Api.Views;

/// <summary>A subscriber's own topic with its versions, newest first, and what each was found to catch when it was saved.</summary>
public sealed record OwnTopicView(string Id, string Name, int Version, string Text, DateTimeOffset CreatedAt, IReadOnlyList<OwnTopicVersion> Versions)
{
    public static OwnTopicView Of(OwnTopic topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        return new(topic.Id, topic.Name, topic.Current.Number, topic.Current.Text, topic.CreatedAt, [.. topic.Versions.Reverse()]);
    }
}
