namespace Alerts.Core.Stories.Amounts;

/// <summary>A sum as an article states it.</summary>
/// <param name="Value">Of a range ("$90 to $100 million") the middle: nearest to either end.</param>
/// <param name="Unit">ISO 4217 code or token ("ETH"); null where the text leaves it to the reader ("stole 1.5 billion").</param>
/// <param name="IsToken">The unit is a crypto asset other than a currency.</param>
/// <param name="Usd">Exact where the sum is stated in US dollars, else an estimate by a mean rate of the year; null where there is no rate.</param>
/// <param name="Text">As written.</param>
public sealed record Amount(decimal Value, string? Unit, bool IsToken, decimal? Usd, string Text, int Start, int Length)
{
    /// <summary>The ends of a range, in <see cref="Unit"/>; the same where one value is stated.</summary>
    public decimal Low { get; init; } = Value;

    public decimal High { get; init; } = Value;

    public decimal? UsdLow => Usd / Value * Low;

    public decimal? UsdHigh => Usd / Value * High;

    /// <summary>After its last character.</summary>
    internal int End => Start + Length;

    public bool IsRange => Low < High;

    public bool UsdIsEstimate => Unit != "USD";
}
