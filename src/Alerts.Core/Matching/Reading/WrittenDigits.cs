using System.Globalization;
using Alerts.Core.Knowledge;

namespace Alerts.Core.Matching.Reading;

/// <summary>
/// Decimal digits as the press writes them: those of ASCII, full-width ones (Japanese agencies), Arabic, Persian and Indic ones. What a
/// regular expression calls a digit is one here, so that no number that was found cannot be read.
/// </summary>
internal static class WrittenDigits
{
    private const char FirstOfOtherScripts = '\u0660';

    /// <returns>0 to 9, or -1.</returns>
    public static int ValueOf(char c) => c switch
    {
        <= '9' => c >= '0' ? c - '0' : -1,
        >= '\uFF10' and <= '\uFF19' => c - '\uFF10',
        < FirstOfOtherScripts => -1,
        _ => Scripts.IsUnspaced(c) ? -1 : CharUnicodeInfo.GetDecimalDigitValue(c),
    };

    public static bool IsDigit(char c) => ValueOf(c) >= 0;

    /// <summary>What may divide the digits of a number: '.', ',' or, for any kind of space or apostrophe, ' '; null for other characters.</summary>
    public static char? SeparatorOf(char c) => c switch
    {
        '.' or '\uFF0E' or '\u066B' => '.',
        ',' or '\uFF0C' or '\u066C' => ',',
        '\'' or '\u2019' or ' ' or '\u00A0' or '\u2009' or '\u202F' => ' ',
        _ => null,
    };

    /// <summary>The whole number that these digits write, whatever divides their groups; null where it has none, or more than an <see cref="int"/> holds.</summary>
    public static int? Whole(ReadOnlySpan<char> digits)
    {
        long? value = null;
        foreach (var c in digits)
        {
            if (ValueOf(c) is not (>= 0 and var digit)) continue;
            value = ((value ?? 0) * 10) + digit;
            if (value > int.MaxValue) return null;
        }

        return (int?)value;
    }
}
