using System.Collections;

namespace Alerts.Core.Matching.Deciding;

/// <summary>The mentions of an article with their quotes, made when somebody asks for the first: most articles match nothing, and nobody does.</summary>
internal sealed class DescribedMentions(ArticleFacts facts) : IReadOnlyList<Mention>
{
    public int Count => facts.Mentions.Count;

    public Mention this[int index] => All[index];

    // Two who ask at once make equal ones.
    private Mention[] All => field ??= [.. facts.Mentions.Select(facts.Describe)];

    public IEnumerator<Mention> GetEnumerator() => ((IEnumerable<Mention>)All).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
