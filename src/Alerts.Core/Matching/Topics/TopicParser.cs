using Alerts.Core.Knowledge;

namespace Alerts.Core.Matching.Topics;

/// <summary>
/// Reads the topic language. A topic is an expression alone, or lines:
/// <code>
/// topic my-counterparties version 2 "Thefts at our counterparties"
/// require "a counterparty"  any(concept:bybit, concept:upbit, "Acme Exchange")
/// require "theft"           kind:theft
/// exclude                   title("hackathon")
/// score 40 "in the headline" title(kind:theft)
/// score 20 "in one sentence" sentence(kind:victim, kind:theft)
/// weigh -5 "how it is told"
///   3 lead(kind:amount)
///   -4 title("price")
/// gate time not drill, product
/// threshold 40
/// </code>
/// A line that is indented continues the one before it, # begins a comment.
/// Expressions: terms (concept:ID, kind:KIND, under:ID, "words"), and, or, not, parentheses, all(...), any(...), none(...),
/// atleast(N, ...), times(N, terms), different(N, terms), sentence(...), sentences(N, ...), near(N, term, term), title(...), lead(...).
/// </summary>
public static class TopicParser
{
    /// <param name="id">The id where the text is an expression alone.</param>
    public static TopicParse Parse(string text, KnowledgeBase knowledge, string id = "topic")
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(knowledge);
        if (text.Length > Topic.MaxTextLength)
            return Fail(new(new(0, 1, 1), $"the topic is longer than {Topic.MaxTextLength} characters"));
        try
        {
            var statements = new TopicStatements(text, id);
            var topic = statements.Read();
            var errors = TopicCheck.Check(topic, knowledge);
            return errors.Count == 0 ? new TopicParse.Parsed(topic) : new TopicParse.Failed(errors);
        }
        catch (TopicSyntaxException e)
        {
            return Fail(e.Error);
        }
    }

    private static TopicParse.Failed Fail(TopicError error) => new([error]);
}
