using System.Globalization;

namespace Alerts.Core.Stories;

/// <summary>
/// A second opinion on whether an article tells a story's event, asked where the points (<see cref="StoryAgreement"/>) do not suffice: many small signs
/// (<see cref="StorySigns"/>), each with the weight that it was found to have in labelled news (<c>tests/Alerts.Eval -- learn-stories</c>), summed as log-odds. It can join what the
/// rules would leave apart, never part what they join, nor join what they forbid.
/// </summary>
internal sealed class StoryOpinion
{
    /// <summary>How likely the two must be one. Lower ones join more of what belongs together, and as much again of what does not.</summary>
    public const double Enough = 0.6;

    /// <summary>Signs that a reason names, the weightiest first.</summary>
    private const int Shown = 5;

    /// <summary>Nothing that is only likely is shown as certain.</summary>
    private const double MostShown = 0.99;

    private readonly IReadOnlyDictionary<string, double> weights;

    /// <param name="intercept">Log-odds where no sign holds.</param>
    /// <param name="weights">By sign, in units of log-odds; what is not there weighs nothing.</param>
    /// <exception cref="ArgumentException">A weight is of a sign that there is not.</exception>
    public StoryOpinion(double intercept, IReadOnlyDictionary<string, double> weights)
    {
        if (weights.Keys.FirstOrDefault(sign => !StorySigns.All.Contains(sign)) is { } unknown) throw new ArgumentException($"There is no sign \"{unknown}\": learn the weights anew where signs have changed.", nameof(weights));
        (Intercept, this.weights) = (intercept, weights);
    }

    /// <summary>That of the weights that ship (<c>Stories/Data/opinion.json</c>).</summary>
    public static StoryOpinion BuiltIn { get; } = Of(EmbeddedData.Json<OpinionFile>("Stories/opinion.json"));

    /// <summary>Joins nothing: the rules alone.</summary>
    public static StoryOpinion None { get; } = new(double.NegativeInfinity, new Dictionary<string, double>());

    public double Intercept { get; }

    public static StoryOpinion Of(OpinionFile file) => new(file.Intercept, file.Signs);

    /// <returns>Null where they cannot be one, or are less likely so than <see cref="Enough"/>.</returns>
    public Likely? Of(NewsEvent told, Story story)
    {
        if (double.IsNegativeInfinity(Intercept) || !StoryAgreement.MayMeet(told, story)) return null;
        var held = StorySigns.Of(told, story).Select(sign => (Sign: sign, Weight: weights.GetValueOrDefault(sign))).Where(sign => sign.Weight != 0).ToList();
        var probability = 1 / (1 + Math.Exp(-(Intercept + held.Sum(sign => sign.Weight))));
        return probability < Enough ? null : new(probability, Reason(probability, held));
    }

    private string Reason(double probability, List<(string Sign, double Weight)> held)
    {
        var ordered = held.OrderByDescending(sign => Math.Abs(sign.Weight)).ThenBy(sign => sign.Sign, StringComparer.Ordinal).ToList();
        var parts = ordered.Take(Shown).Select(sign => string.Create(CultureInfo.InvariantCulture, $"{sign.Sign} {sign.Weight:+0.0;-0.0}"));
        var rest = held.Count > Shown ? string.Create(CultureInfo.InvariantCulture, $", {held.Count - Shown} smaller {ordered.Skip(Shown).Sum(sign => sign.Weight):+0.0;-0.0;0.0}") : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Math.Min(probability, MostShown) * 100:0} % likely the same event: {string.Join(", ", parts)}{rest}, from {Intercept:0.0} ({Enough * 100:0} % suffice)");
    }

    /// <param name="Reason">How likely, and the weightiest signs for it and against it.</param>
    internal sealed record Likely(double Probability, string Reason);

    /// <summary>What is learned, as it is kept.</summary>
    internal sealed record OpinionFile(double Intercept, IReadOnlyDictionary<string, double> Signs);
}
