using Alerts.Core;

namespace Alerts.Infrastructure.Storage;

/// <summary>
/// A key as it stands in a table: what comes before a number at its end (<c>title-6891</c>: a bucket of time, mostly) makes the
/// partition, the number begins the row. So keys that differ in the number alone stand side by side, in its order.
/// </summary>
internal sealed record NumberedKey(string Text, string Stem, string Number)
{
    private const char Dash = '-';
    private const char Dot = '.';
    private const int Digits = 12;

    public string Partition => DerivedId.Of(Stem);

    /// <summary>What the key's rows begin with, up to and including the dot.</summary>
    public string RowPrefix => Number.PadLeft(Digits, '0') + Dot;

    public static NumberedKey Of(string text)
    {
        var dash = text.LastIndexOf(Dash);
        var number = dash < 0 ? "" : text[(dash + 1)..];
        return number.Length is > 0 and <= Digits && number[0] != '0' && number.All(char.IsAsciiDigit)
            ? new NumberedKey(text, text[..(dash + 1)], number)
            : new NumberedKey(text, text, "");
    }

    public static string PrefixOf(string rowKey) => rowKey[..(Digits + 1)];
}
