namespace Alerts.Core.Matching.Reading;

/// <summary>A stretch of one field that says one thing.</summary>
/// <param name="Paragraph">One-based in the text, zero in title and summary.</param>
internal readonly record struct Sentence(ArticleField Field, int Start, int End, int Paragraph);
