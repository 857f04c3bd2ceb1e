namespace Alerts.Core.Matching.Topics;

/// <summary>What a clause asks of an article, or of the part of it that an enclosing expression chose.</summary>
public abstract record TopicExpression
{
    private TopicExpression()
    {
    }

    /// <summary>Mentioned at least once.</summary>
    public sealed record Mentions(TopicTerm Term) : TopicExpression;

    public sealed record All(IReadOnlyList<TopicExpression> Parts) : TopicExpression;

    public sealed record Any(IReadOnlyList<TopicExpression> Parts) : TopicExpression;

    public sealed record None(IReadOnlyList<TopicExpression> Parts) : TopicExpression;

    /// <summary>At least so many of the parts hold.</summary>
    public sealed record AtLeast(int Count, IReadOnlyList<TopicExpression> Parts) : TopicExpression;

    /// <summary>At least so many mentions.</summary>
    public sealed record Times(int Count, IReadOnlyList<TopicTerm> Terms) : TopicExpression;

    /// <summary>At least so many different concepts or words among those that the terms cover.</summary>
    public sealed record Different(int Count, IReadOnlyList<TopicTerm> Terms) : TopicExpression;

    /// <summary>All parts hold within one sentence; at least so many sentences do so.</summary>
    public sealed record Sentences(int Count, IReadOnlyList<TopicExpression> Parts) : TopicExpression;

    /// <summary>The terms stand with at most so many words between them.</summary>
    public sealed record Near(int Words, TopicTerm First, TopicTerm Second) : TopicExpression;

    public sealed record Title(TopicExpression Part) : TopicExpression;

    /// <summary>In the title, the summary or the first two sentences of the text.</summary>
    public sealed record Lead(TopicExpression Part) : TopicExpression;
}
