using System.Globalization;
using Alerts.Core.Matching;
using Alerts.Core.Sources;
using Alerts.Core.Stories;
using Alerts.Core.Stories.Amounts;

namespace Alerts.Web.Pages.Parts;

/// <summary>How the pages call things.</summary>
internal static class Wording
{
    private static readonly Dictionary<string, string> Languages = new()
    {
        ["en"] = "English",
        ["ko"] = "Korean",
        ["ja"] = "Japanese",
        ["zh"] = "Chinese",
        ["ru"] = "Russian",
        ["de"] = "German",
        ["fr"] = "French",
        ["es"] = "Spanish",
        ["pt"] = "Portuguese",
        ["it"] = "Italian",
        ["vi"] = "Vietnamese",
        ["id"] = "Indonesian",
        ["uk"] = "Ukrainian",
        ["tr"] = "Turkish",
        ["ar"] = "Arabic",
    };

    /// <summary>Offered where a reader chooses languages.</summary>
    public static IEnumerable<string> OfferedLanguages => Languages.Keys;

    public static string Language(string? code) => code is null ? "" : Languages.GetValueOrDefault(code, code);

    public static string Kind(NewsKind kind) => kind switch
    {
        NewsKind.NewEvent => "New event",
        NewsKind.FollowUp => "Follow-up",
        NewsKind.CourtStep => "Court step",
        NewsKind.RoundUp => "Round-up",
        _ => kind.ToString(),
    };

    public static string Tier(SourceTier tier) => tier switch
    {
        SourceTier.Official => "official",
        SourceTier.Established => "established",
        SourceTier.Trade => "trade press",
        _ => "other",
    };

    public static string Health(SourceHealth health) => health switch
    {
        SourceHealth.New => "not polled yet",
        SourceHealth.Gap => "gap",
        _ => health.ToString().ToLowerInvariant(),
    };

    /// <summary>"$30.4 million (“44.5 billion won”)"; null where no sum is told.</summary>
    public static string? Amount(StoryFacts facts) => (facts.AmountUsd, facts.AmountText) switch
    {
        ({ } usd, { } text) when text != UsdText.Of(usd) => $"{UsdText.Of(usd, facts.AmountIsEstimate)} (“{text}”)",
        ({ } usd, _) => UsdText.Of(usd, facts.AmountIsEstimate),
        (null, var text) => text,
    };

    public static string Count(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");

    /// <summary>"8 s", "4 min", "3 h", "2 days".</summary>
    public static string Span(double seconds) => seconds switch
    {
        < 0.95 => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, seconds):0.0} s"),
        < 90 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0} s"),
        < 90 * 60 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0} min"),
        < 36 * 3600 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:0} h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 86_400:0} days"),
    };

    public static string Usd(decimal amount) => amount switch
    {
        >= 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"${amount / 1_000_000_000:0.##} billion"),
        >= 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"${amount / 1_000_000:0.##} million"),
        _ => string.Create(CultureInfo.InvariantCulture, $"${amount:N0}"),
    };
}
