using System.Globalization;
using Alerts.Core.Messaging;

namespace Alerts.Tests.Fakes;

/// <summary>Pages of an ordered listing whose items have unique positions.</summary>
internal static class MemoryPages
{
    /// <param name="ordered">By position, ordinal.</param>
    public static Page<T> Of<T>(string listing, IEnumerable<T> ordered, Func<T, string> positionOf, int take, string? cursor)
    {
        var after = PageCursor.Read(listing, cursor);
        var items = ordered.Where(item => after is null || string.CompareOrdinal(positionOf(item), after) > 0).Take(take + 1).ToList();
        return items.Count > take ? new Page<T>(items[..take], PageCursor.Write(listing, positionOf(items[take - 1]))) : new Page<T>(items, null);
    }

    /// <summary>Sorts the newest first.</summary>
    public static string NewestFirst(DateTimeOffset at) => (DateTimeOffset.MaxValue.UtcTicks - at.UtcTicks).ToString("x16", CultureInfo.InvariantCulture);
}
