namespace Alerts.Web.Pages.Subscribing;

internal static class Zones
{
    /// <summary>The IANA names that this machine knows, offered while typing.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Where(id => id.Contains('/', StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
}
