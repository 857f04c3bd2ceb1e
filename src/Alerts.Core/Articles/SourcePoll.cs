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
    /// <summary>The state after the poll, with what it listed.</summary>
    public SourceState Remembered(SourceState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Listed.Count == 0 ? state : state with { Seen = state.Seen.With(Listed, Source.Kind == SourceKind.SanctionsList ? SeenEntries.LargestCapacity : SeenEntries.Capacity) };
    }

    public static SourcePoll Of(Source source, PollResult result) => new(source, result, [], [], []);
}
