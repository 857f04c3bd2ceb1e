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
        var (before, after) = Surroundings.Of(text, start, end, from, to);
        return new(before, text[start..end], after);
    }
}
