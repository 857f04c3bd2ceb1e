namespace Alerts.Core.Stories;

/// <summary>The facts of a story as they stand, each as a reader would say it.</summary>
/// <param name="Victims">Canonical names.</param>
/// <param name="Actors">Canonical names.</param>
/// <param name="AmountUsd">The current value in US dollars.</param>
/// <param name="AmountText">As written in the article that it comes from: "$1.46 billion", "44.5 billion won".</param>
public sealed record StoryFacts(IReadOnlyList<string> Victims, IReadOnlyList<string> Actors, decimal? AmountUsd, string? AmountText, IReadOnlyList<string> Chains)
{
    public static StoryFacts None { get; } = new([], [], null, null, []);
}
