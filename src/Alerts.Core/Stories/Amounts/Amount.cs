namespace Alerts.Core.Stories.Amounts;

/// <summary>A sum as an article states it.</summary>
/// <param name="Unit">ISO 4217 code or token ("ETH"); null where the text leaves it to the reader ("stole 1.5 billion").</param>
/// <param name="IsToken">The unit is a crypto asset other than a currency.</param>
/// <param name="Usd">Exact where the sum is stated in US dollars, else an estimate by a mean rate of the year; null where there is no rate.</param>
/// <param name="Text">As written.</param>
public sealed record Amount(decimal Value, string? Unit, bool IsToken, decimal? Usd, string Text, int Start, int Length)
{
    public bool UsdIsEstimate => Unit != "USD";
}
