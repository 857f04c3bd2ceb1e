using Alerts.Core.Sources;
using Alerts.Core.Sources.Polling;

namespace Alerts.Core.Articles;

/// <summary>One poll of one source.</summary>
/// <param name="Listed">Identity and fingerprint of every entry, in the order of the document.</param>
/// <param name="New">Articles of entries that had not been seen.</param>
/// <param name="Changed">Articles of entries whose title or text is not what was seen.</param>
public sealed record SourcePoll(
    Source Source, PollResult Result, IReadOnlyList<(string Identity, string Content)> Listed, IReadOnlyList<Article> New, IReadOnlyList<Article> Changed)
{
    public static SourcePoll Of(Source source, PollResult result) => new(source, result, [], [], []);
}
