namespace Alerts.Core.Subscriptions;

/// <summary>Helps whoever mistyped a time zone, or gave a city or a zone's other name.</summary>
public static class ZoneNames
{
    private const int Offered = 3;
    private const int MaxLength = 64;

    /// <returns>The known names most like the text, the nearest first.</returns>
    public static IReadOnlyList<string> Nearest(string text)
    {
        var wanted = text.Trim().Replace(' ', '_');
        wanted = wanted[..Math.Min(wanted.Length, MaxLength)].ToUpperInvariant();
        return [.. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Where(LocalTime.IsKnownZone)
            .Select(id => (id, distance: Math.Min(Distance(wanted, id.ToUpperInvariant()), Distance(wanted[(wanted.LastIndexOf('/') + 1)..], id[(id.LastIndexOf('/') + 1)..].ToUpperInvariant()))))
            .OrderBy(zone => zone.distance).ThenBy(zone => zone.id.Length).ThenBy(zone => zone.id, StringComparer.Ordinal)
            .Take(Offered).Select(zone => zone.id)];
    }

    /// <summary>Letters to change, add or take away (Levenshtein 1966), one row at a time.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
            }
        }

        return row[b.Length];
    }
}
