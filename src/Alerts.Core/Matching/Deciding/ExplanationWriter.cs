using System.Text;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching.Topics;

namespace Alerts.Core.Matching.Deciding;

/// <summary>
/// Writes why a topic was decided as it was, in words that need no knowledge of the rules:
/// <c>North Korea ("Pyongyang", title) and crypto theft ("stole $1.5bn in ether", paragraph 2)</c>.
/// </summary>
internal static class ExplanationWriter
{
    private const int MaxMentions = 5;
    private const int LongestPhrase = 60;

    public static Explanation Write(
        CompiledTopic compiled,
        ArticleFacts facts,
        List<int>[] required,
        int? excluded,
        List<(ScorePart Part, List<int> Evidence)> scored,
        List<GateExplanation> gates)
    {
        var topic = compiled.Topic;
        var clauses = new List<ClauseExplanation>();
        for (var index = 0; index < required.Length; index++)
            clauses.Add(new(topic.Require[index].Text, true, Mentions(facts, required[index])) { Words = compiled.RequireWords[index] });
        if (excluded is { } clause) clauses.Add(new($"exclude {topic.Exclude[clause].Text}", false, []) { Words = "left out for " + compiled.ExcludeWords[clause] });
        foreach (var (part, evidence) in scored) clauses.Add(new(part.Reason, true, Mentions(facts, evidence)) { Words = part.Name });
        return new Explanation { Summary = Summarise(topic, facts, required), Clauses = clauses, Gates = gates, Score = [.. scored.Select(one => one.Part)] };
    }

    private static List<Mention> Mentions(ArticleFacts facts, List<int> evidence) =>
        [.. evidence.Distinct().Order().Take(MaxMentions).Select(index => facts.Describe(facts.Mentions[index]))];

    private static string Summarise(Topic topic, ArticleFacts facts, List<int>[] required)
    {
        var summary = new StringBuilder();
        for (var index = 0; index < required.Length; index++)
        {
            if (required[index].Count == 0) continue;
            if (summary.Length > 0) summary.Append(" and ");
            var place = facts.Mentions[required[index][0]];
            var sentence = facts.Sentences[place.Sentence];
            summary.Append(topic.Require[index].Label ?? Label(facts, place)).Append(" (\"").Append(Phrase(facts, place)).Append("\", ").Append(Where(sentence)).Append(')');
        }

        return summary.ToString();
    }

    private static string Label(ArticleFacts facts, FoundMention mention)
    {
        var entry = facts.Vocabulary.Entry(mention.Entry);
        return entry.Kind == Kinds.Word ? "the words" : entry.Name;
    }

    private static string Where(Reading.Sentence sentence) => sentence.Field switch
    {
        ArticleField.Title => "title",
        ArticleField.Summary => "summary",
        _ => $"paragraph {sentence.Paragraph}",
    };

    /// <summary>A name as it is; a deed with what it was done to: from its word to the sum or the coins in the same sentence.</summary>
    private static string Phrase(ArticleFacts facts, FoundMention mention)
    {
        var text = facts.TextOf(facts.Sentences[mention.Sentence].Field);
        var kind = facts.Vocabulary.Entry(mention.Entry).Kind;
        int start = mention.Start, end = mention.End;
        if (kind is Kinds.Theft or Kinds.Loss or Kinds.Attack or Kinds.MoneyFlow or Kinds.Response)
        {
            foreach (var other in facts.Mentions)
            {
                if (other.Sentence != mention.Sentence || facts.Vocabulary.Entry(other.Entry).Kind is not (Kinds.Amount or Kinds.Crypto or Kinds.Victim)) continue;
                var from = Math.Min(start, other.Start);
                var to = Math.Max(end, other.End);
                if (to - from <= LongestPhrase) (start, end) = (from, to);
            }
        }

        return text[start..end].ReplaceLineEndings(" ");
    }
}
