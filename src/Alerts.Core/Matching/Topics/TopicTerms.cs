namespace Alerts.Core.Matching.Topics;

/// <summary>Walks expressions for the terms in them.</summary>
internal static class TopicTerms
{
    public static IEnumerable<TopicTerm> Of(Topic topic) => topic.Require.Select(clause => clause.Expression)
        .Concat(topic.Exclude.Select(clause => clause.Expression))
        .Concat(topic.Scores.Concat(topic.Weighings.SelectMany(weighing => weighing.Signs)).Select(score => score.Expression))
        .SelectMany(Of);

    public static IEnumerable<TopicTerm> Of(TopicExpression expression) => expression switch
    {
        TopicExpression.Mentions mentions => [mentions.Term],
        TopicExpression.All all => all.Parts.SelectMany(Of),
        TopicExpression.Any any => any.Parts.SelectMany(Of),
        TopicExpression.None none => none.Parts.SelectMany(Of),
        TopicExpression.AtLeast atLeast => atLeast.Parts.SelectMany(Of),
        TopicExpression.Sentences sentences => sentences.Parts.SelectMany(Of),
        TopicExpression.Times times => times.Terms,
        TopicExpression.Different different => different.Terms,
        TopicExpression.Near near => [near.First, near.Second],
        TopicExpression.Title title => Of(title.Part),
        TopicExpression.Lead lead => Of(lead.Part),
        _ => throw new InvalidOperationException($"{expression.GetType().Name} is not a kind of expression."),
    };

    /// <summary>
    /// The cheapest set of terms of which at least one is mentioned wherever the expression holds; null where it can hold without any.
    /// </summary>
    public static IReadOnlyList<TopicTerm>? Anchors(TopicExpression expression) => expression switch
    {
        TopicExpression.Mentions mentions => [mentions.Term],
        TopicExpression.All all => Cheapest(all.Parts, 1),
        TopicExpression.Sentences sentences => Cheapest(sentences.Parts, 1),
        TopicExpression.Any any => Cheapest(any.Parts, any.Parts.Count),
        // At least n of m hold, so that one of any m - n + 1 does.
        TopicExpression.AtLeast atLeast => Cheapest(atLeast.Parts, atLeast.Parts.Count - atLeast.Count + 1),
        TopicExpression.Times times => [.. times.Terms],
        TopicExpression.Different different => [.. different.Terms],
        TopicExpression.Near near => Cost([near.First]) <= Cost([near.Second]) ? [near.First] : [near.Second],
        TopicExpression.Title title => Anchors(title.Part),
        TopicExpression.Lead lead => Anchors(lead.Part),
        _ => null,
    };

    public static IReadOnlyList<TopicTerm>? Anchors(Topic topic) => Cheapest([.. topic.Require.Select(clause => clause.Expression)], 1);

    /// <summary>The terms of the so many parts that are met least often; null where fewer than that cannot hold without a mention.</summary>
    private static List<TopicTerm>? Cheapest(IReadOnlyList<TopicExpression> parts, int count)
    {
        List<IReadOnlyList<TopicTerm>> anchored = [.. parts.Select(Anchors).OfType<IReadOnlyList<TopicTerm>>().OrderBy(Cost).Take(count)];
        return anchored.Count == count ? [.. anchored.SelectMany(anchors => anchors)] : null;
    }

    /// <summary>How often one of the terms is met, roughly: a name hardly ever, a kind in every third article.</summary>
    private static int Cost(IReadOnlyList<TopicTerm> terms) => terms.Sum(term => term.Kind switch
    {
        TopicTermKind.Words => 1,
        TopicTermKind.Concept => 2,
        TopicTermKind.Under => 50,
        _ => 500,
    });
}
