namespace Alerts.Core.Matching.Deciding;

/// <summary>A concept or a topic's own word at a place, before anyone asks for its quote.</summary>
/// <param name="Entry">Index in the vocabulary.</param>
/// <param name="Sentence">Index among the article's sentences.</param>
internal readonly record struct FoundMention(int Entry, int Sentence, int Start, int Length)
{
    public int End => Start + Length;
}
