using System.Globalization;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching.Topics;

namespace Alerts.Core.Matching.Own;

/// <summary>What a subscriber's topic may be, beside what the language allows: all topics share one pass over each article.</summary>
public static class OwnTopicRules
{
    public const int MaxPerOwner = 20;
    public const int MaxTextLength = 4_000;
    public const int MaxTerms = 200;

    /// <summary>More is no alert any more but a copy of the news.</summary>
    public const int MaxHitsPerWeek = 500;

    /// <returns>The topic as <paramref name="id"/> of its owner, or what is wrong with its text.</returns>
    public static TopicParse Parse(string text, string id, string ownerId, string name, int version, KnowledgeBase knowledge)
    {
        if (text.Length > MaxTextLength)
        {
            return Fail(new(new(0, 1, 1), string.Create(CultureInfo.InvariantCulture, $"the topic has {text.Length} characters"), $"at most {MaxTextLength}"));
        }

        return TopicParser.Parse(text, knowledge, id) switch
        {
            TopicParse.Parsed { Topic: var topic } when TopicTerms.Of(topic).Skip(MaxTerms).FirstOrDefault() is { } beyond =>
                Fail(new(beyond.Position, "the topic has too many terms", $"at most {MaxTerms}")),
            TopicParse.Parsed { Topic: var topic } => new TopicParse.Parsed(topic with { Id = id, OwnerId = ownerId, Name = name, Version = version }),
            var failed => failed,
        };
    }

    private static TopicParse.Failed Fail(TopicError error) => new([error]);
}
