using Alerts.Core.Matching.Topics;

namespace Alerts.Core.Matching.Deciding;

/// <summary>An expression whose terms are numbers of one vocabulary.</summary>
internal abstract record CompiledExpression
{
    private CompiledExpression()
    {
    }

    public sealed record Mentions(int Term) : CompiledExpression;

    public sealed record All(CompiledExpression[] Parts) : CompiledExpression;

    public sealed record Any(CompiledExpression[] Parts) : CompiledExpression;

    public sealed record None(CompiledExpression[] Parts) : CompiledExpression;

    public sealed record AtLeast(int Count, CompiledExpression[] Parts) : CompiledExpression;

    /// <param name="Distinct">Counts different entries rather than mentions.</param>
    public sealed record Times(int Count, int[] Terms, bool Distinct) : CompiledExpression;

    /// <param name="Whole">What one sentence has to say.</param>
    /// <param name="Anchors">Terms of which a sentence must mention one; empty where any sentence may do.</param>
    public sealed record Sentences(int Count, All Whole, int[] Anchors) : CompiledExpression;

    public sealed record Near(int Words, int First, int Second) : CompiledExpression;

    public sealed record Title(CompiledExpression Part) : CompiledExpression;

    public sealed record Lead(CompiledExpression Part) : CompiledExpression;

    public static CompiledExpression Of(TopicExpression expression, Vocabulary vocabulary) => expression switch
    {
        TopicExpression.Mentions mentions => new Mentions(vocabulary.Term(mentions.Term)),
        TopicExpression.All all => new All(Of(all.Parts, vocabulary)),
        TopicExpression.Any any => new Any(Of(any.Parts, vocabulary)),
        TopicExpression.None none => new None(Of(none.Parts, vocabulary)),
        TopicExpression.AtLeast atLeast => new AtLeast(atLeast.Count, Of(atLeast.Parts, vocabulary)),
        TopicExpression.Times times => new Times(times.Count, Of(times.Terms, vocabulary), Distinct: false),
        TopicExpression.Different different => new Times(different.Count, Of(different.Terms, vocabulary), Distinct: true),
        TopicExpression.Sentences sentences =>
            new Sentences(sentences.Count, new All(Of(sentences.Parts, vocabulary)), Of(TopicTerms.Anchors(sentences) ?? [], vocabulary)),
        TopicExpression.Near near => new Near(near.Words, vocabulary.Term(near.First), vocabulary.Term(near.Second)),
        TopicExpression.Title title => new Title(Of(title.Part, vocabulary)),
        TopicExpression.Lead lead => new Lead(Of(lead.Part, vocabulary)),
        _ => throw new InvalidOperationException($"{expression.GetType().Name} is not a kind of expression."),
    };

    private static CompiledExpression[] Of(IReadOnlyList<TopicExpression> parts, Vocabulary vocabulary) => [.. parts.Select(part => Of(part, vocabulary))];

    private static int[] Of(IReadOnlyList<TopicTerm> terms, Vocabulary vocabulary) => [.. terms.Select(vocabulary.Term).Distinct()];
}
