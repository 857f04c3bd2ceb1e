using System.Globalization;

namespace Alerts.Core.Stories.Claims;

/// <summary>One thing that an article says of what happened, with the words that it says it in.</summary>
public sealed record Claim
{
    public required ClaimField Field { get; init; }

    /// <summary>Canonical where the field has canonical values, else as written.</summary>
    public required string Value { get; init; }

    public Hedge Hedge { get; init; }

    /// <summary>Who says so, by canonical name; null where it is the publisher.</summary>
    public string? By { get; init; }

    /// <summary>Of an attribution.</summary>
    public AttributionStatus Status { get; init; }

    /// <summary>Of an attribution: whom it names, by canonical name.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Of a sum.</summary>
    public decimal? Usd { get; init; }

    /// <summary>The ends of a stated range ("$90 to $100 million"); null where one sum is stated.</summary>
    public decimal? UsdLow { get; init; }

    public decimal? UsdHigh { get; init; }

    /// <summary>Converted by a mean rate of the year, not stated.</summary>
    public bool UsdIsEstimate { get; init; }

    /// <summary>Of an address or transaction.</summary>
    public string? Network { get; init; }

    public Quote Quote { get; init; } = Quote.None;

    /// <summary>What makes two claims the same one said twice: sums are compared in dollars, to three digits.</summary>
    public string Key => string.Create(
        CultureInfo.InvariantCulture, $"{Field}|{(Usd is { } usd && Field is ClaimField.Amount ? "" : Value)}|{(Usd is { } sum ? sum.ToString("0.00e+0", CultureInfo.InvariantCulture) : "")}|{By}|{Hedge}");
}
