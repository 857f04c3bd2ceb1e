using Alerts.Core.Messaging;

namespace Alerts.Infrastructure.Storage;

/// <summary>Cursors that go on after a row.</summary>
internal static class RowCursor
{
    private const char Divider = '|';

    public static string Write(string listing, RowKey last) => PageCursor.Write(listing, last.Partition + Divider + last.Row);

    /// <exception cref="InvalidCursorException">It is no row of this span.</exception>
    public static RowKey? Read(string listing, string? cursor, PartitionSpan span)
    {
        if (PageCursor.Read(listing, cursor) is not { } position)
        {
            return null;
        }

        var divider = position.IndexOf(Divider, StringComparison.Ordinal);
        return divider > 0 && divider < position.Length - 1 && span.Contains(position[..divider])
            ? new RowKey(position[..divider], position[(divider + 1)..])
            : throw new InvalidCursorException();
    }
}
