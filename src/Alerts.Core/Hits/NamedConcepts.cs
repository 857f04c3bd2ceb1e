using Alerts.Core.Knowledge;
using Alerts.Core.Matching;

namespace Alerts.Core.Hits;

/// <summary>Whom and what an article names, for a search by name: not the words of theft and money, which every hit has.</summary>
internal static class NamedConcepts
{
    /// <summary>An article that names more is a list; the row stays small.</summary>
    private const int Most = 60;

    private static readonly HashSet<string> s_kinds = new(StringComparer.Ordinal)
    {
        Kinds.State, Kinds.Umbrella, Kinds.Actor, Kinds.Agency, Kinds.Person, Kinds.Malware, Kinds.Campaign, Kinds.Victim, Kinds.Country, Kinds.Analyst,
    };

    public static IReadOnlyList<string> Of(ArticleReading reading) =>
        [.. reading.Mentions.Where(mention => s_kinds.Contains(mention.Kind)).Select(mention => mention.Concept).Distinct(StringComparer.Ordinal).Take(Most)];
}
