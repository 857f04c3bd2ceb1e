namespace Alerts.Core.Knowledge;

/// <summary>One written-out form of an alias and the concept that it names.</summary>
/// <param name="Concept">Index in <see cref="KnowledgeBase.Concepts"/>.</param>
public sealed record AliasSpelling(int Concept, string Text, ConceptAlias Alias);
