using Alerts.Core.Knowledge;
using Alerts.Core.Matching.Cues;
using Alerts.Core.Matching;
using Alerts.Core.Stories.Amounts;

namespace Alerts.Core.Stories.Claims;

/// <summary>An article laid out for reading claims from it.</summary>
internal sealed class ClaimText
{
    /// <summary>What is told after so many sentences is background.</summary>
    private const int MaxSentences = 160;

    private const int LeadSentences = 3;

    /// <summary>As many victims as this, none of them in the title, are a list.</summary>
    private const int Many = 3;

    private ClaimText(ArticleReading reading, Protagonists whom, string? victim, IReadOnlyList<ClaimSentence> sentences)
    {
        (Reading, Whom, Victim, Sentences, SumsAt) = (reading, whom, victim, sentences, SumTime.Of(reading.Article));
    }

    public ArticleReading Reading { get; }

    public Protagonists Whom { get; }

    /// <summary>Whose loss it tells; null where that is nobody's in particular.</summary>
    public string? Victim { get; }

    public IReadOnlyList<ClaimSentence> Sentences { get; }

    public NewsKind Kind => Reading.Matched.FirstOrDefault()?.Kind ?? NewsKind.NewEvent;

    /// <summary>At which time's rates its sums are valued.</summary>
    public DateTimeOffset SumsAt { get; }

    public DateTimeOffset When => Reading.Article.PublishedAt ?? Reading.Article.FirstSeenAt;

    /// <summary>Tells of one event what can be taken from it; a report counts where its headline names whose loss it is about.</summary>
    public bool TellsAnEvent => Kind is NewsKind.NewEvent or NewsKind.FollowUp or NewsKind.CourtStep or NewsKind.Retrospective
        || (Kind is NewsKind.RoundUp or NewsKind.Policy && Victim is { } victim && Sentences.Any(sentence => sentence.Field == ArticleField.Title && sentence.Names(victim)));

    /// <summary>The sentences that speak of this loss, or of no other.</summary>
    public IEnumerable<ClaimSentence> OnTopic => Sentences.Where(sentence => !sentence.IsOfAnother(Victim));

    public static ClaimText Of(ArticleReading reading)
    {
        var whom = Protagonists.Of(reading);
        var titled = reading.Mentions.Where(mention => mention is { Kind: Kinds.Victim, Field: ArticleField.Title }).Select(mention => mention.Name).ToList();
        var victim = whom.Victims.FirstOrDefault(titled.Contains) ?? (whom.Victims is { Count: > 0 and < Many } ? whom.Victims[0] : null);
        return new(reading, whom, victim, SentencesOf(reading));
    }

    private static List<ClaimSentence> SentencesOf(ArticleReading reading)
    {
        var facts = ClaimVocabulary.Find(reading);
        var sentences = new List<ClaimSentence>();
        int mention = 0, cue = 0, inText = 0;
        for (var index = 0; index < facts.Sentences.Count && sentences.Count < MaxSentences; index++)
        {
            var sentence = facts.Sentences[index];
            var mentions = new List<Mention>();
            for (; mention < reading.Mentions.Count && IsBefore(reading.Mentions[mention], sentence.Field, sentence.End); mention++)
            {
                if (reading.Mentions[mention].Field == sentence.Field && reading.Mentions[mention].Start >= sentence.Start) mentions.Add(reading.Mentions[mention]);
            }

            var cues = new List<Cue>();
            for (; cue < facts.Mentions.Count && facts.Mentions[cue].Sentence <= index; cue++) cues.Add(ClaimVocabulary.CueOf(facts.Mentions[cue]));
            if (sentence.Field == ArticleField.Text) inText++;
            sentences.Add(new(sentence.Field, facts.TextOf(sentence.Field), sentence.Start, sentence.End, inText <= LeadSentences, mentions, cues));
        }

        return sentences;
    }

    private static bool IsBefore(Mention mention, ArticleField field, int end) => mention.Field < field || (mention.Field == field && mention.Start < end);
}
