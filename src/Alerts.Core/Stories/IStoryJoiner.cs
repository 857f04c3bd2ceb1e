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
}
