namespace Alerts.Core.Matching.Cues;

/// <summary>A word of a <see cref="CueVocabulary"/> at a place in a field.</summary>
/// <param name="Id">A concept of the vocabulary's file.</param>
/// <param name="Note">The concept's class, where the file has classes.</param>
internal readonly record struct Cue(string Id, string Name, string? Note, int Start, int End);
