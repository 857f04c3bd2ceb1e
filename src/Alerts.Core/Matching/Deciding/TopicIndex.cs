using Alerts.Core.Matching.Topics;

namespace Alerts.Core.Matching.Deciding;

/// <summary>
/// Finds the topics that an article may match. Every topic waits at the rarest terms that it cannot match without, so that the cost
/// follows what is in the article and not how many topics there are:
/// <code>
/// concept:bybit ──▶ #17 "bybit and sanctions"   #912 any(bybit, upbit)
/// concept:upbit ──▶ #912                        an article that names neither never looks at the two
/// </code>
/// </summary>
internal sealed class TopicIndex
{
    private readonly CompiledTopic[] _topics;
    private readonly int[][] _byTerm;

    public TopicIndex(IReadOnlyList<Topic> topics, Vocabulary vocabulary)
    {
        _topics = [.. topics.Select(topic => new CompiledTopic(topic, vocabulary))];
        var waiting = new List<int>?[vocabulary.TermCount];
        for (var index = 0; index < _topics.Length; index++)
        {
            foreach (var term in _topics[index].Anchors) (waiting[term] ??= []).Add(index);
        }

        _byTerm = [.. waiting.Select(list => list?.ToArray() ?? [])];
    }

    /// <summary>In the order in which the topics were given.</summary>
    public IEnumerable<CompiledTopic> Candidates(ArticleFacts facts)
    {
        var candidates = new List<int>();
        foreach (var term in facts.Terms) candidates.AddRange(_byTerm[term]);
        candidates.Sort();
        var last = -1;
        foreach (var index in candidates)
        {
            if (index == last) continue;
            last = index;
            yield return _topics[index];
        }
    }
}
