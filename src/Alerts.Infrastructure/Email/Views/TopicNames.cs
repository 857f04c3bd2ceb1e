using Alerts.Core.Alerting;
using Alerts.Core.Delivery;
using Alerts.Core.Matching;

namespace Alerts.Infrastructure.Email.Views;

/// <summary>Topics as readers know them. One that the catalogue does not have is called by its id, if that is plain: names that strangers gave do not go into mails.</summary>
internal sealed class TopicNames(ITopicCatalog catalog)
{
    private const int Shown = 6;

    public string Of(IEnumerable<string> topics) => Of(topics, []);

    /// <param name="alerts">A reader's own topics are named by their hits: catalogues list what is everybody's.</param>
    public string Of(IEnumerable<string> topics, IEnumerable<Alert> alerts)
    {
        var own = alerts.SelectMany(alert => alert.Hits).Where(hit => hit.TopicName is not null).DistinctBy(hit => hit.Id.TopicId).ToDictionary(hit => hit.Id.TopicId, hit => hit.TopicName!);
        return string.Join(", ", topics.Select(topic => own.TryGetValue(topic, out var name) ? SafeText.Line(name, 80) : Of(topic)).Where(name => name.Length > 0).Take(Shown));
    }

    private string Of(string topic) => catalog.Topics.FirstOrDefault(known => known.Id == topic) is { } found
        ? SafeText.Line(found.Name, 80)
        : topic.Length <= 40 && topic.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? topic : "";
}
