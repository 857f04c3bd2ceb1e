using Alerts.Core.Knowledge;

namespace Alerts.Core.Matching.Deciding;

/// <summary>
/// Counts the words between two places of a text; in scripts without spaces two characters count as a word. What lies close together is
/// counted as it stands; for what does not, the text is counted once, so that no number of questions takes more than a look.
/// </summary>
internal sealed class WordDistance(string text)
{
    private const int LongestWord = 30;

    /// <summary>So many characters are simply counted: nearly all questions are about neighbours, and for those nobody needs the sums of a whole text.</summary>
    private const int Close = 200;

    /// <summary>Divides the clauses of a headline in Japanese and Chinese, as a comma does elsewhere.</summary>
    private const char IdeographicSpace = '\u3000';

    /// <summary>In half words.</summary>
    private const int ClauseEnd = 4;

    /// <summary>Half words before each character.</summary>
    private int[]? _before;

    public bool AtMost(int words, FoundMention a, FoundMention b)
    {
        if (a.Start > b.Start) (a, b) = (b, a);
        var length = b.Start - a.End;
        if (length <= 0) return true;
        if (length > (words + 1) * LongestWord) return false;
        return (length <= Close ? Halves(text.AsSpan(a.End, length)) : HalvesFar(a.End, b.Start)) <= words * 2;
    }

    private static int Halves(ReadOnlySpan<char> between)
    {
        var halves = 0;
        var inWord = false;
        foreach (var c in between) halves += HalvesOf(c, ref inWord);
        return halves;
    }

    private int HalvesFar(int from, int to)
    {
        var before = _before ??= Sums();
        var halves = before[to] - before[from];
        // A word of which the first mention takes a part goes on behind it as a word of its own: "Bybit's".
        while (from < to && IsInsideWord(text[from])) from++;
        var goesOn = from < to && char.IsLetterOrDigit(text[from]) && !Scripts.IsUnspaced(text[from]) && before[from + 1] == before[from];
        return goesOn ? halves + 2 : halves;
    }

    private int[] Sums()
    {
        var before = new int[text.Length + 1];
        var inWord = false;
        for (var at = 0; at < text.Length; at++) before[at + 1] = before[at] + HalvesOf(text[at], ref inWord);
        return before;
    }

    private static int HalvesOf(char c, ref bool inWord)
    {
        if (IsInsideWord(c)) return 0;
        var wasInWord = inWord;
        var isLetter = char.IsLetterOrDigit(c);
        inWord = isLetter && !Scripts.IsUnspaced(c);
        if (inWord) return wasInWord ? 0 : 2;
        return isLetter ? 1 : c == IdeographicSpace ? ClauseEnd : 0;
    }

    private static bool IsInsideWord(char c) => c is '\'' or '’' or '-' or '.' or ',';
}
