using System.Globalization;
using Alerts.Core.Matching;
using Alerts.Core.Sources;
using Alerts.Core.Stories;
using Alerts.Core.Stories.Amounts;

namespace Alerts.Infrastructure.Email.Views;

/// <summary>How the domain's words read in a mail.</summary>
internal static class Words
{
    public static string Of(Severity severity) => severity switch
    {
        Severity.Critical => "Critical",
        Severity.High => "High",
        Severity.Medium => "Medium",
        _ => "Low",
    };

    public static string? Of(NewsKind kind) => kind switch
    {
        NewsKind.NewEvent => null,
        NewsKind.FollowUp => "Follow-up on an earlier event",
        NewsKind.Retrospective => "Looks back at an earlier event",
        NewsKind.CourtStep => "A step in court",
        NewsKind.RoundUp => "A round-up of several events",
        NewsKind.Policy => "Policy or sanctions",
        NewsKind.Opinion => "Opinion or analysis",
        NewsKind.Drill => "A drill or exercise",
        NewsKind.Product => "About a product",
        _ => null,
    };

    public static string? Of(SourceTier tier) => tier switch
    {
        SourceTier.Official => "official",
        SourceTier.Established => "established press",
        SourceTier.Trade => "trade press",
        _ => null,
    };

    /// <summary>"Amount", "Attribution": the name of a fact that changed.</summary>
    public static string Fact(string fact) => fact.Length == 0 ? fact : char.ToUpperInvariant(fact[0]) + fact[1..];

    /// <summary>"1 story", "5 stories".</summary>
    public static string Count(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");

    public static string? Amount(StoryFacts facts)
    {
        var dollars = facts.AmountUsd is { } amount ? Dollars(amount) : null;
        return (facts.AmountText, dollars) switch
        {
            (null or "", _) => dollars,
            (var text, null) => text,
            (var text, _) => text.Contains('$', StringComparison.Ordinal) ? text : $"{text} (about {dollars})",
        };
    }

    /// <summary>"$81.7 million, told from $48.6 million to $100 million".</summary>
    public static string? AmountWithRange(StoryFacts facts) => facts is { AmountUsdLow: { } low, AmountUsdHigh: { } high } && low != high
        ? $"{Amount(facts)}, told from {UsdText.Of(low, high)}"
        : Amount(facts);

    private static string Dollars(decimal amount) => amount switch
    {
        >= 1_000_000_000m => string.Create(CultureInfo.InvariantCulture, $"${amount / 1_000_000_000m:0.##} billion"),
        >= 1_000_000m => string.Create(CultureInfo.InvariantCulture, $"${amount / 1_000_000m:0.#} million"),
        _ => string.Create(CultureInfo.InvariantCulture, $"${amount:#,0}"),
    };
}
