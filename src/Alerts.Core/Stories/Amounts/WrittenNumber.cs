using System.Globalization;
using System.Text;
using Alerts.Core.Matching.Reading;

namespace Alerts.Core.Stories.Amounts;

/// <summary>Digits with whatever divides them; what a point or comma means is known once the multiplier is.</summary>
/// <param name="Digits">Western digits only; empty where there were more than any sum has.</param>
/// <param name="Separators">One character for each gap between groups; every kind of space is a space.</param>
/// <param name="Tail">Digits after the last separator.</param>
/// <param name="Head">Digits before the first.</param>
internal readonly record struct WrittenNumber(string Digits, string Separators, int Head, int Tail, int End)
{
    private const int MaxDigits = 13;
    private const decimal Billion = 1_000_000_000;

    /// <summary>A number that is not written in digits, in tenths at the finest.</summary>
    public static WrittenNumber Of(decimal value, int end)
    {
        var (whole, tenths) = (((int)value).ToString(CultureInfo.InvariantCulture), (int)(value * 10 % 10));
        return tenths == 0 ? new(whole, "", whole.Length, whole.Length, end) : new(whole + (char)('0' + tenths), ".", whole.Length, 1, end);
    }

    public static int DigitAt(string text, int at) => at >= text.Length ? -1 : WrittenDigits.ValueOf(text[at]);

    public static WrittenNumber Read(string text, int start)
    {
        var digits = new StringBuilder();
        var separators = new StringBuilder();
        int at = start, head = 0, tail = 0;
        while (true)
        {
            for (tail = 0; DigitAt(text, at) is >= 0 and var digit; at++, tail++)
            {
                if (digits.Length <= MaxDigits) digits.Append((char)('0' + digit));
            }

            if (separators.Length == 0) head = tail;
            if (SeparatorAt(text, at, separators, head) is not { } separator) break;
            separators.Append(separator);
            at++;
        }

        return new(digits.Length > MaxDigits ? "" : digits.ToString(), separators.ToString(), head, tail, at);
    }

    /// <summary>"1.500" is 1,500 before "millones" and 1.5 before "mil millones"; "1,500" is a thousand and a half to an English reader only.</summary>
    public decimal Value(string language, decimal multiplier)
    {
        if (Digits.Length == 0) return 0;
        var fraction = IsFraction(language, multiplier) ? Tail : 0;
        return decimal.Parse(fraction == 0 ? Digits : Digits.Insert(Digits.Length - fraction, "."), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }

    private static char? SeparatorAt(string text, int at, StringBuilder before, int head)
    {
        if (at >= text.Length || DigitAt(text, at + 1) < 0 || before.Length > MaxDigits) return null;
        var separator = WrittenDigits.SeparatorOf(text[at]);
        if (!char.IsWhiteSpace(text[at])) return separator;
        // A space divides thousands only: one to three digits, then groups of exactly three.
        var three = DigitAt(text, at + 2) >= 0 && DigitAt(text, at + 3) >= 0 && DigitAt(text, at + 4) < 0;
        var regular = head <= 3 && (before.Length == 0 || before[^1] == ' ');
        return three && regular ? separator : null;
    }

    private bool IsFraction(string language, decimal multiplier)
    {
        if (Separators.Length == 0 || Separators[^1] == ' ') return false;
        var last = Separators[^1];
        if (Separators.Length > 1) return !Separators.AsSpan(0, Separators.Length - 1).Contains(last);
        if (Tail != 3 || Head > 3 || Digits[0] == '0') return true;
        var pointDivides = language is "de" or "es" or "fr" or "it" or "pt" or "ru" or "nl" or "tr" or "id";
        return last == '.' ? !pointDivides || multiplier >= Billion : pointDivides && language != "es" && multiplier > 1;
    }
}
