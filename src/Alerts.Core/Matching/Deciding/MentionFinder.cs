using Alerts.Core.Articles;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching.Reading;
using Alerts.Core.Matching.Scanning;

namespace Alerts.Core.Matching.Deciding;

/// <summary>Scans an article once and keeps what counts: not in boilerplate, in the right language, in company where an alias needs it.</summary>
internal sealed class MentionFinder(Vocabulary vocabulary)
{
    /// <summary>As much of a sentence is looked at to tell whether it is in title case.</summary>
    private const int LongestHeadline = 200;

    /// <summary>What a thread keeps from one article to the next: a text that is made of aliases must not cost memory for good.</summary>
    private const int Kept = 1 << 14;

    private readonly BoilerplateFilter _boilerplate = new(vocabulary.Knowledge);

    [ThreadStatic]
    private static List<AliasOccurrence>? s_occurrences;

    [ThreadStatic]
    private static List<(int Start, int Length)>? s_spotted;

    public ArticleFacts Find(Article article)
    {
        var language = LanguageDetector.Detect(article.Language, article.Title, article.Summary, article.Text);
        var sentences = new List<Sentence>();
        SentenceSplitter.Split(article.Title, ArticleField.Title, sentences);
        SentenceSplitter.Split(article.Summary, ArticleField.Summary, sentences);
        SentenceSplitter.Split(article.Text, ArticleField.Text, sentences);

        var candidates = new List<Candidate>();
        Scan(article.Title, ArticleField.Title, sentences, language, candidates);
        Scan(article.Summary, ArticleField.Summary, sentences, language, candidates);
        Scan(article.Text, ArticleField.Text, sentences, language, candidates);
        DropBlamed(candidates);
        DropInner(candidates);
        DropWithoutContext(candidates, sentences, article);

        var all = candidates.ConvertAll(candidate => candidate.Mention);
        var marked = _boilerplate.Mark(sentences, all, article.Text);
        var kept = all.FindAll(mention => !marked[mention.Sentence]);
        return new(article, language, vocabulary, sentences, kept, all.Count - kept.Count);
    }

    private void Scan(string text, ArticleField field, List<Sentence> sentences, string language, List<Candidate> candidates)
    {
        if (text.Length == 0) return;
        var occurrences = s_occurrences ??= [];
        occurrences.Clear();
        vocabulary.Scanner.Scan(text, occurrences);
        var sentence = sentences.FindIndex(s => s.Field == field);
        if (sentence < 0) return;
        var first = candidates.Count;
        var isForeignScript = VocabularyAlias.OtherScripts.Contains(language);
        var lookAlikes = new LookAlikes();
        var isLastOwn = false;
        foreach (var occurrence in occurrences)
        {
            var alias = vocabulary.Alias(occurrence.Id);
            if (!alias.CountsIn(language)) continue;
            if (alias.Alias.Exclusion)
            {
                lookAlikes.Add(occurrence);
                continue;
            }

            // A topic's own word is asked for as it stands.
            if (lookAlikes.Hide(occurrence) && vocabulary.Entry(alias.Entry).Kind != Kinds.Word) continue;
            sentence = SentenceOf(occurrence.Start, sentence, field, sentences);
            var candidate = new Candidate(
                new(alias.Entry, sentence, occurrence.Start, occurrence.Length), alias.Alias.NeedsContext ? DoubtOf(alias, text, occurrence, sentences[sentence], isForeignScript) : Doubt.None);
            var isOwn = alias.Alias.Language == language;
            if (candidates.Count == first || candidates[^1].Mention != candidate.Mention)
            {
                candidates.Add(candidate);
                isLastOwn = isOwn;
            }
            else if (isOwn && !isLastOwn)
            {
                // What two languages write alike is as sure as the article's own has it: "Coins" is money in German, and needs company in English.
                candidates[^1] = candidate;
                isLastOwn = true;
            }
        }

        var scanned = candidates.Count;
        if (vocabulary.AmountEntry >= 0)
        {
            AmountSpotter.Spot(text, language, Cleared());
            AddSpotted(vocabulary.AmountEntry, Doubt.None, field, sentences, candidates);
        }

        if (vocabulary.NameEntry >= 0)
        {
            NameSpotter.Spot(text, Cleared());
            AddSpotted(vocabulary.NameEntry, Doubt.OrdinaryWord, field, sentences, candidates);
        }

        if (candidates.Count > scanned) candidates.Sort(first, candidates.Count - first, CandidateOrder.Instance);
        if (occurrences.Capacity > Kept) s_occurrences = null;
        if (s_spotted is { Capacity: > Kept }) s_spotted = null;
    }

    /// <summary>The sentence of a place, which is <paramref name="sentence"/> or one behind it.</summary>
    private static int SentenceOf(int place, int sentence, ArticleField field, List<Sentence> sentences)
    {
        while (sentence + 1 < sentences.Count && sentences[sentence + 1].Field == field && sentences[sentence + 1].Start <= place) sentence++;
        return sentence;
    }

    private static List<(int Start, int Length)> Cleared()
    {
        var spotted = s_spotted ??= [];
        spotted.Clear();
        return spotted;
    }

    /// <summary>What is found by its form and not by an alias.</summary>
    private static void AddSpotted(int entry, Doubt doubt, ArticleField field, List<Sentence> sentences, List<Candidate> candidates)
    {
        var sentence = sentences.FindIndex(s => s.Field == field);
        foreach (var (start, length) in s_spotted!)
        {
            sentence = SentenceOf(start, sentence, field, sentences);
            candidates.Add(new(new(entry, sentence, start, length), doubt));
        }
    }

    /// <summary>"FBI blames Bybit hack on North Korea": the hack is no attack on it, unless it is North Korea that blames.</summary>
    private void DropBlamed(List<Candidate> candidates)
    {
        if (!candidates.Exists(candidate => candidate.Mention.Entry == vocabulary.AttackOnStateEntry)) return;
        var (blaming, state) = (-1, -1);
        candidates.RemoveAll(candidate =>
        {
            var (entry, sentence) = (candidate.Mention.Entry, candidate.Mention.Sentence);
            if (entry == vocabulary.BlameEntry && state != sentence) blaming = sentence;
            else if (vocabulary.IsNorthKorean(entry)) state = sentence;
            return entry == vocabulary.AttackOnStateEntry && blaming == sentence;
        });
    }

    /// <summary>Of mentions inside one another only the longest counts, where both are the same concept, one counts under the other
    /// ("North Korean" in "North Korean hackers") or both are words of what happened.</summary>
    private void DropInner(List<Candidate> candidates)
    {
        var kept = 0;
        var cover = new List<int>();
        for (var at = 0; at < candidates.Count; at++)
        {
            var mention = candidates[at].Mention;
            if (vocabulary.Entry(mention.Entry).Kind == Kinds.Word)
            {
                // A topic's own words cover nothing and are covered by nothing, and a text may be made of those that lie in one another.
                candidates[kept++] = candidates[at];
                continue;
            }

            cover.RemoveAll(index => candidates[index].Mention.End <= mention.Start || candidates[index].Mention.Sentence != mention.Sentence);
            if (cover.Exists(index => Covers(candidates[index].Mention, mention) || IsPartOfName(candidates[index].Mention, candidates[at]))) continue;
            candidates[kept] = candidates[at];
            cover.Add(kept++);
        }

        candidates.RemoveRange(kept, candidates.Count - kept);
    }

    private bool Covers(FoundMention outer, FoundMention inner)
    {
        if (outer.End < inner.End) return false;
        return outer.Entry == inner.Entry
            || (outer.Length > inner.Length && vocabulary.CountsUnder(outer.Entry, inner.Entry))
            || (outer.Length > inner.Length && IsDeed(vocabulary.Entry(outer.Entry).Kind) && IsDeed(vocabulary.Entry(inner.Entry).Kind));
    }

    /// <summary>An ordinary word inside a longer name is no name of its own: "Reaper" in "Reaper Farm", "Gate" in "Gate Protocol".</summary>
    private bool IsPartOfName(FoundMention outer, Candidate inner) =>
        inner.NeedsContext && outer.Length > inner.Mention.Length && outer.End >= inner.Mention.End
        && IsName(vocabulary.Entry(outer.Entry).Kind) && IsName(vocabulary.Entry(inner.Mention.Entry).Kind);

    private static bool IsName(string kind) => kind is Kinds.Victim or Kinds.Actor or Kinds.Malware or Kinds.Campaign or Kinds.Person or Kinds.Agency;

    private static bool IsDeed(string kind) =>
        kind is Kinds.Theft or Kinds.Attack or Kinds.Loss or Kinds.Response or Kinds.MoneyFlow or Kinds.Infiltration or Kinds.Cue;

    private void DropWithoutContext(List<Candidate> candidates, List<Sentence> sentences, Article article)
    {
        if (!candidates.Exists(candidate => candidate.NeedsContext)) return;
        var company = new Company(vocabulary, candidates, sentences, article);
        var counted = candidates.Where(candidate => candidate.NeedsContext && company.MakesCount(candidate)).Select(candidate => candidate.Mention).ToHashSet();
        // A house that is named once in company is meant wherever its name stands.
        var houses = counted.Select(mention => mention.Entry).Where(entry => vocabulary.Entry(entry).Kind == Kinds.Victim).ToHashSet();
        candidates.RemoveAll(candidate => candidate.NeedsContext && !counted.Contains(candidate.Mention) && !houses.Contains(candidate.Mention.Entry));
    }

    /// <summary>Why an alias that needs company may not be the name that it looks like.</summary>
    private Doubt DoubtOf(VocabularyAlias alias, string text, AliasOccurrence occurrence, Sentence sentence, bool isForeignScript)
    {
        if (!char.IsAsciiLetter(text[occurrence.Start])) return Doubt.OrdinaryWord;
        if (isForeignScript) return Doubt.OtherScript;
        if (!alias.Alias.CaseSensitive || vocabulary.Entry(alias.Entry).Kind != Kinds.Victim) return Doubt.OrdinaryWord;
        return occurrence.Start == sentence.Start || TitleCase.Is(text.AsSpan(sentence.Start, Math.Min(sentence.End - sentence.Start, LongestHeadline))) ? Doubt.CapitalOfItsPlace : Doubt.OrdinaryWord;
    }

    private sealed class CandidateOrder : IComparer<Candidate>
    {
        public static readonly CandidateOrder Instance = new();

        public int Compare(Candidate x, Candidate y)
        {
            var order = x.Mention.Start.CompareTo(y.Mention.Start);
            if (order == 0) order = y.Mention.Length.CompareTo(x.Mention.Length);
            return order != 0 ? order : x.Mention.Entry.CompareTo(y.Mention.Entry);
        }
    }
}
