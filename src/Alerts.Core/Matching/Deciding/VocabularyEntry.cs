using System.Collections.Frozen;

namespace Alerts.Core.Matching.Deciding;

/// <summary>Something that can be found: a concept of the knowledge base, or words of a topic.</summary>
/// <param name="Terms">The topics' terms that a mention of it satisfies.</param>
/// <param name="Context">Concepts and kinds of which a mention makes an ambiguous alias of it count; null where none does.</param>
/// <param name="Deeds">Concepts of which a mention right beside it, and a sum, do so; null where none does.</param>
internal sealed record VocabularyEntry(string Id, string Name, string Kind, string Provenance, int[] Terms, FrozenSet<string>? Context, FrozenSet<string>? Deeds);
