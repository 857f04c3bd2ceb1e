namespace Alerts.Core.Stories;

/// <summary>The story that an article goes to, and why.</summary>
internal sealed record StoryChoice(string StoryId, string Reason)
{
    /// <summary>As it was read for the choice; null for one that is to be read, or opened.</summary>
    public Story? Story { get; init; }

    /// <summary>The incident of the victim's story before, where this is a later step of it.</summary>
    public string? EarlierIncident { get; init; }

    public double Likeness { get; init; }

    /// <summary>The text is to be found by its pieces.</summary>
    public bool IsNewText { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<KeyedStory>> Found { get; init; } = new Dictionary<string, IReadOnlyList<KeyedStory>>();
}
