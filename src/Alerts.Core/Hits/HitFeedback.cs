namespace Alerts.Core.Hits;

/// <summary>Somebody says that a hit is none: for those who write the rules.</summary>
/// <param name="By">"reader" with a number that stands for the reader, or the operator's name.</param>
/// <param name="Clauses">What had satisfied the topic, in its language.</param>
public sealed record HitFeedback(string HitId, string TopicId, string By, DateTimeOffset At, string Title, string Publisher, IReadOnlyList<string> Clauses, string? Note = null)
{
    public static HitFeedback Of(Hit hit, string by, DateTimeOffset at, string? note = null) => new(
        hit.Id.ToString(), hit.Id.TopicId, by, at, hit.Title, hit.Publisher, [.. hit.Explanation.Clauses.Where(clause => clause.Satisfied).Select(clause => clause.Clause)], note);
}
