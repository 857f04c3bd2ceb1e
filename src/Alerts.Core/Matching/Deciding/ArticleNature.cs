namespace Alerts.Core.Matching.Deciding;

/// <summary>What holds of an article whatever the topic: found once, asked by every topic's gates.</summary>
internal sealed record ArticleNature(NewsKind Kind, FoundMention? KindBecause, string Direction, FoundMention? DirectionBecause)
{
    public static ArticleNature Of(ArticleFacts facts)
    {
        var (kind, kindBecause) = NewsKindFinder.Of(facts);
        var (direction, directionBecause) = DirectionFinder.Of(facts);
        return new(kind, kindBecause, direction, directionBecause);
    }
}
