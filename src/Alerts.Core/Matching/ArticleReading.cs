using Alerts.Core.Articles;
using Alerts.Core.Matching.Naming;

namespace Alerts.Core.Matching;

/// <summary>What one pass over an article gave: its language, every mention, and the decision on every topic worth explaining.</summary>
/// <param name="Mentions">All concepts found, boilerplate left out, in order of field and offset.</param>
/// <param name="Matches">One per topic that matched or came near.</param>
public sealed record ArticleReading(Article Article, string Language, IReadOnlyList<Mention> Mentions, IReadOnlyList<Match> Matches)
{
    /// <summary>Matches of topics that subscribers wrote: each for its owner alone, and so in no list with the others.</summary>
    public IReadOnlyList<Match> Own { get; init; } = [];

    /// <summary>What stands around names; read when it is first asked for.</summary>
    internal NameSurroundings Surroundings => field is { } known && ReferenceEquals(known.Article, Article) ? known : field = new(Article, Language);

    /// <summary>North Korea is named, be it by its hackers or workers without a group's name.</summary>
    internal bool IsOfState => Mentions.Any(NamelessActors.IsOfState);

    public IEnumerable<Match> Matched => Matches.Where(match => match.Matched);
}
