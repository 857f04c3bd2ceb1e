using System.Globalization;

namespace Alerts.Core.Knowledge;

/// <summary>A theft that is known: the record against which new stories are compared.</summary>
public sealed record KnownTheft
{
    private const decimal Tolerance = 0.15m;

    private static readonly string[] s_dates = ["yyyy-MM-dd", "yyyy-MM", "yyyy"];

    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>As exactly as it is known: "2025-02-21", "2014-02".</summary>
    public required string Date { get; init; }

    /// <summary>Concepts of kind victim; empty where the victim is undisclosed.</summary>
    public IReadOnlyList<string> Victims { get; init; } = [];

    public decimal? AmountUsdLow { get; init; }

    public decimal? AmountUsdHigh { get; init; }

    /// <summary>What was taken in its own unit: "401,000 ETH".</summary>
    public string? Assets { get; init; }

    public IReadOnlyList<AttributionClaim> Attribution { get; init; } = [];

    public string? Note { get; init; }

    public KnowledgePosition Position { get; init; }

    /// <summary>The first moment of the day, or of the month where no day is known.</summary>
    public DateTimeOffset At => DateTimeOffset.ParseExact(Date, s_dates, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static bool IsDate(string date) => DateTimeOffset.TryParseExact(date, s_dates, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    public string Year => Date[..4];

    /// <summary>A sum that an article tells is that of this theft, give or take what outlets differ by.</summary>
    public bool IsSum(decimal? usd) => usd >= (AmountUsdLow ?? AmountUsdHigh) * (1 - Tolerance) && usd <= AmountUsdHigh * (1 + Tolerance);
}
