using Alerts.Core.Matching;

namespace Alerts.Web.Api.Views;

/// <summary>What was decided on an article, and why.</summary>
/// <param name="Matches">One for each topic that matched or came near.</param>
public sealed record DecisionView(string Id, string Url, string Title, string Language, bool Matched, string? StoryId, IReadOnlyList<MatchView> Matches)
{
    public static DecisionView Of(ArticleReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var article = reading.Article;
        return new(article.Id, article.Url, article.Title, reading.Language, reading.Matched.Any(), article.StoryId, [.. reading.Matches.Select(MatchView.Of)]);
    }
}
