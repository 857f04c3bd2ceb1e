namespace Alerts.Core.Matching.Deciding;

/// <summary>Makes of a place what a reader is shown: the alias as written with its surroundings.</summary>
internal static class MentionDescriber
{
    public static Mention Describe(ArticleFacts facts, FoundMention found)
    {
        var sentence = facts.Sentences[found.Sentence];
        var text = facts.TextOf(sentence.Field);
        var entry = facts.Vocabulary.Entry(found.Entry);
        // The quote stays in the sentence: its neighbours may be boilerplate.
        var (before, after) = Surroundings.Of(text, found.Start, found.End, sentence.Start, sentence.End);
        return new Mention
        {
            Concept = entry.Id,
            Name = entry.Name,
            Kind = entry.Kind,
            Alias = text.Substring(found.Start, found.Length),
            Field = sentence.Field,
            Start = found.Start,
            Length = found.Length,
            Paragraph = sentence.Paragraph,
            Before = before,
            After = after,
            Provenance = entry.Provenance,
        };
    }
}
