using Alerts.Core.Stories.Claims;

namespace Alerts.Core.Stories;

/// <summary>The facts of a story as they stand, each as a reader would say it.</summary>
/// <param name="Victims">Canonical names.</param>
/// <param name="Actors">Canonical names of all that are named beside it, whatever is said of them.</param>
/// <param name="AmountUsd">The current value in US dollars.</param>
/// <param name="AmountText">As written in the article that it comes from: "$1.46 billion", "44.5 billion won".</param>
public sealed record StoryFacts(IReadOnlyList<string> Victims, IReadOnlyList<string> Actors, decimal? AmountUsd, string? AmountText, IReadOnlyList<string> Chains)
{
    public static StoryFacts None { get; } = new([], [], null, null, []);

    /// <summary>The lowest and the highest sum that is told of it, in US dollars.</summary>
    public decimal? AmountUsdLow { get; init; }

    public decimal? AmountUsdHigh { get; init; }

    /// <summary>Converted by a mean rate of the year, because nobody states dollars.</summary>
    public bool AmountIsEstimate { get; init; }

    /// <summary>Publisher families that agree on the current value within 5 %.</summary>
    public int AmountPublishers { get; init; }

    /// <summary>What was taken in its own unit: "401,000 ETH".</summary>
    public IReadOnlyList<string> Taken { get; init; } = [];

    /// <summary>The day of the theft: "2025-02-21".</summary>
    public string? Date { get; init; }

    /// <summary>How it was done: "private keys compromised".</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>The weightiest of <see cref="Attributions"/>.</summary>
    public AttributionStatus Attribution { get; init; }

    /// <summary>Who says who did it, the weightiest first.</summary>
    public IReadOnlyList<AttributionFact> Attributions { get; init; } = [];

    public IReadOnlyList<FundsFact> Funds { get; init; } = [];

    /// <summary>What the victim itself says or does: values of <see cref="Claims.Statements"/>.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];

    /// <summary>Of the weightiest attributions one by somebody with a name, where there is one: what the press alone suspects is no news.</summary>
    internal AttributionFact? Weightiest => Attributions.Where(line => line.Status == Attribution && line.Hedge != Hedge.Denied).OrderBy(line => line.By is null).FirstOrDefault();

    /// <summary>The weightiest attribution in words: "official (FBI: TraderTraitor)"; null where there is none.</summary>
    public string? AttributionText => Weightiest is { } line ? $"{line.Status.ToString().ToLowerInvariant()} ({line.Text})" : null;
}
