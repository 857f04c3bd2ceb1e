namespace Alerts.Core.Matching.Deciding;

/// <summary>
/// Decides an expression on the sentences [from, to) of an article: the whole of it, its title, its lead or one sentence. Where a list
/// is given, the mentions that made it hold are added to it, and none where it does not hold.
/// </summary>
internal static class ExpressionEvaluator
{
    public static bool Holds(CompiledExpression expression, ArticleFacts facts, List<int>? evidence = null) =>
        Holds(expression, facts, 0, facts.Sentences.Count, evidence);

    /// <summary>What shows that an expression holds that does, as early in the article as can be: in the title, else in the lead, else anywhere.</summary>
    public static List<int> EarliestEvidence(CompiledExpression expression, ArticleFacts facts)
    {
        var evidence = new List<int>();
        if (!Holds(expression, facts, 0, facts.TitleEnd, evidence) && !Holds(expression, facts, 0, facts.LeadEnd, evidence = [])) Holds(expression, facts, evidence = []);
        return evidence;
    }

    private static bool Holds(CompiledExpression expression, ArticleFacts facts, int from, int to, List<int>? evidence)
    {
        var before = evidence?.Count ?? 0;
        if (Decide(expression, facts, from, to, evidence)) return true;
        evidence?.RemoveRange(before, evidence.Count - before);
        return false;
    }

    private static bool Decide(CompiledExpression expression, ArticleFacts facts, int from, int to, List<int>? evidence)
    {
        switch (expression)
        {
            case CompiledExpression.Mentions mentions:
                var first = facts.FirstIn(mentions.Term, from, to);
                if (first >= 0) evidence?.Add(first);
                return first >= 0;
            case CompiledExpression.All all:
                return AtLeast(all.Parts.Length, all.Parts, facts, from, to, evidence);
            case CompiledExpression.Any any:
                return AtLeast(1, any.Parts, facts, from, to, evidence);
            case CompiledExpression.None none:
                foreach (var part in none.Parts)
                {
                    if (Holds(part, facts, from, to, null)) return false;
                }

                return true;
            case CompiledExpression.AtLeast atLeast:
                return AtLeast(atLeast.Count, atLeast.Parts, facts, from, to, evidence);
            case CompiledExpression.Times times:
                return Times(times, facts, from, to, evidence);
            case CompiledExpression.Sentences sentences:
                return InSentences(sentences, facts, from, to, evidence);
            case CompiledExpression.Near near:
                return Near(near, facts, from, to, evidence);
            case CompiledExpression.Title title:
                return Holds(title.Part, facts, from, Math.Min(to, facts.TitleEnd), evidence);
            case CompiledExpression.Lead lead:
                return Holds(lead.Part, facts, from, Math.Min(to, facts.LeadEnd), evidence);
            default:
                throw new InvalidOperationException($"{expression.GetType().Name} is not a kind of expression.");
        }
    }

    private static bool AtLeast(int count, CompiledExpression[] parts, ArticleFacts facts, int from, int to, List<int>? evidence)
    {
        for (var at = 0; at < parts.Length && count <= parts.Length - at; at++)
        {
            if (Holds(parts[at], facts, from, to, evidence) && --count == 0) return true;
        }

        return false;
    }

    private static bool Times(CompiledExpression.Times times, ArticleFacts facts, int from, int to, List<int>? evidence)
    {
        var found = new HashSet<int>();
        foreach (var term in times.Terms)
        {
            var list = facts.Of(term);
            for (var at = facts.PlaceOf(list, from); at < list.Count && facts.Mentions[list[at]].Sentence < to; at++)
            {
                var index = list[at];
                if (!found.Add(times.Distinct ? facts.Mentions[index].Entry : index)) continue;
                evidence?.Add(index);
                if (found.Count == times.Count) return true;
            }
        }

        return false;
    }

    private static bool InSentences(CompiledExpression.Sentences sentences, ArticleFacts facts, int from, int to, List<int>? evidence)
    {
        var left = sentences.Count;
        foreach (var sentence in CandidateSentences(sentences.Anchors, facts, from, to))
        {
            if (Holds(sentences.Whole, facts, sentence, sentence + 1, evidence) && --left == 0) return true;
        }

        return false;
    }

    /// <summary>Only the sentences that mention what the parts cannot hold without.</summary>
    private static IEnumerable<int> CandidateSentences(int[] anchors, ArticleFacts facts, int from, int to)
    {
        if (anchors.Length == 0)
        {
            for (var sentence = from; sentence < to; sentence++) yield return sentence;
            yield break;
        }

        for (var next = from; next < to;)
        {
            var nearest = int.MaxValue;
            foreach (var term in anchors)
            {
                var index = facts.FirstIn(term, next, to);
                if (index >= 0) nearest = Math.Min(nearest, facts.Mentions[index].Sentence);
            }

            if (nearest == int.MaxValue) yield break;
            yield return nearest;
            next = nearest + 1;
        }
    }

    private static bool Near(CompiledExpression.Near near, ArticleFacts facts, int from, int to, List<int>? evidence)
    {
        var firsts = facts.Of(near.First);
        var seconds = facts.Of(near.Second);
        var next = facts.PlaceOf(seconds, from);
        for (var at = facts.PlaceOf(firsts, from); at < firsts.Count && facts.Mentions[firsts[at]].Sentence < to; at++)
        {
            // Mentions are in order, so that only the last before and the first after can be the nearest.
            var first = firsts[at];
            while (next < seconds.Count && seconds[next] <= first) next++;
            var before = next - 1;
            if (before >= 0 && seconds[before] == first) before--;
            if ((before >= 0 && AreNear(near.Words, facts, first, seconds[before], from, to, evidence))
                || (next < seconds.Count && AreNear(near.Words, facts, first, seconds[next], from, to, evidence)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AreNear(int words, ArticleFacts facts, int a, int b, int from, int to, List<int>? evidence)
    {
        var first = facts.Mentions[a];
        var second = facts.Mentions[b];
        if (first.Sentence < from || first.Sentence >= to || second.Sentence < from || second.Sentence >= to || !SameField(facts, first, second)) return false;
        if (!facts.WordsOf(facts.Sentences[first.Sentence].Field).AtMost(words, first, second)) return false;
        evidence?.Add(a);
        evidence?.Add(b);
        return true;
    }

    private static bool SameField(ArticleFacts facts, FoundMention a, FoundMention b) => facts.Sentences[a.Sentence].Field == facts.Sentences[b.Sentence].Field;
}
