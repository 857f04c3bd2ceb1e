using System.Globalization;
using Alerts.Core.Messaging;

namespace Alerts.Infrastructure.Storage;

/// <summary>A place inside a row that holds many items: the row before it, the row, and how many of its items were given.</summary>
internal static class LogPosition
{
    private const char Divider = '|';

    public static string Write(string listing, RowKey? after, RowKey current, int given) => PageCursor.Write(
        listing,
        string.Join(Divider, after?.Partition, after?.Row, current.Partition, current.Row, given.ToString(CultureInfo.InvariantCulture)));

    /// <exception cref="InvalidCursorException"></exception>
    public static (RowKey? After, RowKey? Current, int Given) Read(string listing, string? cursor)
    {
        if (PageCursor.Read(listing, cursor) is not { } position)
        {
            return (null, null, 0);
        }

        var parts = position.Split(Divider);
        return parts.Length == 5 && int.TryParse(parts[4], NumberStyles.None, CultureInfo.InvariantCulture, out var given)
            ? (parts[0].Length == 0 ? null : new RowKey(parts[0], parts[1]), new RowKey(parts[2], parts[3]), given)
            : throw new InvalidCursorException();
    }
}
