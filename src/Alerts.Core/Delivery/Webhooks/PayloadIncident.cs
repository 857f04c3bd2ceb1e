namespace Alerts.Core.Delivery.Webhooks;

/// <summary>One theft, as all its stories together say.</summary>
/// <param name="Url">Its page here.</param>
/// <param name="Date">The day of the theft.</param>
/// <param name="Attributions">Who says who did it, the weightiest first: "FBI: TraderTraitor".</param>
/// <param name="Disagreements">Those who contradict each other.</param>
/// <param name="Statements">What the victim itself says or does.</param>
public sealed record PayloadIncident(
    string Id, string Name, string Url, string? Date, decimal? AmountUsd, decimal? AmountUsdLow, decimal? AmountUsdHigh, bool AmountIsEstimate, IReadOnlyList<string> Attributions,
    IReadOnlyList<string> Disagreements, IReadOnlyList<string> Funds, IReadOnlyList<string> Statements);
