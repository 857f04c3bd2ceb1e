using System.Collections.Frozen;
using System.Globalization;

namespace Alerts.Core.Stories.Amounts;

/// <summary>Mean rates of each year, shipped with the product: good enough to compare sums, and always shown as an estimate.</summary>
internal static class UsdRates
{
    private const string Resource = "Stories/usd-rates.csv";

    private static readonly Lazy<(int FirstYear, FrozenDictionary<string, decimal[]> Rates)> s_table = new(Read);

    public static decimal? Of(string unit, int year)
    {
        if (unit == "USD") return 1;
        var (first, rates) = s_table.Value;
        return rates.TryGetValue(unit, out var years) ? years[Math.Clamp(year - first, 0, years.Length - 1)] : null;
    }

    private static (int FirstYear, FrozenDictionary<string, decimal[]> Rates) Read()
    {
        var lines = EmbeddedData.Lines(Resource).Select(line => line.Split(',')).ToList();
        return (
            int.Parse(lines[0][1], CultureInfo.InvariantCulture),
            lines.Skip(1).ToFrozenDictionary(
                cells => cells[0], cells => cells.Skip(1).Select(cell => decimal.Parse(cell, CultureInfo.InvariantCulture)).ToArray(), StringComparer.Ordinal));
    }
}
