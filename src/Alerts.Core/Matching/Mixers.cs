using System.Collections.Frozen;
using Alerts.Core.Knowledge;

namespace Alerts.Core.Matching;

/// <summary>Services that wash loot: the word for one, and those known by name, each a concept that "is" a mixer.</summary>
internal static class Mixers
{
    private const string Any = "mixer";

    private static readonly Lazy<FrozenSet<string>> s_named = new(() => KnowledgeBase.BuiltIn.Concepts
        .Where(concept => concept.Relations.Any(relation => relation is { Kind: Relation.Is, To: Any })).Select(concept => concept.Id).ToFrozenSet(StringComparer.Ordinal));

    public static bool IsMixer(Mention mention) => mention.Concept == Any || IsNamed(mention);

    /// <summary>One of its own name, as "Tornado Cash".</summary>
    public static bool IsNamed(Mention mention) => s_named.Value.Contains(mention.Concept);
}
