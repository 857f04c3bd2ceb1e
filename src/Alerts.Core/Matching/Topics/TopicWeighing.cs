namespace Alerts.Core.Matching.Topics;

/// <summary>
/// Many small signs that are added up to one part of the score: none of them decides anything, and a reader is shown the weightiest. Written by
/// hand or learned from labelled articles (<c>tests/Alerts.Eval -- learn</c>).
/// </summary>
/// <param name="Points">What it begins with, before any sign is seen.</param>
public sealed record TopicWeighing(int Points, string Label, IReadOnlyList<TopicScore> Signs);
