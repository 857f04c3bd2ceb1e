namespace Alerts.Core.Knowledge;

/// <summary>One written-out form of an alias and the concept that it names.</summary>
/// <param name="Concept">Index in <see cref="KnowledgeBase.Concepts"/>.</param>
public sealed record ConceptAlias(int Concept, string Text, Alias Alias);
