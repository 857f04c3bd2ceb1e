using System.Buffers.Text;
using System.Text;

namespace Alerts.Core.Messaging;

/// <summary>
/// Writes and reads the cursors of <see cref="Page{T}"/>: the listing that handed it out and the position of the last item,
/// wrapped so that nobody comes to depend on either. Positions are keys, not a server's continuation tokens, so a cursor
/// survives restarts, upgrades and a change of the store.
/// </summary>
public static class PageCursor
{
    private const int MaxLength = 1_024;
    private const char Divider = '\n';

    /// <param name="listing">What is listed, filters that change the order included.</param>
    /// <param name="position">Printable ASCII.</param>
    public static string Write(string listing, string position) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(listing + Divider + position));

    /// <returns>The position, null for no cursor.</returns>
    /// <exception cref="InvalidCursorException">It is garbled, or of another listing.</exception>
    public static string? Read(string listing, string? cursor)
    {
        if (string.IsNullOrEmpty(cursor))
        {
            return null;
        }

        if (cursor.Length > MaxLength || !Base64Url.IsValid(cursor))
        {
            throw new InvalidCursorException();
        }

        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        var start = listing.Length + 1;
        return text.Length > start && text.StartsWith(listing, StringComparison.Ordinal) && text[listing.Length] == Divider && IsPrintable(text.AsSpan(start))
            ? text[start..]
            : throw new InvalidCursorException();
    }

    private static bool IsPrintable(ReadOnlySpan<char> position) => !position.ContainsAnyExceptInRange('!', '~');
}
