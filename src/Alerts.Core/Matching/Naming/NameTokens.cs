using Alerts.Core.Knowledge;

namespace Alerts.Core.Matching.Naming;

/// <summary>Cuts a text in a script with capitals into words, and tells of each which known concept covers it.</summary>
internal static class NameTokens
{
    /// <summary>A name that only its look gives away, and which this finder is to judge by its company.</summary>
    private const string Spotted = "protocol-name";

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
            // A Latin name ends where another script goes on: "HuayingとZhang".
            var unspaced = Scripts.IsUnspaced(text[at]);
            while (at < text.Length && Scripts.IsUnspaced(text[at]) == unspaced && (char.IsLetterOrDigit(text[at]) || (IsInside(text[at]) && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1])))) at++;
            var word = text[from..at];
            if (word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal)) word = word[..^2];
            tokens.Add(new(word, from, LooksLikeName(word) ? null : KindOf(known, from, word.Length), starts, breaks, comma));
            (starts, breaks, comma) = (false, false, false);
        }

        return tokens;
    }

    private static bool IsInside(char c) => c is '.' or '-' or '&' or '\'' or '’' or '_';

    /// <summary>"BTC9" is no sum.</summary>
    private static bool LooksLikeName(string word) => word.Length is >= 3 and <= 6 && char.IsAsciiDigit(word[^1]) && word.AsSpan(0, word.Length - 1).IndexOfAnyExceptInRange('A', 'Z') < 0;

    /// <summary>Of nested concepts the longest names the word.</summary>
    private static string? KindOf(List<Mention> known, int start, int length) =>
        known.Where(mention => mention.Concept != Spotted && mention.Start < start + length && start < mention.End).MaxBy(mention => mention.Length)?.Kind;
}
