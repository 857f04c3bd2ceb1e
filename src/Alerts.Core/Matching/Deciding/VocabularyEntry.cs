namespace Alerts.Core.Matching.Deciding;

/// <summary>Something that can be found: a concept of the knowledge base, or words of a topic or a subscriber.</summary>
/// <param name="Terms">The topics' terms that a mention of it satisfies.</param>
internal sealed record VocabularyEntry(string Id, string Name, string Kind, string Provenance, int[] Terms);
