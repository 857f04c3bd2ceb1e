using Alerts.Core.Matching.Own;
using Alerts.Core.Matching.Topics;

namespace Alerts.Core.Hits.Trials;

/// <summary>What came of a subscriber's topic.</summary>
public abstract record OwnTopicOutcome
{
    private OwnTopicOutcome()
    {
    }

    /// <summary>Stored, or the same text was stored before.</summary>
    /// <param name="Trial">What the new version would have caught; null where nothing changed.</param>
    public sealed record Saved(OwnTopic Topic, TopicTrial? Trial) : OwnTopicOutcome;

    /// <summary>The text is no topic.</summary>
    public sealed record Invalid(IReadOnlyList<TopicError> Errors) : OwnTopicOutcome;

    /// <param name="Field">As the API names it.</param>
    /// <param name="Why">Goes on where the field's name stops: "must be ...".</param>
    public sealed record Refused(string Field, string Why) : OwnTopicOutcome;

    /// <summary>There is no such subscriber any more.</summary>
    public sealed record Unknown : OwnTopicOutcome;
}
