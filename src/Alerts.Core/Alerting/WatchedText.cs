using Alerts.Core.Knowledge;

namespace Alerts.Core.Alerting;

/// <summary>
/// What an alert rests on, as text that is asked for the watch words of many readers: it is taken apart once, so that a word that is not
/// there costs one look into a set, and only one that may be there a search. Words are bounded in alphabets; scripts without spaces have
/// no boundary to ask for.
/// </summary>
public sealed class WatchedText
{
    private readonly IReadOnlyList<string> texts;
    private readonly HashSet<string> words = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<(char, char)> pairs = [];

    public WatchedText(IEnumerable<string> texts)
    {
        this.texts = [.. texts.Where(text => text.Length > 0).Distinct(StringComparer.Ordinal)];
        foreach (var text in this.texts)
        {
            TakeApart(text);
        }
    }

    public bool Names(string word) => MayName(word) && texts.Any(text => Contains(text, word));

    /// <summary>Whether the word's beginning is there: a whole word of an alphabet, or two signs of a dense script.</summary>
    private bool MayName(string word)
    {
        if (word.Length == 0 || !char.IsLetterOrDigit(word[0]))
        {
            return word.Length > 0;
        }

        return Scripts.IsUnspaced(word[0])
            ? word.Length == 1 || pairs.Contains((word[0], char.ToUpperInvariant(word[1])))
            : words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word.AsSpan(0, EndOfWord(word, 0)));
    }

    private void TakeApart(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (Scripts.IsUnspaced(text[at]))
            {
                if (at + 1 < text.Length)
                {
                    pairs.Add((text[at], char.ToUpperInvariant(text[at + 1])));
                }

                at++;
                continue;
            }

            var end = EndOfWord(text, at);
            if (end > at)
            {
                words.Add(text[at..end]);
            }

            at = Math.Max(end, at + 1);
        }
    }

    private static int EndOfWord(string text, int at)
    {
        while (at < text.Length && !Scripts.IsUnspaced(text[at]) && char.IsLetterOrDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool Contains(string text, string word)
    {
        for (var at = 0; (at = text.IndexOf(word, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            if (IsEdge(text, at - 1, word[0]) && IsEdge(text, at + word.Length, word[^1]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsEdge(string text, int at, char inner) =>
        at < 0 || at >= text.Length || !char.IsLetterOrDigit(text[at]) || Scripts.IsUnspaced(inner) || Scripts.IsUnspaced(text[at]);
}
