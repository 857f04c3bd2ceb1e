namespace Alerts.Core.Matching.Topics;

/// <summary>Reads the lines of a topic, or the one expression that it is.</summary>
internal sealed class TopicStatements(string text, string id)
{
    private const string AnyStatement = "require, exclude, score, gate or threshold";
    private static readonly string[] s_gates = ["subject", "direction", "time"];

    private readonly TopicTokens _tokens = new(text);
    private readonly List<TopicClause> _require = [];
    private readonly List<TopicClause> _exclude = [];
    private readonly List<TopicScore> _scores = [];
    private readonly List<TopicGate> _gates = [];
    private int _threshold;

    public Topic Read()
    {
        while (_tokens.TakeIf(TopicTokenKind.LineEnd))
        {
        }

        if (!_tokens.TakeName("topic"))
        {
            if (IsStatement(_tokens.Current)) ReadStatements();
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
        Gates = _gates,
        Threshold = _threshold,
    };

    private static bool IsStatement(TopicToken token) =>
        token.Kind == TopicTokenKind.Name && token.Text is "require" or "exclude" or "score" or "gate" or "threshold";

    private void ReadStatements()
    {
        while (_tokens.Current.Kind != TopicTokenKind.End)
        {
            if (_tokens.TakeName("require")) _require.Add(ReadClause());
            else if (_tokens.TakeName("exclude")) _exclude.Add(ReadClause());
            else if (_tokens.TakeName("score")) ReadScore();
            else if (_tokens.TakeName("gate")) ReadGate();
            else if (_tokens.TakeName("threshold")) _threshold = _tokens.ExpectNumber(-1000, 1000, "a score");
            else throw _tokens.Unexpected(AnyStatement);
            EndLine();
        }
    }

    private TopicClause ReadClause()
    {
        var label = ReadLabel();
        var start = _tokens.Current.Position;
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

    private void ReadScore()
    {
        var points = _tokens.ExpectNumber(-1000, 1000, "points");
        var clause = ReadClause();
        _scores.Add(new(points, clause.Label ?? clause.Text, clause.Expression, clause.Text));
    }

    private void ReadGate()
    {
        var name = _tokens.Expect(TopicTokenKind.Name, "subject, direction or time");
        if (!s_gates.Contains(name.Text)) throw new TopicSyntaxException(new(name.Position, $"there is no gate '{name.Text}'", "subject, direction or time"));
        var negated = _tokens.TakeName("not");
        if (!negated) _tokens.TakeName("is");
        var findings = new List<string>();
        do
        {
            var finding = _tokens.Expect(TopicTokenKind.Name, "a finding");
            var known = TopicGateFindings.Of(name.Text);
            if (!known.Contains(finding.Text))
                throw new TopicSyntaxException(new(finding.Position, $"the gate '{name.Text}' never finds '{finding.Text}'", string.Join(", ", known)));
            findings.Add(finding.Text);
        }
        while (_tokens.TakeIf(TopicTokenKind.Comma));

        _gates.Add(new(name.Text, negated, findings));
    }

    private void EndLine()
    {
        if (_tokens.Current.Kind == TopicTokenKind.End || _tokens.TakeIf(TopicTokenKind.LineEnd)) return;
        throw _tokens.Unexpected("and, or, or the end of the line");
    }
}
