namespace Alerts.Core.Matching.Naming;

/// <summary>Cuts a text in a script with capitals into words, and tells of each which known concept covers it.</summary>
internal static class NameTokens
{
    public static List<NameToken> Of(string text, ArticleField field, IReadOnlyList<Mention> mentions, int read)
    {
        var tokens = new List<NameToken>();
        var known = mentions.Where(mention => mention.Field == field && mention.Start < read).ToList();
        var (starts, breaks, comma) = (true, true, false);
        for (var at = 0; at < Math.Min(text.Length, read);)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                var c = text[at++];
                if (char.IsWhiteSpace(c)) continue;
                starts |= c is '.' or '!' or '?' or '\n' or ':' or '–' or '—' or '|' or '…';
                breaks |= c is not ('$' or '#' or '@');
                comma |= c == ',';
                continue;
            }

            var from = at;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || (IsInside(text[at]) && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1])))) at++;
            var word = text[from..at];
            if (word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal)) word = word[..^2];
            tokens.Add(new(word, from, KindOf(known, from, word.Length), starts, breaks, comma));
            (starts, breaks, comma) = (false, false, false);
        }

        return tokens;
    }

    private static bool IsInside(char c) => c is '.' or '-' or '&' or '\'' or '’' or '_';

    /// <summary>Of nested concepts the longest names the word.</summary>
    private static string? KindOf(List<Mention> known, int start, int length) =>
        known.Where(mention => mention.Start < start + length && start < mention.Start + mention.Length).MaxBy(mention => mention.Length)?.Kind;
}
