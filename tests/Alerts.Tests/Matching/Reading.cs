using Alerts.Core.Articles;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching;
using Alerts.Core.Matching.Topics;

namespace Alerts.Tests.Matching;

/// <summary>Articles made of a title and a text, and matchers to read them.</summary>
internal static class Reading
{
    public static ArticleMatcher Matcher { get; } = ArticleMatcher.BuiltIn();

    public static Article Article(string title, string text = "", string? language = null, string summary = "") => new()
    {
        Id = "a",
        Url = "https://example.org/a",
        Title = title,
        Text = text,
        Summary = summary,
        Language = language,
        FirstSeenAt = DateTimeOffset.UnixEpoch,
        SourceId = "s",
        Publisher = "p",
    };

    public static ArticleReading Of(string title, string text = "", string? language = null) => Matcher.Read(Article(title, text, language));

    public static IEnumerable<string> Topics(this ArticleReading reading) => reading.Matched.Select(match => match.TopicId);

    public static Topic Topic(string text, string id = "mine") => TopicParser.Parse(text, KnowledgeBase.BuiltIn, id) switch
    {
        TopicParse.Parsed parsed => parsed.Topic,
        TopicParse.Failed failed => throw new ArgumentException(string.Join("; ", failed.Errors), nameof(text)),
        _ => throw new ArgumentException("neither parsed nor failed", nameof(text)),
    };

    public static ArticleMatcher Only(params string[] topics) => ArticleMatcher.Create(KnowledgeBase.BuiltIn, [.. topics.Select((text, index) => Topic(text, $"t{index}"))]);
}
