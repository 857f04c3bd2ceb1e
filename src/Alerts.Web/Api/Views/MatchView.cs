using Alerts.Core.Matching;

namespace Alerts.Web.Api.Views;

public sealed record MatchView(string Topic, int TopicVersion, bool Matched, int Score, NewsKind Kind, Explanation Explanation)
{
    public static MatchView Of(Match match)
    {
        ArgumentNullException.ThrowIfNull(match);
        return new(match.TopicId, match.TopicVersion, match.Matched, match.Score, match.Kind, match.Explanation);
    }
}
