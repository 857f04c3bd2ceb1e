using System.Globalization;
using Alerts.Core.Knowledge;

namespace Alerts.Core.Matching.Topics;

/// <summary>
/// Says in plain words what a clause asks for: <c>sentence(under:north-korea, kind:theft)</c> is "North Korea or a group tied to it, and theft or
/// hacking, in one sentence". Names come from the knowledge base.
/// </summary>
internal static class TopicWords
{
    public static string Of(TopicExpression expression, KnowledgeBase knowledge) => Of(expression, knowledge, inner: false);

    /// <summary>Its label, which its author chose; but a single term says more than a label does.</summary>
    public static string Of(TopicClause clause, KnowledgeBase knowledge) =>
        clause.Label is { } label && clause.Expression is not TopicExpression.Mentions ? label : Of(clause.Expression, knowledge);

    /// <summary>A score's label is its text where its author gave none.</summary>
    public static string Of(TopicScore score, KnowledgeBase knowledge) => score.Label == score.Text ? Of(score.Expression, knowledge) : score.Label;

    private static string Of(TopicExpression expression, KnowledgeBase knowledge, bool inner)
    {
        return expression switch
        {
            TopicExpression.Mentions mentions => Of(mentions.Term, knowledge),
            TopicExpression.All all => Joined(all.Parts, " and "),
            TopicExpression.Any any => Joined(any.Parts, " or "),
            TopicExpression.None none => "nothing of " + Joined(none.Parts, " or ", always: none.Parts.Count > 1),
            TopicExpression.AtLeast atLeast => $"at least {Number(atLeast.Count)} of {Joined(atLeast.Parts, ", ", always: true)}",
            TopicExpression.Times times => $"at least {Number(times.Count)} mentions of {Terms(times.Terms)}",
            TopicExpression.Different different => $"at least {Number(different.Count)} different names for {Terms(different.Terms)}",
            TopicExpression.Sentences { Count: 1 } sentences => $"{Joined(sentences.Parts, " and ")} in one sentence",
            TopicExpression.Sentences sentences => $"{Joined(sentences.Parts, " and ")} in at least {Number(sentences.Count)} sentences",
            TopicExpression.Near near => $"{Of(near.First, knowledge)} within {Number(near.Words)} words of {Of(near.Second, knowledge)}",
            TopicExpression.Title title => $"{Of(title.Part, knowledge, inner: true)} in the headline",
            TopicExpression.Lead lead => $"{Of(lead.Part, knowledge, inner: true)} in the headline or the first lines",
            _ => throw new InvalidOperationException($"{expression.GetType().Name} is not a kind of expression."),
        };

        string Joined(IReadOnlyList<TopicExpression> parts, string word, bool always = false)
        {
            var text = string.Join(word, parts.Select(part => Of(part, knowledge, inner: true)));
            return always || (inner && parts.Count > 1) ? $"({text})" : text;
        }

        string Terms(IReadOnlyList<TopicTerm> terms) => string.Join(" or ", terms.Select(term => Of(term, knowledge)));
    }

    private static string Of(TopicTerm term, KnowledgeBase knowledge) => term.Kind switch
    {
        TopicTermKind.Words => $"the words “{term.Value}”",
        TopicTermKind.Kind => OfKind(term.Value),
        TopicTermKind.Under => Under(term.Value, knowledge),
        _ => knowledge.Find(term.Value)?.Name ?? term.Value,
    };

    private static string Under(string id, KnowledgeBase knowledge)
    {
        if (knowledge.Find(id) is not { } concept) return id;
        if (!knowledge.Concepts.Any(other => other.Umbrella == id)) return concept.Name;
        return concept.Kind == Kinds.Umbrella ? $"{concept.Name} or one of its groups" : $"{concept.Name} or a group tied to it";
    }

    private static string OfKind(string kind) => kind switch
    {
        Kinds.Victim => "a known exchange, bridge, wallet or protocol",
        Kinds.Venue => "an exchange, bridge, wallet or protocol",
        Kinds.Crypto => "cryptocurrency",
        Kinds.Theft => "theft or hacking",
        Kinds.Attack => "an attack",
        Kinds.Loss => "a loss",
        Kinds.MoneyFlow => "laundering",
        Kinds.Response => "what was done about it",
        Kinds.Infiltration => "infiltration",
        Kinds.Amount => "a sum",
        Kinds.State => "a state",
        Kinds.Umbrella => "a family of groups",
        Kinds.Actor => "a known group",
        Kinds.Agency => "an agency",
        Kinds.Person => "a known person",
        Kinds.Malware => "known malware",
        Kinds.Campaign => "a known campaign",
        Kinds.Country => "a country",
        Kinds.Analyst => "an analyst",
        Kinds.Authority => "an authority",
        Kinds.Hedge => "a doubt",
        _ => kind,
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
