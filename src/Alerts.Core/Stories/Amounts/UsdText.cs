using System.Globalization;

namespace Alerts.Core.Stories.Amounts;

/// <summary>A sum of dollars as a reader says it: "$1.46 billion", "about $30.4 million", "$350,000".</summary>
public static class UsdText
{
    private const decimal Million = 1_000_000;
    private const decimal Billion = 1_000_000_000;

    public static string Of(decimal usd, bool isEstimate = false)
    {
        var (value, unit) = usd switch
        {
            >= Billion => (usd / Billion, " billion"),
            >= Million => (usd / Million, " million"),
            _ => (usd, ""),
        };
        return (isEstimate ? "about $" : "$") + value.ToString(unit.Length == 0 ? "#,0" : value >= 100 ? "0" : "0.##", CultureInfo.InvariantCulture) + unit;
    }

    /// <summary>"$48.6 million to $100 million"; the one where they are the same.</summary>
    public static string Of(decimal low, decimal high) => low == high ? Of(low) : $"{Of(low)} to {Of(high)}";
}
