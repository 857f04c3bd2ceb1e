using Azure.Data.Tables;

namespace Alerts.Infrastructure.Storage;

/// <summary>How large a row is in the service's own count, and how many bytes it is on the wire.</summary>
internal static class RowSize
{
    public const int MaxRowBytes = 1024 * 1024;
    private const int RowOverheadOnWire = 700;

    /// <summary>The published formula: keys and names in UTF-16, eight bytes a property, strings in UTF-16, binaries as they are.</summary>
    public static int Stored(TableEntity row)
    {
        var bytes = 4;
        foreach (var (name, value) in row)
        {
            bytes += 8 + (name.Length * 2) + value switch
            {
                string text => 4 + (text.Length * 2),
                byte[] binary => 4 + binary.Length,
                _ => 8,
            };
        }

        return bytes;
    }

    /// <summary>In a transaction's body: binaries as base64, and each character that its JSON escapes as six bytes.</summary>
    public static int OnWire(TableEntity row)
    {
        var bytes = RowOverheadOnWire;
        foreach (var (name, value) in row)
        {
            bytes += 40 + (name.Length * 2) + value switch
            {
                string text => Escaped(text),
                byte[] binary => (binary.Length + 2) / 3 * 4,
                _ => 32,
            };
        }

        return bytes;
    }

    private static int Escaped(string text)
    {
        var bytes = 0;
        foreach (var c in text)
        {
            bytes += char.IsAsciiLetterOrDigit(c) || c is ' ' or ',' or ':' or '.' or '-' or '/' or '{' or '}' or '[' or ']' or '_' ? 1 : 6;
        }

        return bytes;
    }
}
