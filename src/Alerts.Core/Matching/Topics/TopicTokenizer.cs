using System.Globalization;

namespace Alerts.Core.Matching.Topics;

/// <summary>Cuts a topic's text into tokens. A line ends a statement except inside parentheses or before an indented line; # begins a comment.</summary>
internal static class TopicTokenizer
{
    public static List<TopicToken> Tokenize(string text)
    {
        var tokens = new List<TopicToken>();
        int line = 1, lineStart = 0, depth = 0;
        for (var at = 0; at < text.Length;)
        {
            var c = text[at];
            var position = new TopicPosition(at, line, at - lineStart + 1);
            if (c == '\n')
            {
                var continues = at + 1 < text.Length && text[at + 1] is ' ' or '\t';
                if (depth == 0 && !continues && tokens.Count > 0 && tokens[^1].Kind != TopicTokenKind.LineEnd) tokens.Add(new(TopicTokenKind.LineEnd, "", position, at + 1));
                line++;
                lineStart = ++at;
            }
            else if (char.IsWhiteSpace(c))
            {
                at++;
            }
            else if (c == '#')
            {
                while (at < text.Length && text[at] != '\n') at++;
            }
            else if (c is '"' or '“')
            {
                var end = at + 1;
                while (end < text.Length && text[end] is not ('"' or '”' or '\n')) end++;
                var closed = end < text.Length && text[end] != '\n';
                var next = closed ? end + 1 : end;
                tokens.Add(new(closed ? TopicTokenKind.Words : TopicTokenKind.Unclosed, text[(at + 1)..end], position, next));
                at = next;
            }
            else if (c is '(' or ')' or ',')
            {
                depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
                tokens.Add(new(c == '(' ? TopicTokenKind.Open : c == ')' ? TopicTokenKind.Close : TopicTokenKind.Comma, c.ToString(), position, at + 1));
                at++;
            }
            else
            {
                var end = at + 1;
                while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('(' or ')' or ',' or '"' or '“' or '#')) end++;
                var word = text[at..end];
                tokens.Add(new(int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? TopicTokenKind.Number : TopicTokenKind.Name, word, position, end));
                at = end;
            }
        }

        tokens.Add(new(TopicTokenKind.End, "", new(text.Length, line, text.Length - lineStart + 1), text.Length));
        return tokens;
    }
}
