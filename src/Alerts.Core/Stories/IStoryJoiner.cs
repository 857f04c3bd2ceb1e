using Alerts.Core.Articles;
using Alerts.Core.Matching;

namespace Alerts.Core.Stories;

/// <summary>
/// Puts matched articles into stories and stores the result. Repeating a call for the same articles changes nothing; several
/// instances may call at once.
/// </summary>
public interface IStoryJoiner
{
    /// <returns>One per reading, in order.</returns>
    Task<IReadOnlyList<StoryJoin>> JoinAsync(IReadOnlyList<ArticleReading> readings, CancellationToken cancellationToken);

    /// <summary>For an article that is in a story, and that its publisher changed so that it is about none of the topics any more.</summary>
    /// <returns>The story without what the article said; null where it is gone.</returns>
    Task<Story?> WithdrawAsync(Article article, CancellationToken cancellationToken);
}
