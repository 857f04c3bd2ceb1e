using Alerts.Core.Matching.Cues;
using System.Text.RegularExpressions;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching;

namespace Alerts.Core.Stories;

/// <summary>
/// The thefts and the later steps that a headline names, and which of them is its news. A theft that only says whose money or which hacker is meant
/// ("stolen funds", "the exploiter", "exploits Tornado Cash") is none. Of a theft and a step in one clause the first is the
/// news, in Korean and Japanese the last; a noun before a colon is the subject of what follows.
/// </summary>
internal sealed partial class Headline
{
    /// <summary>Characters of a text that tell what its headline leaves open.</summary>
    public const int Lead = 320;

    /// <summary>From an object to the verb that follows it.</summary>
    private const int Verb = 14;

    /// <summary>From a refusal to the offer refused.</summary>
    private const int Offer = 32;

    /// <summary>" ", "’s ".</summary>
    private const int Possessive = 3;

    /// <summary>How far into a headline its subject may stand.</summary>
    private const int SubjectWords = 3;

    private const string Charge = "charge";

    /// <inheritdoc cref="Answer"/>
    public const string MadeWhole = "customers made whole";

    /// <inheritdoc cref="Answer"/>
    public const string End = "the house’s end";

    private static readonly (string Cue, string Step)[] s_courtSteps =
        [(HeadlineCues.Acquits, "acquittal"), (HeadlineCues.Pleads, "plea"), (HeadlineCues.Sentences, "sentence"), (HeadlineCues.Arrests, Charge)];

    private readonly IReadOnlyList<Cue> _cues;
    private readonly bool _isTried;

    private Headline(ArticleReading reading)
    {
        Reading = reading;
        _cues = HeadlineCues.In(reading);
        Mentions = [.. reading.Mentions.Where(mention => mention.Field == ArticleField.Title)];
        Offices = Mentions.FindAll(Stories.Offices.IsOffice);
        Thefts = Mentions.FindAll(mention => mention.Kind is Kinds.Theft or Kinds.Loss && !OnlyRefers(mention));
        GivingBack = [.. CuesOf(HeadlineCues.Returns).Select(cue => (cue.Start, cue.End)), .. Places(GivesBack()), .. Places(GetsBack())];
        var tried = s_courtSteps.SelectMany(step => CuesOf(step.Cue)).Select(cue => (cue.Start, StoryPhase.Prosecution)).ToList();
        _isTried = tried.Count > 0;
        var found = CuesOf(HeadlineCues.Identifies).Select(cue => (cue.Start, StoryPhase.Attribution));
        Steps = [.. Mentions.Where(mention => !Offices.Exists(office => Overlap(office, mention))).Select(mention => (mention.Start, Phase: StepOf(mention))).Where(step => step.Phase is not null).Select(step => (step.Start, step.Phase!.Value)), .. tried, .. found, .. Restored()];
        Steps.Sort((one, other) => one.Start.CompareTo(other.Start));
    }

    public ArticleReading Reading { get; }

    public string Title => Reading.Article.Title;

    public List<Mention> Mentions { get; }

    public List<Mention> Offices { get; }

    /// <summary>Those that are told as news.</summary>
    public List<Mention> Thefts { get; }

    /// <summary>What followed a theft, in order.</summary>
    public List<(int Start, StoryPhase Phase)> Steps { get; }

    /// <summary>Where its verbs of giving back stand.</summary>
    public IReadOnlyList<(int Start, int End)> GivingBack { get; }

    /// <summary>"Accused of stealing": blamed, and not yet charged.</summary>
    public bool IsAccusation => Mentions.Exists(mention => mention.Concept == "prosecution" && Says(HeadlineCues.Accuses, mention)) || (Says(HeadlineCues.Accuses) && NamesAccused && HasVictim);

    /// <summary>"Explained: …", "…: explained".</summary>
    public bool IsExplanation => CuesOf(HeadlineCues.Explained).Any(cue => cue.Start == 0 ? Title.AsSpan(cue.End).TrimStart() is [':', ..] : cue.End == Title.Length && Title.AsSpan(0, cue.Start).TrimEnd() is [.., ':']);

    /// <summary>"…: FBI", "FBI: …".</summary>
    public bool IsSaidByOffice => Offices.Exists(office => Title.AsSpan(office.End).TrimStart() is [':', ..] || (office.End == Title.Length && Title.AsSpan(0, office.Start).TrimEnd() is [.., ':']));

    /// <summary>"…, say US and South Korea".</summary>
    public bool IsSaidByGovernment => IsOfGovernment && Says(HeadlineCues.Speaks);

    /// <summary>A trial, a plea, a verdict, a suit: not an arrest or a charge, which are news of their own.</summary>
    public bool IsInCourt => Says(HeadlineCues.Court) || CourtStep() is { } step && step != Charge;

    /// <summary>A government speaks: "US and Japan blame"; a "US-based exchange" and "US$610 million" are none.</summary>
    public bool IsOfGovernment => CuesOf(HeadlineCues.Government).Any(cue => Title.AsSpan(cue.End) is not ['-' or '$', ..]);

    /// <summary>"US, Japan, South Korea warn", "a joint statement".</summary>
    public bool IsOfSeveralGovernments => Says(HeadlineCues.JointStatement) || (CuesOf(HeadlineCues.Government).Skip(1).Any() && (Says(HeadlineCues.Warns) || Says(HeadlineCues.Speaks) || Says(HeadlineCues.Blames)));

    /// <summary>"Send stolen crypto to …", "WazirX hacker swaps $150M …": no theft is told, and no service for washing named.</summary>
    public bool MovesLoot => Says(HeadlineCues.Moves) && Thefts.Count == 0 && (Says(HeadlineCues.Stolen) || CuesOf(HeadlineCues.Thief).Any(IsOfVictim));

    /// <summary>An office puts one theft, by its sum, down to somebody: whatever year that was in, it is no count.</summary>
    public bool IsBlameForOne => (Offices.Count > 0 || IsOfGovernment) && NamesAccused && Has(Kinds.Amount) && !Says(HeadlineCues.Many) && (Says(HeadlineCues.Blames) || Says(HeadlineCues.Convicts));

    /// <summary>It calls those who did it, or are said to have, by a name.</summary>
    public bool NamesAccused => Mentions.Exists(IsAccused);

    /// <summary>It leaves open whether what it says is so.</summary>
    public bool IsDoubted => Has(Kinds.Hedge) || Says(HeadlineCues.Doubts);

    public bool HasVictim => Has(Kinds.Victim);

    /// <summary>A deed is named ("the heist", "an attack") and none is told with a verb of taking.</summary>
    public bool TellsNoTheft => Thefts.TrueForAll(theft => theft.Kind == Kinds.Attack || IsNoun(theft));

    /// <summary>"… as losses cross $100 million": beside the step that is its news.</summary>
    public bool TellsLoss => Has(Kinds.Amount) && Thefts.Exists(theft => !IsNoun(theft) && !Circumstance().IsMatch(Title[..theft.Start]));

    public static Headline Of(ArticleReading reading) => new(reading);

    public static bool IsAccused(Mention mention) => mention.Kind is Kinds.Actor or Kinds.State or Kinds.Person;

    public bool Has(string kind) => Mentions.Exists(mention => mention.Kind == kind);

    /// <param name="id">One of <see cref="HeadlineCues"/>.</param>
    public IEnumerable<Cue> CuesOf(string id) => _cues.Where(cue => cue.Id == id);

    /// <inheritdoc cref="CuesOf"/>
    public bool Says(string id) => CuesOf(id).Any();

    /// <summary>Stands right behind a word for the thief.</summary>
    public bool FollowsThief(Cue cue) => CuesOf(HeadlineCues.Thief).Any(thief => cue.Start - thief.End is 0 or 1);

    /// <summary>A step is the news, and not a theft in the same clause.</summary>
    public bool IsOfStep()
    {
        if (Steps.Count == 0) return false;
        var isVerbLast = Reading.Language is "ko" or "ja";
        var at = isVerbLast ? Steps[^1].Start : Steps[0].Start;
        if (Thefts.Count == 0 || _isTried || IsLootMoved() || Steps.Exists(step => step.Phase == StoryPhase.Sanction)) return true;
        var from = Colon().Matches(Title[..at]).Select(colon => colon.Index).DefaultIfEmpty(-1).Max();
        var halts = Says(HeadlineCues.Halts);
        var thefts = Thefts.FindAll(theft => (theft.Start > from || !IsNoun(theft)) && (halts || !Circumstance().IsMatch(Title[..theft.Start])) && !CuesOf(HeadlineCues.InViewOf).Any(cue => cue.Start == theft.End));
        return thefts.Count == 0 || (isVerbLast ? at > thefts[^1].Start && !IsAddition(at, thefts[^1]) : at < thefts[0].Start);
    }

    /// <summary>"約482億円相当が流出、全額保証へ": where the verb comes last, a clause that ends with the theft has told it, and what the victim will do comes after.</summary>
    private bool IsAddition(int at, Mention theft) =>
        Steps.Exists(step => step.Start == at && step.Phase == StoryPhase.Recovery) && theft.End < Title.Length && Title[theft.End] is '、' or ',' or '，';

    /// <summary>"Files for bankruptcy after $35 million hack": the end is told as what the theft has done, and nothing else is.</summary>
    public bool IsEndByTheft() => Thefts.Count > 0 && CuesOf(HeadlineCues.Bankrupt).Any(end => Steps.TrueForAll(step => step.Start >= end.Start && step.Phase == StoryPhase.Recovery)) && !Says(HeadlineCues.Restores) && GivingBack.Count == 0;

    /// <summary>What the house or the thief has done about the theft, where that is the news: one theft's bounty, its return and what customers get are days or months apart.</summary>
    public string Answer()
    {
        var isBounty = Mentions.Exists(mention => mention.Concept == "bounty");
        if (isBounty && !(GivingBack.Count > 0 && Says(HeadlineCues.Thief))) return "bounty";
        if (GivingBack.Count > 0 || Mentions.Exists(mention => mention.Concept == "freeze-recovery")) return "loot given back";
        return Says(HeadlineCues.Bankrupt) || Says(HeadlineCues.Closes) ? End : MadeWhole;
    }

    /// <summary>How far a case has come; null where the headline does not say.</summary>
    public string? CourtStep() => s_courtSteps.FirstOrDefault(step => Says(step.Cue)).Step;

    /// <summary>"Moves $12M from the X hack to a mixer": the verb comes before the theft, the mixer after it.</summary>
    private bool IsLootMoved() => Steps.Exists(step => step.Phase == StoryPhase.Laundering) && CuesOf(HeadlineCues.Moves).Any(cue => cue.Start < Thefts[0].Start);

    private StoryPhase? StepOf(Mention mention) => mention.Concept switch
    {
        _ when Says(HeadlineCues.Describes, mention) || Is(mention, HeadlineCues.Assures) || Question().IsMatch(Title.AsSpan(mention.End)) => null,
        "bounty" when Says(HeadlineCues.Refuses, mention.Start - Offer, mention.Start) => null,
        "laundering" => StoryPhase.Laundering,
        _ when Mixers.IsMixer(mention) => StoryPhase.Laundering,
        "freeze-recovery" or "bounty" or "compensation" => AnswerOf(mention),
        "sanction" => StoryPhase.Sanction,
        "prosecution" when !Says(HeadlineCues.Accuses, mention) && !Says(HeadlineCues.Identifies, mention) => StoryPhase.Prosecution,
        "penalty" => StoryPhase.Prosecution,
        _ => null,
    };

    private StoryPhase? AnswerOf(Mention mention)
    {
        // Closing the doors is a victim's first answer and belongs to the news of the theft.
        if (Says(HeadlineCues.Halts, mention.Start - Verb, mention.End + Verb) || Places(HaltsAround()).Any(halt => halt.Start < mention.End && mention.Start < halt.End) || ComesBack(mention.Start, mention.End)) return null;
        return Says(HeadlineCues.Seizes, mention) ? StoryPhase.Prosecution : Says(HeadlineCues.Freezes, mention) ? StoryPhase.Freeze : StoryPhase.Recovery;
    }

    private IEnumerable<(int Start, StoryPhase Phase)> Restored() =>
        new[] { HeadlineCues.Restores, HeadlineCues.Closes, HeadlineCues.Bankrupt }.SelectMany(CuesOf).Select(cue => (cue.Start, cue.End)).Concat(GivingBack).Concat(Places(CoversOrCloses()))
            .Where(step => !ComesBack(step.Start, step.End) && !Says(HeadlineCues.Describes, step.Start, step.End)).Select(step => (step.Start, StoryPhase.Recovery));

    /// <summary>"Returned to using a mixer": nothing is given back.</summary>
    private bool ComesBack(int start, int end) => Says(HeadlineCues.ComesBack, start, end) || (Says(HeadlineCues.Returns, start, end) && ToDoing().IsMatch(Title[end..]));

    private bool OnlyRefers(Mention theft) => IsRelative(theft) || CuesOf(HeadlineCues.Stolen).Any(cue => (cue.Start < theft.End && theft.Start < cue.End) || (cue.End < theft.Start && InIt().IsMatch(Title[cue.End..theft.Start])))
        || IsOfHouse(theft) || Is(theft, HeadlineCues.Thief) || WhichWas().IsMatch(Title[..theft.Start]) || OfVictims().IsMatch(Title[..theft.Start])
        || Mentions.Exists(next => Mixers.IsMixer(next) && next.Start - theft.End is 0 or 1);

    /// <summary>"Hacked Gatecoin raises …": says what became of the house that its news is about.</summary>
    private bool IsOfHouse(Mention theft) => theft.Start == 0 && Mentions.Exists(house => house.Kind is Kinds.Victim or Kinds.Venue && house.Start - theft.End == 1);

    /// <summary>"The hacker who stole …", "hacker behind $600 million …": says which hacker is meant.</summary>
    private bool IsRelative(Mention theft) =>
        CuesOf(HeadlineCues.Thief).Any(thief => thief.End <= theft.Start && Title.AsSpan(0, thief.Start).Count(' ') <= SubjectWords && RelativeClause().IsMatch(Title[thief.End..theft.Start]));

    /// <summary>"North Korea’s stolen crypto": whose loot, and not whose loss.</summary>
    public bool IsOfLoot(Predicate<Mention> isOwner) => CuesOf(HeadlineCues.Stolen).Any(cue => Mentions.Exists(owner => isOwner(owner)
        && (cue.Start - owner.End is > 0 and <= Possessive || (owner.Start > cue.End && OfOwner().IsMatch(Title[cue.End..owner.Start])))));

    private bool IsNoun(Mention theft) => CuesOf(HeadlineCues.Deed).Concat(CuesOf(HeadlineCues.Many)).Any(cue => cue.End == theft.End)
        // "해킹 주범", "해킹에 …연루": who is behind the deed follows it.
        || (Reading.Language == "ko" && CuesOf(HeadlineCues.Blames).Any(cue => cue.Start - theft.End is 0 or 1));

    private bool Says(string id, Mention mention) => Says(id, mention.Start, mention.End);

    private bool Says(string id, int start, int end) => CuesOf(id).Any(cue => cue.Start < end && start < cue.End);

    /// <summary>The whole of it, and not a word in it.</summary>
    private bool Is(Mention mention, string id) => CuesOf(id).Any(cue => cue.Start <= mention.Start && cue.End >= mention.End);

    private IEnumerable<(int Start, int End)> Places(Regex pattern) => pattern.Matches(Title).Select(match => (match.Index, match.Index + match.Length));

    /// <summary>"The WazirX hacker", "WazirX’s attacker", and what he does follows.</summary>
    private bool IsOfVictim(Cue thief) =>
        Mentions.Exists(mention => mention.Kind == Kinds.Victim && thief.Start - mention.End is > 0 and <= Possessive) && CuesOf(HeadlineCues.Moves).Any(moves => moves.Start > thief.End);

    private static bool Overlap(Mention a, Mention b) => a.Start < b.End && b.Start < a.End;

    [GeneratedRegex("^\\s(?:who|that|behind|qui|que|der|die|derrière|detrás de|hinter|котор\\w+)\\s(?:\\S+\\s){0,3}$", RegexOptions.IgnoreCase)]
    private static partial Regex RelativeClause();

    /// <summary>"… after the hack", "lors du piratage de …": says when, and the step is the news.</summary>
    [GeneratedRegex("\\b(?:after|following|in the wake of|nach|après|lors d[eu]|suite (?:à|au)|tras|después de|dopo|após|depois d[eoa]|после)\\s(?:\\S+\\s){0,4}(?:l['’]|\\S+-)?[\"'‘“«]?$", RegexOptions.IgnoreCase)]
    private static partial Regex Circumstance();

    /// <summary>"Tokens stolen in the hack", "rubati in un hack": says which.</summary>
    [GeneratedRegex("^\\s(?:in|during|bei|beim|dans|lors d[eu]|en|durante|nel|nell['’]|no|na|num)\\s?(?:\\S+\\s){0,3}(?:\\S+-)?$", RegexOptions.IgnoreCase)]
    private static partial Regex InIt();

    /// <summary>"Fondi rubati della Corea del Nord".</summary>
    [GeneratedRegex("^\\s(?:de la|del?|della|du|da|der|von|des|of)\\s?(?:l['’])?$", RegexOptions.IgnoreCase)]
    private static partial Regex OfOwner();

    /// <summary>Not in "4:35".</summary>
    [GeneratedRegex(@"[:：](?!\d)")]
    private static partial Regex Colon();

    /// <summary>"An exchange that got hacked": says which.</summary>
    [GeneratedRegex("\\b(?:that|which|who)\\s(?:got|was|were|had been|has been)\\s(?:\\S+ly\\s)?$", RegexOptions.IgnoreCase)]
    private static partial Regex WhichWas();

    /// <summary>"Victims of the $200 million hack": says which.</summary>
    [GeneratedRegex("\\b(?:victims of|victimes d[eu]s?|Opfern?(?: de[sr]| von)?|víctimas del?|vittime del?l?['’]?|vítimas d[aeo]|жертв\\w* )\\s?(?:l['’])?(?:\\S+\\s){0,4}(?:\\S+-)?$", RegexOptions.IgnoreCase)]
    private static partial Regex OfVictims();

    /// <summary>"투자자 보상은?", "compensation?": asked for, and not told.</summary>
    [GeneratedRegex(@"^\p{L}{0,3}\s?[?？]")]
    private static partial Regex Question();

    [GeneratedRegex("^\\sto\\s\\p{L}+ing\\b", RegexOptions.IgnoreCase)]
    private static partial Regex ToDoing();

    /// <summary>A verb around its object, as those of <see cref="CoversOrCloses"/>.</summary>
    [GeneratedRegex("\\b(?:(?:gives?|gave) .{1,24} back|gibt .{1,24} zurück)\\b", RegexOptions.IgnoreCase)]
    private static partial Regex GivesBack();

    /// <summary>"Offers $1 million to get stolen $34 million back", "receives $1.9M worth of stolen ETH back": in one clause, and what was stolen.</summary>
    [GeneratedRegex(@"\b(?:get|gets|receives?) (?:(?!(?:as|by|after|when|while|and) )[^\s,;:]+ ){0,6}stolen (?:(?!(?:as|by|after|when|while|and) )[^\s,;:]+ ){1,4}back\b", RegexOptions.IgnoreCase)]
    private static partial Regex GetsBack();

    /// <summary>"Setzt Auszahlungen nach dem Hack aus": a verb around its object.</summary>
    [GeneratedRegex("\\bsetz(?:t|en|te|ten) .{1,60} aus\\b", RegexOptions.IgnoreCase)]
    private static partial Regex HaltsAround();

    [GeneratedRegex("\\b(?:gleicht .{1,20} aus\\b|stellt .{1,60} ein$)", RegexOptions.IgnoreCase)]
    private static partial Regex CoversOrCloses();
}
