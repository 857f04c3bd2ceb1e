using System.Globalization;

namespace Alerts.Core.Hits;

/// <summary>Where the Internet Archive shows the copy of a page nearest to a time, if it has one. Nothing is asked of it.</summary>
public static class ArchiveLink
{
    public static string Of(string url, DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"https://web.archive.org/web/{at.UtcDateTime:yyyyMMddHHmmss}/{url}");
}
