using System.Globalization;
using System.Text;

namespace Alerts.Core.Matching.Topics;

/// <summary>The tokens of a topic and where the parser stands in them.</summary>
internal sealed class TopicTokens(string text)
{
    private readonly List<TopicToken> _tokens = TopicTokenizer.Tokenize(text);
    private int _at;

    public TopicToken Current => _tokens[_at];

    public TopicToken Take()
    {
        var token = _tokens[_at];
        if (token.Kind != TopicTokenKind.End) _at++;
        return token;
    }

    public bool TakeIf(TopicTokenKind kind)
    {
        if (Current.Kind != kind) return false;
        _at++;
        return true;
    }

    public bool TakeName(string name)
    {
        if (!Current.Is(name)) return false;
        _at++;
        return true;
    }

    public bool StartsExpressionAfterThis() =>
        _tokens[Math.Min(_at + 1, _tokens.Count - 1)] is { Kind: TopicTokenKind.Words or TopicTokenKind.Open or TopicTokenKind.Name } next
        && !next.Is("and") && !next.Is("or");

    public TopicToken Expect(TopicTokenKind kind, string expected) => Current.Kind == kind ? Take() : throw Unexpected(expected);

    public int ExpectNumber(int least, int most, string expected)
    {
        var token = Expect(TopicTokenKind.Number, expected);
        var number = int.Parse(token.Text, CultureInfo.InvariantCulture);
        return number >= least && number <= most
            ? number
            : throw new TopicSyntaxException(new(token.Position, $"{number} is out of range", $"{expected} from {least} to {most}"));
    }

    public TopicSyntaxException Unexpected(string expected) =>
        new(new(Current.Position, Current.Kind == TopicTokenKind.Unclosed ? "a quotation is not closed" : $"unexpected {Current.Described}", expected));

    /// <summary>Where the parser stands, for <see cref="Since"/>.</summary>
    public int At => _at;

    /// <summary>What was written from a token up to the current one, on one line and without comments.</summary>
    public string Since(int start)
    {
        var written = new StringBuilder();
        for (var at = start; at < _at; at++)
        {
            if (at > start && _tokens[at - 1].End < _tokens[at].Position.Offset) written.Append(' ');
            written.AppendJoin(' ', text[_tokens[at].Position.Offset.._tokens[at].End].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }

        return written.ToString();
    }
}
