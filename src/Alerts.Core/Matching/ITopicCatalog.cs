namespace Alerts.Core.Matching;

/// <summary>The topics that there are, for whoever offers or describes them.</summary>
public interface ITopicCatalog
{
    IReadOnlyList<TopicSummary> Topics { get; }
}

/// <param name="Name">For a reader: "North-Korea-linked crypto theft".</param>
/// <param name="Description">One or two sentences: what it catches and what it leaves out.</param>
/// <param name="Text">The rule in the topic language.</param>
public sealed record TopicSummary(string Id, int Version, string Name, string Description, string Text);
