using Alerts.Core.Articles;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching.Reading;
using Alerts.Core.Matching.Scanning;

namespace Alerts.Core.Matching.Deciding;

/// <summary>Scans an article once and keeps what counts: not in boilerplate, in the right language, in company where an alias needs it.</summary>
internal sealed class MentionFinder(Vocabulary vocabulary)
{
    /// <summary>How many sentences away the company of an ambiguous alias may stand.</summary>
    private const int ContextReach = 2;

    /// <summary>How many neighbours are asked at most: a text made of names alone must not take the square of its length.</summary>
    private const int MostNeighbours = 256;

    /// <summary>How many characters may stand between an ambiguous name and the ambiguous word for what it is.</summary>
    private const int NameReach = 50;

    /// <summary>How many characters may stand between a name and what was done to it: "the Euler hacker", "le hacker d'Euler".</summary>
    private const int DeedReach = 4;

    /// <summary>How many characters may stand between a name and what it is: "exchange Gemini", "Gemini, an exchange".</summary>
    private const int NeighbourReach = 5;

    /// <summary>The context, in the knowledge base, that tells that an article is of the field.</summary>
    private const string Field = "field";

    /// <summary>The context that tells whose loss an ordinary word for a loss may speak of.</summary>
    private const string WhoseLoss = "whose-loss";

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
        var isTitleCase = field == ArticleField.Title && TitleCase.Is(text);
        foreach (var occurrence in occurrences)
        {
            var alias = vocabulary.Alias(occurrence.Id);
            if (!alias.CountsIn(language)) continue;
            while (sentence + 1 < sentences.Count && sentences[sentence + 1].Field == field && sentences[sentence + 1].Start <= occurrence.Start) sentence++;
            candidates.Add(new(new(alias.Entry, sentence, occurrence.Start, occurrence.Length), alias.Alias.NeedsContext ? DoubtOf(alias, text, occurrence, sentences[sentence], isForeignScript, isTitleCase) : Doubt.None));
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
        occurrences.Clear();
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
            while (sentence + 1 < sentences.Count && sentences[sentence + 1].Field == field && sentences[sentence + 1].Start <= start) sentence++;
            candidates.Add(new(new(entry, sentence, start, length), doubt));
        }
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
            cover.RemoveAll(index => candidates[index].Mention.End <= mention.Start || candidates[index].Mention.Sentence != mention.Sentence);
            if (cover.Exists(index => Covers(candidates[index].Mention, mention) || IsPartOfName(candidates[index].Mention, candidates[at]))) continue;
            candidates[kept] = candidates[at];
            cover.RemoveAll(index => index == kept);
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
        var sure = candidates.FindAll(candidate => !candidate.NeedsContext).ConvertAll(candidate => candidate.Mention);
        var unsure = candidates.FindAll(candidate => candidate.NeedsContext).ConvertAll(candidate => candidate.Mention);
        var victims = unsure.FindAll(mention => vocabulary.Entry(mention.Entry).Kind == Kinds.Victim);
        var named = sure.Select(mention => mention.Entry).ToHashSet();
        var hasTheft = candidates.Exists(candidate => vocabulary.Entry(candidate.Mention.Entry).Kind is Kinds.Theft or Kinds.Loss);
        // An article without a word of the field speaks of another Mango, another Horizon; but a house of the field need not say it.
        var isOfTheHouse = CryptoPress.Published(article);
        var isOfTheField = isOfTheHouse || sure.Exists(mention => vocabulary.IsContext(Field, vocabulary.Entry(mention.Entry)));
        var title = sure.FindAll(mention => sentences[mention.Sentence].Field == ArticleField.Title);
        var counted = candidates.Where(candidate => candidate.NeedsContext && Counts(candidate.Mention, candidate.Doubt)).Select(candidate => candidate.Mention).ToHashSet();
        // A house that is named once in company is meant wherever its name stands.
        var houses = counted.Select(mention => mention.Entry).Where(entry => vocabulary.Entry(entry).Kind == Kinds.Victim).ToHashSet();
        candidates.RemoveAll(candidate => candidate.NeedsContext && !counted.Contains(candidate.Mention) && !houses.Contains(candidate.Mention.Entry));

        bool Counts(FoundMention mention, Doubt doubt)
        {
            if (named.Contains(mention.Entry)) return true;
            var inTitle = sentences[mention.Sentence].Field == ArticleField.Title;
            if (HasCompany(mention, title, 0) || HasCompany(mention, sure, ContextReach))
            {
                if (doubt != Doubt.CapitalOfItsPlace || IsBesideDeed(mention, sure, inTitle, isSumNeeded: false) || HasNeighbour(mention, sure)) return true;
            }

            if (isOfTheHouse && IsDeedAndWhose(mention, unsure, sure)) return true;
            if (!isOfTheField && doubt != Doubt.OtherScript) return IsBesideDeed(mention, sure, inTitle: false, isSumNeeded: true) || IsNamedAsVenue(mention, victims, hasTheft);
            return IsNamedAsVenue(mention, unsure, hasTheft) || IsBesideDeed(mention, sure, inTitle, isSumNeeded: doubt != Doubt.OtherScript);
        }
    }

    /// <summary>Why an alias that needs company may not be the name that it looks like.</summary>
    private Doubt DoubtOf(VocabularyAlias alias, string text, AliasOccurrence occurrence, Sentence sentence, bool isForeignScript, bool isTitleCase)
    {
        if (!char.IsAsciiLetter(text[occurrence.Start])) return Doubt.OrdinaryWord;
        if (isForeignScript) return Doubt.OtherScript;
        return alias.Alias.CaseSensitive && vocabulary.Entry(alias.Entry).Kind == Kinds.Victim && (isTitleCase || occurrence.Start == sentence.Start) ? Doubt.CapitalOfItsPlace : Doubt.OrdinaryWord;
    }

    /// <summary>
    /// "Cream loses another $130 million", "Conic's omnipool loses 1,700 ETH": an ordinary word that is a name, an ordinary word for a loss, and a sum, close together,
    /// are company for one another in a house of the field; so are the look of a protocol's name and a deed.
    /// </summary>
    private bool IsDeedAndWhose(FoundMention mention, List<FoundMention> unsure, List<FoundMention> sure)
    {
        var kind = vocabulary.Entry(mention.Entry).Kind;
        var isDeed = IsCrime(kind);
        if (!isDeed && kind is not (Kinds.Victim or Kinds.Venue)) return false;
        return Within(sure, other => other.Entry == vocabulary.AmountEntry)
            && (Within(unsure, IsOther) || (kind == Kinds.Venue && Within(sure, IsOther)));

        bool IsOther(FoundMention other) => isDeed ? vocabulary.IsContext(WhoseLoss, vocabulary.Entry(other.Entry)) : IsCrime(vocabulary.Entry(other.Entry).Kind);

        bool Within(List<FoundMention> mentions, Func<FoundMention, bool> isWanted)
        {
            for (var at = FirstFrom(mentions, mention.Sentence, 0); at < mentions.Count && mentions[at].Sentence == mention.Sentence; at++)
            {
                if (Math.Max(mentions[at].Start - mention.End, mention.Start - mentions[at].End) is >= 0 and <= NameReach && isWanted(mentions[at])) return true;
            }

            return false;
        }

        static bool IsCrime(string kind) => kind is Kinds.Theft or Kinds.Loss or Kinds.Attack;
    }

    /// <summary>"Crypto exchange Gemini": what it is stands right beside it, or another name of its kind.</summary>
    private bool HasNeighbour(FoundMention mention, List<FoundMention> sure)
    {
        for (var at = FirstFrom(sure, mention.Sentence, 0); at < sure.Count && sure[at].Sentence == mention.Sentence; at++)
        {
            var gap = Math.Max(sure[at].Start - mention.End, mention.Start - sure[at].End);
            if (gap is >= 0 and <= NeighbourReach && vocabulary.Entry(sure[at].Entry).Kind is Kinds.Venue or Kinds.Victim) return true;
        }

        return false;
    }

    /// <summary>
    /// "Mixin hacker may keep $20 million": an ordinary word beside a hacker or a hack, with a sum in the sentence, is whom it was taken from;
    /// in a headline, hack and sum may also stand in the next sentences.
    /// </summary>
    private bool IsBesideDeed(FoundMention mention, List<FoundMention> sure, bool inTitle, bool isSumNeeded)
    {
        var entry = vocabulary.Entry(mention.Entry);
        var (beside, sum) = (false, !isSumNeeded);
        var to = mention.Sentence + (inTitle ? ContextReach : 0);
        for (var at = FirstFrom(sure, mention.Sentence, 0); at < sure.Count && sure[at].Sentence <= to; at++)
        {
            sum |= sure[at].Entry == vocabulary.AmountEntry || vocabulary.Entry(sure[at].Entry).Kind is Kinds.Actor;
            if (vocabulary.IsDeedBeside(entry, vocabulary.Entry(sure[at].Entry)))
            {
                var gap = Math.Max(sure[at].Start - mention.End, mention.Start - sure[at].End);
                beside |= sure[at].Sentence != mention.Sentence ? isSumNeeded : gap >= 0 && ((inTitle && isSumNeeded) || gap <= DeedReach);
            }

            if (beside && sum) return true;
        }

        return false;
    }

    /// <param name="reach">How many sentences away; mentions are in order of sentence. Zero asks all: the title's.</param>
    private bool HasCompany(FoundMention mention, List<FoundMention> others, int reach)
    {
        var entry = vocabulary.Entry(mention.Entry);
        var from = reach == 0 ? 0 : Math.Max(FirstFrom(others, mention.Sentence - reach, 0), FirstFrom(others, mention.Sentence, mention.Start) - (MostNeighbours / 2));
        for (var at = from; at < others.Count && at < from + MostNeighbours; at++)
        {
            var other = others[at];
            if (reach > 0 && other.Sentence > mention.Sentence + reach) break;
            if (vocabulary.IsContext(entry, vocabulary.Entry(other.Entry)) && !Overlap(other, mention)) return true;
        }

        return false;
    }

    /// <summary>
    /// Two words that need company give it to one another: "the Osmosis exchange", "Nomad offers a bounty to those who drained its bridge",
    /// and, where something was lost, two names of victims: "Sonne loses $20M on Optimism".
    /// </summary>
    private bool IsNamedAsVenue(FoundMention mention, List<FoundMention> unsure, bool hasTheft)
    {
        var kind = vocabulary.Entry(mention.Entry).Kind;
        if (kind is not (Kinds.Victim or Kinds.Venue)) return false;
        var from = Math.Max(FirstFrom(unsure, mention.Sentence - 1, 0), FirstFrom(unsure, mention.Sentence, mention.Start) - (MostNeighbours / 2));
        for (var at = from; at < unsure.Count && at < from + MostNeighbours && unsure[at].Sentence <= mention.Sentence + 1; at++)
        {
            var other = unsure[at];
            var otherKind = vocabulary.Entry(other.Entry).Kind;
            if (otherKind is not (Kinds.Victim or Kinds.Venue)) continue;
            if (otherKind == kind)
            {
                if (kind == Kinds.Victim && hasTheft && other.Entry != mention.Entry && other.Sentence == mention.Sentence) return true;
                continue;
            }

            if (other.Sentence != mention.Sentence)
            {
                if (hasTheft) return true;
                continue;
            }

            var gap = Math.Max(other.Start - mention.End, mention.Start - other.End);
            if (gap is >= 0 and <= NameReach) return true;
        }

        return false;
    }

    private static int FirstFrom(List<FoundMention> mentions, int sentence, int start)
    {
        int low = 0, high = mentions.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (mentions[middle].Sentence < sentence || (mentions[middle].Sentence == sentence && mentions[middle].Start < start)) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private static bool Overlap(FoundMention a, FoundMention b) => a.Sentence == b.Sentence && a.Start < b.End && b.Start < a.End;

    private enum Doubt
    {
        None,

        /// <summary>A word like any other.</summary>
        OrdinaryWord,

        /// <summary>Its capital is one that any word has there: in a headline in title case, or at the beginning of a sentence.</summary>
        CapitalOfItsPlace,

        /// <summary>A Latin word among letters of another script, where English words are not ordinary ones.</summary>
        OtherScript,
    }

    private readonly record struct Candidate(FoundMention Mention, Doubt Doubt)
    {
        public bool NeedsContext => Doubt != Doubt.None;
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
