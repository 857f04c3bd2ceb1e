namespace Alerts.Core.Stories;

/// <summary>What was told: the facts at that time, to see what is materially new since.</summary>
/// <param name="Sequence">1 for the first alert of the story, 2 for its first update, and so on.</param>
/// <param name="Complete">The fan-out has passed the last subscription.</param>
public sealed record Announcement(int Sequence, string AlertId, DateTimeOffset At, Severity Severity, StoryFacts Facts, bool Complete)
{
    /// <summary>Whose readers were told of the story so far; null for an owner's stories, all of whose topics have one reader, and for what was told before this was kept.</summary>
    public IReadOnlyList<string>? Topics { get; init; }
}
