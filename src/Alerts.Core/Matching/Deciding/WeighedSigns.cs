using System.Globalization;

namespace Alerts.Core.Matching.Deciding;

/// <summary>What the signs of one weighing come to in an article.</summary>
internal sealed class WeighedSigns
{
    /// <summary>How many of the weightiest signs a reader is shown.</summary>
    private const int MaxShown = 4;

    private readonly CompiledTopic _topic;
    private readonly int _weighing;
    private readonly List<int> _held;

    private WeighedSigns(CompiledTopic topic, int weighing, List<int> held, int points)
    {
        _topic = topic;
        _weighing = weighing;
        _held = held;
        Points = points;
    }

    public int Points { get; }

    public static WeighedSigns Of(CompiledTopic topic, int weighing, ArticleFacts facts)
    {
        var points = topic.Topic.Weighings[weighing].Points;
        var held = new List<int>();
        var signs = topic.Signs[weighing];
        for (var sign = 0; sign < signs.Length; sign++)
        {
            if (!ExpressionEvaluator.Holds(signs[sign], facts)) continue;
            held.Add(sign);
            points += topic.Topic.Weighings[weighing].Signs[sign].Points;
        }

        return new(topic, weighing, held, points);
    }

    /// <summary>One part of the score: "how it is told, from -5: a sum in the headline +9, the market in the headline -4, and 12 more", and where the article says so.</summary>
    public (ScorePart Part, List<int> Evidence) Explain(ArticleFacts facts)
    {
        var weighing = _topic.Topic.Weighings[_weighing];
        var weightiest = _held.OrderByDescending(sign => Math.Abs(weighing.Signs[sign].Points)).ThenBy(sign => sign).Take(MaxShown).ToList();
        var evidence = new List<int>();
        foreach (var sign in weightiest) ExpressionEvaluator.Holds(_topic.Signs[_weighing][sign], facts, evidence);
        var more = _held.Count - weightiest.Count;
        var words = Listed(weightiest.Select(sign => (_topic.SignWords[_weighing][sign], weighing.Signs[sign].Points)), more);
        var clauses = Listed(weightiest.Select(sign => (weighing.Signs[sign].Text, weighing.Signs[sign].Points)), more);
        var from = weighing.Points.ToString(CultureInfo.InvariantCulture);
        return (new($"{weighing.Label}, from {from}: {words}", Points, $"weigh {from} \"{weighing.Label}\" {clauses}"), evidence);
    }

    private static string Listed(IEnumerable<(string Sign, int Points)> signs, int more)
    {
        var listed = string.Join(", ", signs.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Sign} {one.Points:+0;-0}")));
        return more > 0 ? string.Create(CultureInfo.InvariantCulture, $"{listed}, and {more} more") : listed.Length > 0 ? listed : "nothing";
    }
}
