namespace Alerts.Core.Matching.Topics;

/// <summary>Reads the lines of a topic, or the one expression that it is.</summary>
internal sealed class TopicStatements(string text, string id)
{
    private static readonly OrderedDictionary<string, Action<TopicStatements>> s_statements = new()
    {
        ["require"] = topic => topic._require.Add(topic.ReadClause()),
        ["exclude"] = topic => topic._exclude.Add(topic.ReadClause()),
        ["score"] = topic => topic._scores.Add(topic.ReadScore()),
        ["weigh"] = topic => topic.ReadWeighing(),
        ["gate"] = topic => topic.ReadGate(),
        ["threshold"] = topic => topic._threshold = topic._tokens.ExpectNumber(-1000, 1000, "a score"),
    };

    private readonly TopicTokens _tokens = new(text);
    private readonly List<TopicClause> _require = [];
    private readonly List<TopicClause> _exclude = [];
    private readonly List<TopicScore> _scores = [];
    private readonly List<TopicWeighing> _weighings = [];
    private readonly List<TopicGate> _gates = [];
    private int _threshold;

    public Topic Read()
    {
        while (_tokens.TakeIf(TopicTokenKind.LineEnd))
        {
        }

        if (!_tokens.TakeName("topic"))
        {
            if (_tokens.Current.OneOf(s_statements.Keys) is not null) ReadStatements();
            else _require.Add(ReadClause());
            while (_tokens.TakeIf(TopicTokenKind.LineEnd))
            {
            }

            return _tokens.Current.Kind == TopicTokenKind.End ? Topic(id, 1, id) : throw _tokens.Unexpected("and, or, or the end");
        }

        var name = _tokens.Expect(TopicTokenKind.Name, "the topic's id").Text;
        var version = _tokens.TakeName("version") ? _tokens.ExpectNumber(1, 1_000_000, "a version") : 1;
        var title = _tokens.Current.Kind == TopicTokenKind.Words ? _tokens.Take().Text : name;
        EndLine();
        ReadStatements();
        return Topic(name, version, title);
    }

    private Topic Topic(string topicId, int version, string name) => new()
    {
        Id = topicId,
        Version = version,
        Name = name,
        Text = text,
        Require = _require,
        Exclude = _exclude,
        Scores = _scores,
        Weighings = _weighings,
        Gates = _gates,
        Threshold = _threshold,
    };

    private void ReadStatements()
    {
        while (_tokens.Current.Kind != TopicTokenKind.End)
        {
            if (_tokens.Current.OneOf(s_statements.Keys) is not { } statement) throw _tokens.Unexpected(TopicLists.Or(s_statements.Keys));
            _tokens.Take();
            s_statements[statement](this);
            EndLine();
        }
    }

    private TopicClause ReadClause()
    {
        var label = ReadLabel();
        var start = _tokens.At;
        var expression = new TopicExpressions(_tokens).Read();
        return new(label, expression, _tokens.Since(start));
    }

    /// <summary>Quoted words before an expression are its label; before and, or, or a line's end they are the expression.</summary>
    private string? ReadLabel()
    {
        var label = _tokens.Current;
        if (label.Kind != TopicTokenKind.Words || !_tokens.StartsExpressionAfterThis()) return null;
        _tokens.Take();
        return label.Text;
    }

    private TopicScore ReadScore()
    {
        var points = ReadPoints();
        var clause = ReadClause();
        return new(points, clause.Label ?? clause.Text, clause.Expression, clause.Text);
    }

    private void ReadWeighing()
    {
        var points = ReadPoints();
        var label = _tokens.Expect(TopicTokenKind.Words, "what is weighed, in quotes");
        var signs = new List<TopicScore>();
        do
        {
            signs.Add(ReadScore());
        }
        while (_tokens.Current.Kind == TopicTokenKind.Number);

        _weighings.Add(new(points, label.Text, signs));
    }

    private int ReadPoints() => _tokens.ExpectNumber(-1000, 1000, "points");

    private void ReadGate()
    {
        var any = TopicLists.Or(TopicGate.Names);
        var token = _tokens.Expect(TopicTokenKind.Name, any);
        if (token.OneOf(TopicGate.Names) is not { } name) throw new TopicSyntaxException(new(token.Position, $"there is no gate '{token.Text}'", any));
        var negated = _tokens.TakeName("not");
        if (!negated) _tokens.TakeName("is");
        var known = TopicGateFindings.Of(name);
        var findings = new List<string>();
        do
        {
            var written = _tokens.Expect(TopicTokenKind.Name, "a finding");
            if (written.OneOf(known) is not { } finding)
                throw new TopicSyntaxException(new(written.Position, $"the gate '{name}' never finds '{written.Text}'", string.Join(", ", known)));
            findings.Add(finding);
        }
        while (_tokens.TakeIf(TopicTokenKind.Comma));

        _gates.Add(new(name, negated, findings));
    }

    private void EndLine()
    {
        if (_tokens.Current.Kind == TopicTokenKind.End || _tokens.TakeIf(TopicTokenKind.LineEnd)) return;
        throw _tokens.Unexpected("and, or, or the end of the line");
    }
}
