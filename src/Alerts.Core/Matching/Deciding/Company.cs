using Alerts.Core.Articles;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching.Reading;

namespace Alerts.Core.Matching.Deciding;

/// <summary>
/// Is given all that was found in one article and says of each alias that needs company ("Gate", "lost") whether it counts: it does beside words of its field, beside
/// what was done to it, or beside another that needs company; else it is taken for an ordinary word. No more than a bounded number of neighbours is asked of each, so
/// that a text made of names alone does not take the square of its length.
/// </summary>
internal sealed class Company
{
    /// <summary>How many sentences away the company of an ambiguous alias may stand.</summary>
    private const int ContextReach = 2;

    private const int MostNeighbours = 256;

    private const string Hacker = "hacker";

    /// <summary>How many characters may stand between an ambiguous name and the ambiguous word for what it is, or for what it lost.</summary>
    private const int NameReach = 50;

    /// <summary>How many characters may stand between a name and what was done to it: "the Euler hacker", "le hacker d'Euler".</summary>
    private const int DeedReach = 4;

    /// <summary>How many characters may stand between a name and what it is: "exchange Gemini", "Gemini, an exchange".</summary>
    private const int NeighbourReach = 5;

    private readonly Vocabulary _vocabulary;
    private readonly List<Sentence> _sentences;
    private readonly List<FoundMention> _sure;
    private readonly List<FoundMention> _unsure;
    private readonly List<FoundMention> _unsureVictims;
    private readonly List<FoundMention> _sureInTitle;
    private readonly HashSet<int> _named;
    private readonly bool _hasTheft;
    private readonly bool _isCryptoPress;

    /// <summary>The headline tells who took how much: "Attacker siphons $11.4 million from Curve pool". What they took it from is named there as well.</summary>
    private readonly bool _tellsHeist;

    /// <summary>A theft, an "exchange" and "tokens": each alone is an ordinary word, together they are what was robbed and of what.</summary>
    private readonly bool _tellsVenueAndCoins;

    /// <summary>A word of the field stands somewhere, or the crypto press, which need not say it, published the article. Else "Mango" is a fruit, unless a deed and a sum stand beside.</summary>
    private readonly bool _isOfTheField;

    public Company(Vocabulary vocabulary, List<Candidate> candidates, List<Sentence> sentences, Article article)
    {
        _vocabulary = vocabulary;
        _sentences = sentences;
        _sure = candidates.FindAll(candidate => !candidate.NeedsContext).ConvertAll(candidate => candidate.Mention);
        _unsure = candidates.FindAll(candidate => candidate.NeedsContext).ConvertAll(candidate => candidate.Mention);
        _unsureVictims = _unsure.FindAll(mention => KindOf(mention) == Kinds.Victim);
        _sureInTitle = _sure.FindAll(IsInTitle);
        _tellsHeist = _sureInTitle.Exists(IsHacker) && _sureInTitle.Exists(mention => KindOf(mention) == Kinds.Theft) && _sureInTitle.Exists(mention => mention.Entry == vocabulary.AmountEntry);
        _named = [.. _sure.Select(mention => mention.Entry)];
        _hasTheft = candidates.Exists(candidate => KindOf(candidate.Mention) is Kinds.Theft or Kinds.Loss);
        _tellsVenueAndCoins = _sure.Exists(mention => KindOf(mention) == Kinds.Theft) && _unsure.Exists(mention => KindOf(mention) == Kinds.Venue) && _unsure.Exists(mention => KindOf(mention) == Kinds.Crypto);
        _isCryptoPress = CryptoPress.Published(article);
        _isOfTheField = _isCryptoPress || _sure.Exists(mention => vocabulary.IsContext(KnowledgeContext.Field, vocabulary.Entry(mention.Entry)));
    }

    /// <returns>Whether the mention stays; false where it is taken for an ordinary word.</returns>
    public bool MakesCount(Candidate candidate)
    {
        var (mention, doubt) = candidate;
        if (_named.Contains(mention.Entry)) return true;
        var inTitle = IsInTitle(mention);
        var hasContext = HasContext(mention, _sureInTitle, 0) || HasContext(mention, _sure, ContextReach);
        if (hasContext && (doubt != Doubt.CapitalOfItsPlace || IsBesideDeed(mention, inTitle, isSumNeeded: false) || HasItsKindBeside(mention))) return true;
        if (_isCryptoPress && IsLossAndWhose(mention)) return true;
        if (inTitle && KindOf(mention) == Kinds.Victim && _tellsHeist) return true;
        if (_tellsVenueAndCoins && KindOf(mention) is Kinds.Venue or Kinds.Crypto) return true;
        if (!_isOfTheField && doubt != Doubt.OtherScript) return IsBesideDeed(mention, inTitle: false, isSumNeeded: true) || IsNamedAsVenue(mention, _unsureVictims);
        return IsNamedAsVenue(mention, _unsure) || IsBesideDeed(mention, inTitle, isSumNeeded: doubt != Doubt.OtherScript);
    }

    private static int GapBetween(FoundMention a, FoundMention b) => Math.Max(a.Start - b.End, b.Start - a.End);

    private static bool Overlap(FoundMention a, FoundMention b) => a.Sentence == b.Sentence && a.Start < b.End && b.Start < a.End;

    private static bool IsCrime(string kind) => kind is Kinds.Theft or Kinds.Loss or Kinds.Attack;

    private static int FirstFrom(List<FoundMention> mentions, int sentence, int start) =>
        mentions.FirstNotBefore((sentence, start), static (mention, sought) => mention.Sentence < sought.sentence || (mention.Sentence == sought.sentence && mention.Start < sought.start));

    /// <summary>Those of <paramref name="others"/> nearest to a mention, in the sentences from <paramref name="first"/> to <paramref name="last"/>.</summary>
    private static IEnumerable<FoundMention> Neighbours(FoundMention mention, List<FoundMention> others, int first, int last)
    {
        var from = Math.Max(FirstFrom(others, first, 0), FirstFrom(others, mention.Sentence, mention.Start) - (MostNeighbours / 2));
        for (var at = from; at < others.Count && at < from + MostNeighbours && others[at].Sentence <= last; at++) yield return others[at];
    }

    private static IEnumerable<FoundMention> InItsSentence(FoundMention mention, List<FoundMention> others) => Neighbours(mention, others, mention.Sentence, mention.Sentence);

    private string KindOf(FoundMention mention) => _vocabulary.Entry(mention.Entry).Kind;

    private bool IsHacker(FoundMention mention) => _vocabulary.Entry(mention.Entry).Id == Hacker;

    private bool IsInTitle(FoundMention mention) => _sentences[mention.Sentence].Field == ArticleField.Title;

    /// <summary>Whether one of <paramref name="others"/> is of the mention's field.</summary>
    /// <param name="reach">How many sentences away it may stand; zero asks the first of <paramref name="others"/>, wherever the mention stands.</param>
    private bool HasContext(FoundMention mention, List<FoundMention> others, int reach)
    {
        var entry = _vocabulary.Entry(mention.Entry);
        var near = reach == 0 ? others.Take(MostNeighbours) : Neighbours(mention, others, mention.Sentence - reach, mention.Sentence + reach);
        return near.Any(other => _vocabulary.IsContext(entry, _vocabulary.Entry(other.Entry)) && !Overlap(other, mention));
    }

    /// <summary>"Crypto exchange Gemini": what it is stands right beside it, or another name of its kind.</summary>
    private bool HasItsKindBeside(FoundMention mention) =>
        InItsSentence(mention, _sure).Any(other => GapBetween(other, mention) is >= 0 and <= NeighbourReach && KindOf(other) is Kinds.Venue or Kinds.Victim);

    /// <summary>
    /// "Cream loses another $130 million", "Conic's omnipool loses 1,700 ETH": an ordinary word that is a name, an ordinary word for a loss, and a sum, close together,
    /// are company for one another in the crypto press; so are the look of a protocol's name and a deed.
    /// </summary>
    private bool IsLossAndWhose(FoundMention mention)
    {
        var kind = KindOf(mention);
        var isDeed = IsCrime(kind);
        if (!isDeed && kind is not (Kinds.Victim or Kinds.Venue)) return false;
        return Close(_sure).Any(other => other.Entry == _vocabulary.AmountEntry) && (Close(_unsure).Any(IsOther) || (kind == Kinds.Venue && Close(_sure).Any(IsOther)));

        bool IsOther(FoundMention other) => isDeed ? _vocabulary.IsContext(KnowledgeContext.WhoseLoss, _vocabulary.Entry(other.Entry)) : IsCrime(KindOf(other));

        IEnumerable<FoundMention> Close(List<FoundMention> others) => InItsSentence(mention, others).Where(other => GapBetween(other, mention) is >= 0 and <= NameReach);
    }

    /// <summary>
    /// "Mixin hacker may keep $20 million": an ordinary word beside a hacker or a hack, with a sum in the sentence or a group that is known to steal, is whom it was
    /// taken from; in a headline, hack and sum may also stand in the next sentences.
    /// </summary>
    private bool IsBesideDeed(FoundMention mention, bool inTitle, bool isSumNeeded)
    {
        var entry = _vocabulary.Entry(mention.Entry);
        var (beside, sum) = (false, !isSumNeeded);
        foreach (var other in Neighbours(mention, _sure, mention.Sentence, mention.Sentence + (inTitle ? ContextReach : 0)))
        {
            sum |= other.Entry == _vocabulary.AmountEntry || KindOf(other) == Kinds.Actor;
            if (Vocabulary.IsDeedBeside(entry, _vocabulary.Entry(other.Entry)))
            {
                beside |= other.Sentence != mention.Sentence ? isSumNeeded : GapBetween(other, mention) is >= 0 and var gap && ((inTitle && isSumNeeded) || gap <= DeedReach);
            }

            if (beside && sum) return true;
        }

        return false;
    }

    /// <summary>
    /// Two words that need company give it to one another: "the Osmosis exchange", "Nomad offers a bounty to those who drained its bridge",
    /// and, where something was lost, two names of victims: "Sonne loses $20M on Optimism".
    /// </summary>
    private bool IsNamedAsVenue(FoundMention mention, List<FoundMention> others)
    {
        var kind = KindOf(mention);
        if (kind is not (Kinds.Victim or Kinds.Venue)) return false;
        foreach (var other in Neighbours(mention, others, mention.Sentence - 1, mention.Sentence + 1))
        {
            var otherKind = KindOf(other);
            if (otherKind is not (Kinds.Victim or Kinds.Venue)) continue;
            var together = other.Sentence == mention.Sentence;
            if (otherKind == kind)
            {
                if (kind == Kinds.Victim && _hasTheft && other.Entry != mention.Entry && together) return true;
            }
            else if (together ? GapBetween(other, mention) is >= 0 and <= NameReach : _hasTheft)
            {
                return true;
            }
        }

        return false;
    }
}
