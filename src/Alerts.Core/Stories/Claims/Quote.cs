using Alerts.Core.Matching;

namespace Alerts.Core.Stories.Claims;

/// <summary>The words that a claim was read from, with their surroundings in the sentence.</summary>
public sealed record Quote(string Before, string Text, string After)
{
    private const int MaxText = 200;

    public static Quote None { get; } = new("", "", "");

    /// <param name="from">Where the sentence begins, and <paramref name="to"/> where it ends: a quote does not leave it.</param>
    public static Quote Of(string text, int start, int length, int from, int to)
    {
        ArgumentNullException.ThrowIfNull(text);
        var end = Math.Min(start + Math.Min(length, MaxText), text.Length);
        var before = Math.Clamp(start - Mention.QuoteMargin, Math.Min(from, start), start);
        var after = Math.Clamp(end + Mention.QuoteMargin, end, Math.Max(to, end));
        return new(text[Whole(text, before, 1)..start], text[start..end], text[end..Whole(text, Math.Min(after, text.Length), -1)]);
    }

    /// <summary>No half of a character at the edges.</summary>
    private static int Whole(string text, int at, int step) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at + step : at;
}
