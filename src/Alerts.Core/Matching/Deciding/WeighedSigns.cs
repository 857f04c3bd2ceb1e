using System.Globalization;

namespace Alerts.Core.Matching.Deciding;

/// <summary>What the signs of one weighing come to in an article.</summary>
/// <param name="Held">Which of its signs hold.</param>
internal sealed record WeighedSigns(CompiledWeighing Compiled, IReadOnlyList<int> Held)
{
    /// <summary>How many of the weightiest signs a reader is shown.</summary>
    private const int MaxShown = 4;

    public int Points => Compiled.Weighing.Points + Held.Sum(PointsOf);

    public static WeighedSigns Of(CompiledWeighing compiled, ArticleFacts facts) =>
        new(compiled, [.. Enumerable.Range(0, compiled.Signs.Length).Where(sign => ExpressionEvaluator.Holds(compiled.Signs[sign], facts))]);

    /// <summary>One part of the score: "how it is told, from -5: a sum in the headline +9, the market in the headline -4, and 12 more", and where the article says so.</summary>
    public (ScorePart Part, List<int> Evidence) Explain(ArticleFacts facts)
    {
        var weightiest = Held.OrderByDescending(sign => Math.Abs(PointsOf(sign))).ThenBy(sign => sign).Take(MaxShown).ToList();
        var evidence = new List<int>();
        foreach (var sign in weightiest) ExpressionEvaluator.Holds(Compiled.Signs[sign], facts, evidence);
        var weighing = Compiled.Weighing;
        var from = weighing.Points.ToString(CultureInfo.InvariantCulture);
        var words = Listed(sign => Compiled.Words[sign]);
        var signs = Listed(sign => weighing.Signs[sign].Text);
        return (new($"{weighing.Label}, from {from}: {words}", Points, $"weigh {from} \"{weighing.Label}\" {signs}"), evidence);

        string Listed(Func<int, string> called)
        {
            var listed = string.Join(", ", weightiest.Select(sign => string.Create(CultureInfo.InvariantCulture, $"{called(sign)} {PointsOf(sign):+0;-0}")));
            var more = Held.Count - weightiest.Count;
            return more > 0 ? string.Create(CultureInfo.InvariantCulture, $"{listed}, and {more} more") : listed.Length > 0 ? listed : "nothing";
        }
    }

    private int PointsOf(int sign) => Compiled.Weighing.Signs[sign].Points;
}
