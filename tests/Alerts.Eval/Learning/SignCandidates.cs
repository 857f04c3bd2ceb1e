using Alerts.Core.Knowledge;
using Alerts.Core.Matching;
using Alerts.Core.Matching.Topics;

namespace Alerts.Eval.Learning;

/// <summary>
/// What a topic may weigh: each word of the trade and each kind of name, in the headline, in the lead or anywhere, and pairs of the commoner ones close together.
/// No single name is among them, so that nothing is learned of one house or group.
/// </summary>
internal static class SignCandidates
{
    /// <summary>A sign seen in fewer articles than this tells of those articles and not of a kind.</summary>
    private const int LeastArticles = 15;

    /// <summary>Terms in a smaller share of headlines stand in no pairs.</summary>
    private const double CommonShare = 0.2;

    private static readonly HashSet<string> s_names = new(
        [Kinds.State, Kinds.Umbrella, Kinds.Actor, Kinds.Agency, Kinds.Person, Kinds.Malware, Kinds.Campaign, Kinds.Victim, Kinds.Country, Kinds.Authority], StringComparer.Ordinal);

    /// <param name="gate">The topic that they are for: only what it requires is looked at.</param>
    /// <returns>The signs, and of each article those that hold; null where the topic does not look at it.</returns>
    public static (IReadOnlyList<TopicScore> Signs, List<int[]?> Held) Of(Topic gate, IReadOnlyList<LabelledArticle> articles)
    {
        var knowledge = KnowledgeBase.BuiltIn;
        var terms = knowledge.Concepts.Where(concept => !s_names.Contains(concept.Kind) && concept.Umbrella is null).Select(concept => $"concept:{concept.Id}")
            .Concat(knowledge.Concepts.Where(concept => concept.Kind != Kinds.Cue).GroupBy(concept => concept.Kind).Where(kind => kind.Count() > 1).Select(kind => $"kind:{kind.Key}"))
            .Append("under:north-korea")
            .ToList();
        List<string> signs = [.. terms.Select(term => $"title({term})")];
        var inTitles = Held(gate, signs, articles);
        var common = terms.Where((_, at) => inTitles.Count(held => held?.Contains(at) == true) >= articles.Count * CommonShare).ToList();
        signs.AddRange(terms.Select(term => $"lead({term})"));
        signs.AddRange(terms);
        for (var first = 0; first < common.Count; first++)
        {
            for (var second = first + 1; second < common.Count; second++)
            {
                signs.Add($"title(near(4, {common[first]}, {common[second]}))");
                signs.Add($"lead(sentence({common[first]}, {common[second]}))");
            }
        }

        var held = Held(gate, signs, articles);
        var counts = new int[signs.Count];
        foreach (var sign in held.OfType<int[]>().SelectMany(one => one)) counts[sign]++;
        var kept = Enumerable.Range(0, signs.Count).Where(sign => counts[sign] >= LeastArticles).ToList();
        var place = kept.Select((sign, at) => (sign, at)).ToDictionary(pair => pair.sign, pair => pair.at);
        return (
            [.. kept.Select(sign => Score(signs[sign]))],
            [.. held.Select(one => one?.Where(place.ContainsKey).Select(sign => place[sign]).ToArray())]);
    }

    private static List<int[]?> Held(Topic gate, List<string> signs, IReadOnlyList<LabelledArticle> articles)
    {
        var scores = signs.Select(Score).ToList();
        var place = signs.Select((sign, at) => (sign, at)).ToDictionary(pair => pair.sign, pair => pair.at, StringComparer.Ordinal);
        var matcher = ArticleMatcher.Create(KnowledgeBase.BuiltIn, [gate with { Exclude = [], Gates = [], Scores = scores, Weighings = [], Threshold = 0 }]);
        return [.. articles.Select(article => matcher.Read(article.ToArticle()).Matches is [var match] ? match.Explanation.Score.Select(part => place[part.Reason]).ToArray() : null)];
    }

    private static TopicScore Score(string sign) => new(1, sign, ((TopicParse.Parsed)TopicParser.Parse($"require {sign}", KnowledgeBase.BuiltIn)).Topic.Require[0].Expression, sign);
}
