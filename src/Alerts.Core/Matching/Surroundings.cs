namespace Alerts.Core.Matching;

/// <summary>Cuts out what a reader is shown on both sides of a place.</summary>
internal static class Surroundings
{
    /// <summary>At most <see cref="Mention.QuoteMargin"/> characters on each side, and no half of a character at the edges.</summary>
    /// <param name="from">Where the sentence or line begins, and <paramref name="to"/> where it ends: a quote does not leave it.</param>
    public static (string Before, string After) Of(string text, int start, int end, int from, int to)
    {
        var before = Math.Clamp(start - Mention.QuoteMargin, Math.Min(from, start), start);
        var after = Math.Min(Math.Clamp(end + Mention.QuoteMargin, end, Math.Max(to, end)), text.Length);
        if (before > 0 && before < start && char.IsLowSurrogate(text[before])) before++;
        if (after > end && after < text.Length && char.IsLowSurrogate(text[after])) after--;
        return (text[before..start], text[end..after]);
    }
}
