using System.Buffers;

namespace Alerts.Core.Stories.Amounts;

/// <summary>
/// An article's own value in dollars of a sum of tokens or of another currency ("336 BTC, about $3.1 million"): it was true on the day of the
/// theft, where a rate is a year's mean and an undated text has none.
/// </summary>
internal static class StatedConversion
{
    /// <summary>Characters from the sum to its value.</summary>
    private const int Reach = 36;

    /// <summary>Characters from a sum to one in brackets behind it: " (about".</summary>
    private const int Bracket = 10;

    /// <summary>"More than 336 BTC" is "336.4 BTC".</summary>
    private const decimal Same = 1.02m;

    private static readonly SearchValues<char> s_brackets = SearchValues.Create("(（[");
    private static readonly SearchValues<char> s_stops = SearchValues.Create(".;。；");

    /// <param name="stated">In any field of the article.</param>
    /// <param name="amounts">All of the field's, in order.</param>
    public static Amount? Of(Amount stated, SumSurroundings field, IReadOnlyList<Amount> amounts)
    {
        for (var at = 0; at + 1 < amounts.Count; at++)
        {
            var (one, next) = (amounts[at], amounts[at + 1]);
            if (!next.UsdIsEstimate && IsStated(one) && Restates(field, one.End, next.Start) && !IsOwnPart(field.Text.AsSpan(next.End))) return next;
            // "$3.6 billion (about ¥560 billion)".
            if (one is { UsdIsEstimate: false, IsToken: false } && IsStated(next) && IsInBrackets(field.Text, one.End, next.Start)) return one;
        }

        return null;

        bool IsStated(Amount sum) => sum.Unit == stated.Unit && sum.Value <= stated.Value * Same && stated.Value <= sum.Value * Same;
    }

    private static bool IsInBrackets(string text, int from, int to) => to - from is > 0 and <= Bracket && text.AsSpan(from, to - from).TrimStart() is ['(' or '（' or '[', ..];

    /// <summary>By a bracket, or a word for "about" or "worth"; not what it is worth today, and not in another sentence.</summary>
    private static bool Restates(SumSurroundings field, int from, int to)
    {
        if (to - from is < 1 or > Reach) return false;
        var between = field.Text.AsSpan(from, to - from);
        return !between.ContainsAny(s_stops) && !field.Says(SumCues.Today, from, to) && (between.ContainsAny(s_brackets) || field.Says(SumCues.Worth, from, to));
    }

    /// <summary>"$500,000 in USDT": another part of the loot.</summary>
    private static bool IsOwnPart(ReadOnlySpan<char> after) => after is [' ', ..] && after[1..].IndexOf(' ') is > 0 and <= 5 and var word && word + 2 < after.Length && char.IsUpper(after[word + 2]);
}
