using Alerts.Core.Knowledge;

namespace Alerts.Core.Matching.Topics;

/// <summary>The topics that everyone may subscribe to, written in the language that subscribers use for their own.</summary>
public static class BuiltInTopics
{
    public const string DprkCrypto = "dprk-crypto";
    public const string ExchangeHack = "exchange-hack";

    /// <exception cref="InvalidOperationException">A built-in topic does not fit the knowledge base: an error of the product.</exception>
    public static IReadOnlyList<Topic> All(KnowledgeBase knowledge) =>
    [
        .. KnowledgeBase.Embedded("topics/", ".topic").Select(file => TopicParser.Parse(file.Text, knowledge) switch
        {
            TopicParse.Parsed parsed => parsed.Topic,
            TopicParse.Failed failed => throw new InvalidOperationException($"{file.File}: {string.Join("; ", failed.Errors)}"),
            _ => throw new InvalidOperationException(file.File),
        }),
    ];
}
