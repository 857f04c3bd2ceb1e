using Alerts.Core.Knowledge;

namespace Alerts.Core.Matching.Deciding;

/// <summary>Counts the words between two mentions; in scripts without spaces two characters count as a word.</summary>
internal static class WordDistance
{
    private const int LongestWord = 30;

    /// <summary>Divides the clauses of a headline in Japanese and Chinese, as a comma does elsewhere.</summary>
    private const char IdeographicSpace = '\u3000';

    /// <summary>In half words.</summary>
    private const int ClauseEnd = 4;

    public static bool AtMost(int words, string text, FoundMention a, FoundMention b)
    {
        if (a.Start > b.Start) (a, b) = (b, a);
        if (b.Start <= a.End) return true;
        if (b.Start - a.End > (words + 1) * LongestWord) return false;
        var halves = 0;
        var inWord = false;
        foreach (var c in text.AsSpan(a.End, b.Start - a.End))
        {
            if (char.IsLetterOrDigit(c) && Scripts.IsUnspaced(c))
            {
                halves++;
                inWord = false;
            }
            else if (char.IsLetterOrDigit(c))
            {
                if (!inWord) halves += 2;
                inWord = true;
            }
            else if (c == IdeographicSpace)
            {
                halves += ClauseEnd;
                inWord = false;
            }
            else if (c is not ('\'' or '’' or '-' or '.' or ','))
            {
                inWord = false;
            }
        }

        return halves <= words * 2;
    }
}
