using Alerts.Core.Knowledge;

namespace Alerts.Core.Matching.Topics;

/// <summary>Recursive descent over expressions: or binds loosest, then and, then not.</summary>
internal sealed class TopicExpressions(TopicTokens tokens)
{
    private const int MaxDepth = 40;
    private const string AnyExpression = "a term (concept:ID, kind:KIND, under:ID, \"words\"), a function or '('";

    private static readonly OrderedDictionary<string, Func<TopicExpressions, TopicExpression>> s_functions = new()
    {
        ["all"] = read => new TopicExpression.All(read.ReadParts()),
        ["any"] = read => new TopicExpression.Any(read.ReadParts()),
        ["none"] = read => new TopicExpression.None(read.ReadParts()),
        ["atleast"] = read => read.ReadAtLeast(),
        ["times"] = read => new TopicExpression.Times(read.ReadCount(), read.ReadTerms()),
        ["different"] = read => new TopicExpression.Different(read.ReadCount(), read.ReadTerms()),
        ["sentence"] = read => new TopicExpression.Sentences(1, read.ReadParts()),
        ["sentences"] = read => new TopicExpression.Sentences(read.ReadCount(), read.ReadParts()),
        ["near"] = read => new TopicExpression.Near(read.ReadCount(), read.ReadTerm(), read.ReadSecondTerm()),
        ["title"] = read => new TopicExpression.Title(read.Read()),
        ["lead"] = read => new TopicExpression.Lead(read.Read()),
    };

    private static readonly Dictionary<string, TopicTermKind> s_terms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["concept"] = TopicTermKind.Concept,
        ["kind"] = TopicTermKind.Kind,
        ["under"] = TopicTermKind.Under,
    };

    private int _depth;

    public TopicExpression Read()
    {
        if (++_depth > MaxDepth) throw new TopicSyntaxException(new(tokens.Current.Position, "parentheses are nested too deeply", $"at most {MaxDepth} levels"));
        var parts = new List<TopicExpression> { ReadAnd() };
        while (tokens.TakeName("or")) parts.Add(ReadAnd());
        _depth--;
        return parts.Count == 1 ? parts[0] : new TopicExpression.Any(parts);
    }

    private TopicExpression ReadAnd()
    {
        var parts = new List<TopicExpression> { ReadNot() };
        while (tokens.TakeName("and")) parts.Add(ReadNot());
        return parts.Count == 1 ? parts[0] : new TopicExpression.All(parts);
    }

    private TopicExpression ReadNot()
    {
        var negations = 0;
        while (tokens.TakeName("not")) negations++;
        var part = ReadPrimary();
        return negations % 2 == 0 ? part : new TopicExpression.None([part]);
    }

    private TopicExpression ReadPrimary()
    {
        if (tokens.TakeIf(TopicTokenKind.Open))
        {
            var inner = Read();
            tokens.Expect(TopicTokenKind.Close, "')'");
            return inner;
        }

        var token = tokens.Current;
        if (token.Kind == TopicTokenKind.Words || (token.Kind == TopicTokenKind.Name && token.Text.Contains(':', StringComparison.Ordinal)))
            return new TopicExpression.Mentions(ReadTerm());
        if (token.Kind != TopicTokenKind.Name) throw tokens.Unexpected(AnyExpression);
        tokens.Take();
        if (tokens.Current.Kind != TopicTokenKind.Open)
        {
            throw new TopicSyntaxException(new(token.Position, $"'{token.Text}' is no term", $"{AnyExpression}; words stand in quotes"));
        }

        tokens.Take();
        var read = ReadFunction(token);
        tokens.Expect(TopicTokenKind.Close, "',' or ')'");
        return read;
    }

    private TopicExpression ReadFunction(TopicToken name) => name.OneOf(s_functions.Keys) is { } function
        ? s_functions[function](this)
        : throw new TopicSyntaxException(new(name.Position, $"there is no function '{name.Text}'", TopicLists.Or(s_functions.Keys)));

    private TopicExpression.AtLeast ReadAtLeast()
    {
        var position = tokens.Current.Position;
        var count = ReadCount();
        var parts = ReadParts();
        return count <= parts.Count
            ? new(count, parts)
            : throw new TopicSyntaxException(new(position, $"at least {count} of {parts.Count} never holds", $"a number from 1 to {parts.Count}"));
    }

    private int ReadCount()
    {
        var count = tokens.ExpectNumber(1, 1000, "a number");
        tokens.Expect(TopicTokenKind.Comma, "','");
        return count;
    }

    private List<TopicExpression> ReadParts()
    {
        var parts = new List<TopicExpression> { Read() };
        while (tokens.TakeIf(TopicTokenKind.Comma)) parts.Add(Read());
        return parts;
    }

    private List<TopicTerm> ReadTerms()
    {
        var terms = new List<TopicTerm> { ReadTerm() };
        while (tokens.TakeIf(TopicTokenKind.Comma)) terms.Add(ReadTerm());
        return terms;
    }

    private TopicTerm ReadSecondTerm()
    {
        tokens.Expect(TopicTokenKind.Comma, "','");
        return ReadTerm();
    }

    private TopicTerm ReadTerm()
    {
        var token = tokens.Current;
        if (token.Kind == TopicTokenKind.Words)
        {
            if (AliasRules.Objection(token.Text, new ConceptAlias(token.Text)) is { } objection)
                throw new TopicSyntaxException(new(token.Position, $"\"{token.Text}\" {objection}", "words that say something"));
            tokens.Take();
            return new(TopicTermKind.Words, token.Text, token.Position);
        }

        if (token.Kind != TopicTokenKind.Name) throw tokens.Unexpected("a term (concept:ID, kind:KIND, under:ID, \"words\")");
        var colon = token.Text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !s_terms.TryGetValue(token.Text[..colon], out var kind))
            throw new TopicSyntaxException(new(token.Position, $"'{token.Text}' is no term", "concept:ID, kind:KIND, under:ID or \"words\""));
        tokens.Take();
        return new(kind, token.Text[(colon + 1)..], token.Position);
    }
}
