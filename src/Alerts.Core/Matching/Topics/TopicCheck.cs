using Alerts.Core.Knowledge;

namespace Alerts.Core.Matching.Topics;

/// <summary>What a topic's grammar cannot see: concepts that do not exist, and rules that nothing could anchor.</summary>
internal static class TopicCheck
{
    public static List<TopicError> Check(Topic topic, KnowledgeBase knowledge)
    {
        var errors = new List<TopicError>();
        foreach (var term in TopicTerms.Of(topic))
        {
            if (Unknown(term, knowledge) is { } error) errors.Add(error);
        }

        if (TopicTerms.Anchors(topic) is null)
        {
            errors.Add(new(new(0, 1, 1), "the topic would be decided on every article: it has only exclusions", "a require clause that something must be mentioned for"));
        }

        return errors;
    }

    private static TopicError? Unknown(TopicTerm term, KnowledgeBase knowledge) => term.Kind switch
    {
        TopicTermKind.Kind when !Kinds.All.Contains(term.Value) =>
            new(term.Position, $"there is no kind '{term.Value}'", string.Join(", ", Kinds.All.Order(StringComparer.Ordinal))),
        TopicTermKind.Concept or TopicTermKind.Under when knowledge.Find(term.Value) is null =>
            new(term.Position, $"there is no concept '{term.Value}'", knowledge.FindByName(term.Value) is { } meant ? $"perhaps '{meant.Id}'" : "an id of the knowledge base"),
        _ => null,
    };
}
