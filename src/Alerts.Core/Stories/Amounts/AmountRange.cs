using Alerts.Core.Matching.Reading;

namespace Alerts.Core.Stories.Amounts;

/// <summary>Two sums that are the ends of one: "$70–85 million", "$90 to $100 million", "between 70 and 85 million dollars", "170/195 milioni di dollari".</summary>
internal readonly record struct AmountRange(decimal Low, ReadSum Upper)
{
    /// <summary>Ends farther apart than this are two sums.</summary>
    private const decimal Widest = 5;

    private const string Dashes = "-\u2013\u2014~\u301C\uFF5E/";
    private const string Signs = "$\u20AC\u00A3\u20A9\u20B9\u00A5";

    /// <param name="upper">Reads the sum that begins with a number.</param>
    public static AmountRange? Read(string text, int start, WrittenNumber first, string language, Func<WrittenNumber, ReadSum?> upper)
    {
        var (multiplier, end) = OwnMultiplier(text, first.End, language);
        if (multiplier is null && AmountWords.IdeographicMultiplierAt(text, end) is ( > 1 and var ideographic, var after)) (multiplier, end) = (ideographic, after);
        if (After(text, start, end) is not { } at || upper(WrittenNumber.Read(text, at)) is not { } read) return null;
        if (text[end] == '/' && read.Multiplier < 1_000_000) return null;
        var by = multiplier ?? (first.Value(language, 1) < 1_000 ? read.Multiplier : 1);
        var low = first.Value(language, by) * by;
        return low > 0 && low < read.Value && read.Value <= low * Widest ? new(low, read) : null;
    }

    /// <summary>"$90 million to $100 million".</summary>
    private static (decimal? Multiplier, int End) OwnMultiplier(string text, int at, string language) =>
        AmountReader.WordAt(text, at, out var from) is { Length: > 0 } word && AmountWords.Multiplier(word, language) is { } multiplier ? (multiplier, from + word.Length) : (null, at);

    /// <summary>Where the second number begins; null where nothing joins the two.</summary>
    private static int? After(string text, int start, int end)
    {
        if (end >= text.Length) return null;
        var at = end;
        if (Dashes.Contains(text[at], StringComparison.Ordinal)) at++;
        else if (AmountWords.Range.Unspaced.FirstOrDefault(until => string.CompareOrdinal(text, end, until, 0, until.Length) == 0) is { } joint) at += joint.Length;
        else if (AmountReader.WordAt(text, at, out var from) is { Length: > 0 } word && from > at && Joins(text, start, word)) at = from + word.Length + 1;
        else return null;
        if (at + 1 < text.Length && text[at] == 'U' && text[at + 1] == 'S') at += 2;
        if (at < text.Length && Signs.Contains(text[at], StringComparison.Ordinal)) at++;
        return WrittenNumber.DigitAt(text, at) >= 0 ? at : null;
    }

    /// <summary>"From $30 million to $100 million" tells of a change, not of a range.</summary>
    private static bool Joins(string text, int start, string word) =>
        (AmountWords.Range.Until.Contains(word) && WordBefore(text, start) != "from") || (AmountWords.Range.And.Contains(word) && AmountWords.Range.Between.Contains(WordBefore(text, start)));

    private static string WordBefore(string text, int start)
    {
        var end = start;
        while (end > 0 && !char.IsLetter(text[end - 1]) && start - end < 3) end--;
        if (end > 1 && text[(end - 2)..end] is "US" && end < start) for (end -= 2; end > 0 && text[end - 1] == ' '; end--) { }
        var from = end;
        while (from > 0 && char.IsLetter(text[from - 1]) && end - from < 10) from--;
        return text[from..end].ToLowerInvariant();
    }
}
