using System.Globalization;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching;
using Alerts.Core.Stories.Amounts;

namespace Alerts.Core.Stories;

/// <summary>
/// Whether an article tells a story's event, as a sum of points for what agrees and what does not, each shown: a victim weighs more than those accused, a sum more than
/// a place, since more events share them. Doubt keeps them apart: two alerts for one event are a smaller harm than one for two.
/// </summary>
internal sealed record StoryAgreement(int Score, string Reason)
{
    /// <summary>From here on it is the same news.</summary>
    public const int Enough = 50;

    private const int SameVictim = 40;
    private const int NamedVictim = 10;
    private const int TitledVictim = 20;
    private const int SpokenVictim = 30;
    private const int SameIncident = 20;
    private const int SameSum = 20;
    private const int NearSum = 15;

    /// <summary>"$5.8 million" is rarer than "$3 million", and "$44.2 million" than both.</summary>
    private const int Digit = 5;
    private const int OtherSum = 12;

    /// <summary>Estimates of one loss grow by the day.</summary>
    private const int RevisedSum = 2;
    private const int OtherTheft = -25;

    /// <summary>One count has several totals: since when, with what.</summary>
    private const int OtherOfCount = -5;
    private const int OtherTokens = -40;
    private const int FirstActor = 10;
    private const int NextActor = 5;

    /// <summary>Groups are accused often, a person or a service once.</summary>
    private const int SamePerson = 20;
    private const int SameTool = 28;
    private const int Name = 5;
    private const int MaxNames = 20;
    private const int Count = 5;
    private const int LargeCount = 10;
    private const int RareCount = 15;
    private const int Coined = 10;
    private const int MaxCoined = 2;
    private const int Stem = 5;
    private const int Ending = 2;
    private const int SameTitle = 25;
    private const int RelatedTitle = 15;
    private const int SameStep = 15;
    private const int SameCount = 30;
    private const int OtherActors = -15;

    /// <summary>A story of the very step goes before one that only tells it as well.</summary>
    private const int ToldBeside = -8;

    /// <summary>First sums of one theft differ by this factor at most within two days, and by the next one later on.</summary>
    private const decimal FirstRevision = 20m;
    private const decimal Revision = 1.6m;

    /// <summary>And by this one between undated articles on a house of which no theft is known: who writes of it without a date writes of the same.</summary>
    private const decimal UndatedRevision = 10m;
    private const decimal Exactly = 1.02m;
    private const decimal Alike = 1.05m;
    private const decimal Billion = 1_000_000_000m;

    /// <summary>The window where both speak of one victim: what tells of another theft of it has another sum.</summary>
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static readonly TimeSpan FirstDays = TimeSpan.FromDays(2);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Reason} ({Score} points, {Enough} suffice)");

    /// <summary>More distant than this from every article of a story, the same words tell something else.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromDays(3);

    /// <returns>Null where something forbids that they are one.</returns>
    public static StoryAgreement? Of(NewsEvent told, Story story)
    {
        if (Distance(told, story) is not { } near || !AreOneStep(told, story, near)) return null;
        var distance = near.Time;
        if (AreForbidden(told, story, distance)) return null;
        var (score, parts) = (0, new List<string>());
        var same = told.KnownIncident is not null && told.KnownIncident == KnownTheftFinder.Of(story);
        if (told.Victim is not null && told.Victim == story.MainVictim) Add(SameVictim, told.Victim);
        else if (same && story.MainVictim is { } owner && told.Victim is not null) Add(SameVictim, told.Victim + " and " + owner);
        else if (told.Victim is not null && story.MainVictim is { } main && told.Victims.Contains(main) && story.Marks.Victims.Contains(told.Victim)) Add(SameVictim, told.Victim + " and " + main);
        else if (story.MainVictim is { } theirs && told.Victims.Contains(theirs)) Add(NamedVictim, theirs);
        else if (told.Victim is not null && story.Marks.Victims.Contains(told.Victim)) Add(story.Articles.Take(TitleLikeness.Compared).Any(article => article.Title.Contains(told.Victim, StringComparison.OrdinalIgnoreCase)) ? TitledVictim : NamedVictim, told.Victim);
        // A headline that names no house above a text that does: only beside the very sum it tells.
        else if (told.Victim is null && story.MainVictim is { } owned && told.Names.Contains(owned)) Add(TitledVictim, owned);
        // An owner and his protocol: each outlet has one of them in the headline, and one outlet names both.
        else if (told.Victim is { } one && story.MainVictim is { } two && (told.Names.Contains(two) || story.Marks.Names.Contains(one)) && told.Phase == story.Phase && HaveSumInCommon(told, story, Exactly)) Add(TitledVictim, one + " and " + two);
        else if (AreSpokenAlike(told, story)) Add(SpokenVictim, $"{told.Victim ?? "a name"} spoken as {story.MainVictim ?? "one in its headline"}");
        else if (told.Victim is not null && story.MainVictim is not null) return null;
        if (same) Add(SameIncident, "the incident " + told.KnownIncident);
        var isOfState = told is { Phase: StoryPhase.Sanction, IsState: true } && story.Phase == StoryPhase.Sanction;
        // Of a list of those sanctioned each outlet names whom, and how much, it likes.
        var isOneList = isOfState && distance <= FirstDays;
        Sums();
        Actors();
        Names();
        var title = TitleLikeness.Highest(told.Title, story.Articles.Take(TitleLikeness.Compared).Select(article => article.Title));
        if (title >= TitleLikeness.Alike) Add(SameTitle, "nearly the same title");
        else if (title >= TitleLikeness.Related && AreWithoutVictim(told, story) && told.IsDated && distance <= FirstDays) Add(RelatedTitle, "a title of the same words");
        if (told.Phase != story.Phase && AreOneAnnouncement(told, story)) Add(SameStep, "one announcement");
        if (IsOfOneTool(told, story)) Add(SameTool, "one malware or campaign");
        if (told.Phase == story.Phase && told.Phase != StoryPhase.Theft) Add(IsSingular(told, story, distance) ? SameCount : SameStep, "the same step");
        if ((isOfState || (told is { Phase: StoryPhase.Report, IsState: true, IsDated: true } && story.Phase == StoryPhase.Report && distance <= Day)) && story.Marks.Names.Contains(NamelessActors.State)) Add(Name, NamelessActors.State);
        if (told.Victim is null && told.Actors.Count > 0 && story.Marks.Actors.Count > 0 && !told.Actors.Intersect(story.Marks.Actors).Any() && !story.Marks.Actors.Contains(NamelessActors.State) && !isOneList) Add(OtherActors, "others accused");
        if (told.Phase != story.Phase && AlsoTellsStep(told, story)) Add(ToldBeside, "told beside it");
        if (distance is { } gap)
        {
            // Of one victim in the same days, what states no sum that could be another's is the same theft.
            var isOpen = told.Victim is not null && told.Victim == story.MainVictim && (told.Sums.Count == 0 || story.Marks.Sums.Count == 0);
            Add(gap <= Day ? 12 : gap <= Window ? isOpen ? 10 : 8 : 3, string.Create(CultureInfo.InvariantCulture, $"within {Math.Max(1, (int)Math.Ceiling(gap.TotalHours))} {(gap.TotalHours > 1 ? "hours" : "hour")}"));
        }

        return new(score, string.Join(", ", parts));

        void Add(int points, string part)
        {
            score += points;
            if (points != 0) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{part} {points:+0;-0}"));
        }

        void Sums()
        {
            if (!same && told.Tokens is { } tokens && AreOtherTokens(tokens, story)) Add(OtherTokens, "another number of tokens");
            if (told.Sums.Count == 0 || story.Marks.Sums.Count == 0) return;
            var usd = told.Amount is { IsToken: false, Usd: { } stated } ? stated : told.Sums[0];
            var nearest = story.Marks.Sums.Min(other => Ratio(usd, other));
            var text = told.Amount?.Text ?? UsdText.Of(usd);
            if (nearest <= (IsOfAnyCount(told, story) ? Exactly : Alike) || (told.Stated is { } own && story.Marks.Has(ParticularKind.Count, own))) Add(SameSum + (Digit * Math.Clamp(Math.Max(Digits(usd), Rarest(told, story)) - 2, -1, 1)), text);
            else if (nearest <= 1.15m && told.Phase != StoryPhase.Report) Add(NearSum, text);
            else if (HaveSumInCommon(told, story, Exactly)) Add(OtherSum, "one sum in common");
            else if (told.Phase == StoryPhase.Report) Add(told.IsJoint && story.Marks.Has(ParticularKind.Joint) ? 0 : told.Counted is { } counter && story.Marks.Has(ParticularKind.CountedBy, counter) ? OtherOfCount : OtherTheft, "another total");
            else if (!same && !isOneList && told.Amount is not null)
            {
                var isFirst = distance <= FirstDays && told.IsDated && story.Marks.Days.Count > 0;
                var isOnly = distance is not null && !told.IsDated && story.Marks.Days.Count == 0 && told.Phase == StoryPhase.Theft && told.KnownIncident is null && KnownTheftFinder.Of(story) is null;
                if (nearest > (isFirst ? FirstRevision : isOnly ? UndatedRevision : Revision)) Add(OtherTheft, "another sum");
                else if (nearest <= Revision && told.IsDated && distance <= Window) Add(RevisedSum, "a sum near it");
            }
        }

        void Actors()
        {
            var shared = told.Actors.Where(actor => story.Marks.Actors.Any(other => AreOne(actor, other))).ToList();
            if (told.Phase == story.Phase && told.Phase is StoryPhase.Prosecution or StoryPhase.Sanction && shared.Exists(IsPerson)) Add(SamePerson, "one person or service");
            for (var at = 0; at < Math.Min(shared.Count, 3); at++) Add(at == 0 ? FirstActor : NextActor, shared[at]);
        }

        void Names()
        {
            var shared = told.Particulars.Where(particular => particular.Kind != ParticularKind.Spoken && story.Marks.Particulars.Contains(particular)).Select(particular => particular.ToString()).Concat(told.Names.Where(name => story.Marks.Names.Any(other => AreOne(name, other)))).ToList();
            var points = Math.Min(MaxNames, shared.Count * Name);
            // 280 accounts, 13,562 bitcoin: where nobody's loss tells two cases apart, what they count does.
            if (AreWithoutVictim(told, story)) points += told.Particulars.Where(count => count.Kind == ParticularKind.Count && story.Marks.Particulars.Contains(count)).Select(RarityOf).DefaultIfEmpty(0).Max();
            // "RemotePE", "ClickFix": of a campaign that nobody has listed, its coined names are what all languages repeat.
            if (AreWithoutVictim(told, story) && told.IsDated && distance <= Window) points += Math.Min(MaxCoined, shared.Count(IsCoined)) * Coined;
            if (shared.Count > 0) Add(points, string.Join(" and ", shared.Take(3)));
        }
    }

    private static int RarityOf(Particular count)
    {
        var number = count.Value.AsSpan(0, count.Value.IndexOf(' ', StringComparison.Ordinal));
        return number.TrimEnd('0').Length switch { >= 3 => RareCount, 2 when number.Length > 2 => LargeCount, 2 when number[0] != '1' => Count, _ => 0 };
    }

    /// <summary>The victim's name in two scripts, and one sum: three consonants alone are shared by several houses.</summary>
    private static bool AreSpokenAlike(NewsEvent told, Story story) =>
        (told.Victim ?? story.MainVictim) is not null && HaveSumInCommon(told, story, Alike)
        && told.Spoken.Any(name => story.Marks.Particulars.Any(other => other.Kind == ParticularKind.Spoken && SpokenName.AreOne(name, other.Value)));

    private static bool HaveSumInCommon(NewsEvent told, Story story, decimal ratio) => told.Sums.Any(sum => story.Marks.Sums.Any(other => Ratio(sum, other) <= ratio));

    private static bool IsCoined(string name) => KnowledgeBase.BuiltIn.FindByName(name) is null && name.Length > 3 && !name.Contains(' ', StringComparison.Ordinal) && name.Skip(1).Any(char.IsUpper) && name.Any(char.IsLower);

    /// <summary>Another number of the same token is told, and this one is not.</summary>
    private static bool AreOtherTokens(string tokens, Story story)
    {
        var at = tokens.IndexOf(' ', StringComparison.Ordinal);
        var others = story.Marks.Particulars.Where(count => count.Kind == ParticularKind.Count && count.Value.EndsWith(tokens[at..], StringComparison.Ordinal)).Select(count => Number(count.Value[..^(tokens.Length - at)])).ToList();
        return others.Count > 0 && others.TrueForAll(other => Ratio(other, Number(tokens[..at])) > Alike);

        // "Nearly 4,000 bitcoin" are 3,831.
        static decimal Number(string text) => decimal.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    /// <summary>Also a bank or a firm of the state: an office that has others under it is accused as often as a group.</summary>
    private static bool IsPerson(string actor) => KnowledgeBase.BuiltIn.FindByName(actor) is not { } known
        || known.Kind is not (Kinds.Actor or Kinds.State or Kinds.Agency or Kinds.Umbrella) || (known.Kind == Kinds.Agency && !KnowledgeBase.BuiltIn.Concepts.Any(concept => concept.Umbrella == known.Id));

    /// <summary>Also "Serbia" and "Serbian", "Sinbad" and "Sinbad.io", "Atlanta" and "Atlanta's".</summary>
    private static bool AreOne(string name, string other)
    {
        var (longer, shorter) = name.Length >= other.Length ? (name, other) : (other, name);
        if (longer.Length > shorter.Length && longer[shorter.Length] == '.') return longer.StartsWith(shorter, StringComparison.OrdinalIgnoreCase);
        return longer.StartsWith(shorter, StringComparison.OrdinalIgnoreCase) && (longer.Length == shorter.Length || (shorter.Length >= Stem && longer.Length - shorter.Length <= Ending && char.IsLetter(shorter[^1])));
    }

    /// <summary>Whatever else they have in common.</summary>
    private static bool AreForbidden(NewsEvent told, Story story, TimeSpan? distance) => AreOtherEvents(told, story) || AreOfOtherSpeakers(told, story, distance) || AreOfOtherTools(told, story);

    /// <summary>Two known thefts, or two counts, sentences or services.</summary>
    private static bool AreOtherEvents(NewsEvent told, Story story) =>
        (told.KnownIncident is { } incident && KnownTheftFinder.Of(story) is { } known && incident != known) || AreOtherCounts(told, story);

    /// <summary>The count over one year, or by one analyst, is not that over or by another, though it names its sum for comparison; a charge is not the sentence, a bounty of one day not the return on another, nor one mixer another.</summary>
    private static bool AreOtherCounts(NewsEvent told, Story story) =>
        IsToldByAnother(told, story) || AreOthers(told.Year, ParticularKind.Year, story) || AreOthers(told.Counted, ParticularKind.CountedBy, story) || (AreOthers(told.Court, ParticularKind.InCourt, story) && !AreWithinFirstDays(told, story)) || (AreOthers(told.Answer, ParticularKind.Answer, story) && AreKnownApart(told, story)) || AreOthers(told.Service, ParticularKind.Against, story);

    /// <summary>Days in court are months apart: of one day's news an outlet tells the charge, the next what it may end in.</summary>
    private static bool AreWithinFirstDays(NewsEvent told, Story story) => told.IsDated && story.Marks.Days.Any(day => (day - told.When).Duration() <= FirstDays);

    /// <summary>Both say when; what an undated article tells of a bounty, the next tells of its return.</summary>
    private static bool AreKnownApart(NewsEvent told, Story story) => told.IsDated && story.Marks.Days.Count > 0 && !AreWithinFirstDays(told, story);

    /// <summary>A total that is not said to be the same count: many are alike.</summary>
    private static bool IsOfAnyCount(NewsEvent told, Story story) => told.Phase == StoryPhase.Report && !(told.Counted is { } by && story.Marks.Has(ParticularKind.CountedBy, by));

    /// <summary>A report without a count of its own, by somebody whom a story of another's count does not name.</summary>
    private static bool IsToldByAnother(NewsEvent told, Story story) =>
        told is { Phase: StoryPhase.Report, Counted: null, Speakers.Count: > 0 } && !told.Speakers.Any(story.Marks.Names.Contains)
        && story.Marks.Has(ParticularKind.CountedBy);

    private static bool AreOthers(string? value, ParticularKind kind, Story story) => value is not null && story.Marks.Has(kind) && !story.Marks.Has(kind, value);

    /// <summary>Who blames somebody weeks after another did makes news of his own; of one day's news each outlet quotes whom it likes.</summary>
    private static bool AreOfOtherSpeakers(NewsEvent told, Story story, TimeSpan? distance) =>
        !(told.IsDated && story.Marks.Days.Count > 0 && distance <= FirstDays) && told.Phase == StoryPhase.Attribution && story.Phase == StoryPhase.Attribution && told.Speakers.Count > 0 && !told.Speakers.Any(story.Marks.Names.Contains);

    private static bool AreWithoutVictim(NewsEvent told, Story story) => told.Victim is null && story.MainVictim is null;

    /// <summary>News of a malware or a campaign without a victim; whether an outlet takes it for a warning or for thefts is its own choice.</summary>
    private static bool IsOfOneTool(NewsEvent told, Story story) => AreWithoutVictim(told, story) && told.Names.Any(name => story.Marks.Names.Contains(name) && IsTool(name));

    private static bool AreOfOtherTools(NewsEvent told, Story story) =>
        told.Tools.Count > 0 && told.Victim is null && !told.Tools.Any(story.Marks.Names.Contains) && story.Marks.Names.Any(IsTool);

    private static bool IsTool(string name) => KnowledgeBase.BuiltIn.FindByName(name)?.Kind is Kinds.Malware or Kinds.Campaign;

    /// <summary>Two counts by one analyst, two warnings by one authority, two sanctions of one mixer, or two warnings or sanctions in the same days, are one: such things are rare.</summary>
    private static bool IsSingular(NewsEvent told, Story story, TimeSpan? distance)
    {
        var isOfOneAuthority = told.Authorities.Any(story.Marks.Names.Contains);
        if (told.Phase == StoryPhase.Report || (told.Phase == StoryPhase.Advisory && isOfOneAuthority)) return true;
        if (told.Phase == StoryPhase.Sanction && told.Service is { } service && story.Marks.Has(ParticularKind.Against, service)) return true;
        if (!told.IsDated || story.Marks.Days.Count == 0) return false;
        if (told.Phase is StoryPhase.Advisory or StoryPhase.Sanction || (told.Phase == StoryPhase.Attribution && told.Victim is null && isOfOneAuthority)) return true;
        // A seizure, a charge or an attribution of one sum, told once with whose money it was and once without.
        return distance <= FirstDays && (told.Victim is null || story.MainVictim is null)
            && told.Phase is StoryPhase.Prosecution or StoryPhase.Recovery or StoryPhase.Freeze or StoryPhase.Attribution
            && HaveSumInCommon(told, story, Alike);
    }

    /// <summary>Copies are one story whatever step they tell, unless something forbids it: two victims, two known thefts, two counts, another time.</summary>
    /// <returns>How much of the text is the story's, 0 to 1.</returns>
    public static double Copied(NewsEvent told, Story story) =>
        (told.Victim is not null && story.MainVictim is not null && told.Victim != story.MainVictim) || Distance(told, story) is null || AreOtherEvents(told, story) ? 0 : story.Marks.Likeness(told.Sketch);

    /// <summary>The story's news under the very same headline, at the same time.</summary>
    public static bool IsSameTitle(NewsEvent told, Story story) =>
        told.TitleKey is { } title && MayBeOne(told, story) && story.Articles.Any(article => TitleKey.Of(article.Title) == title);

    /// <summary>
    /// Whether they may be one for a second opinion: near in time, each of one event, and neither of all that forbids a join, nor two victims of whom neither is named in the other's
    /// news, two numbers of one token, two steps on two days, or an authority's word and somebody else's.
    /// </summary>
    public static bool MayMeet(NewsEvent told, Story story) =>
        told.Phase != StoryPhase.Background && story.Phase != StoryPhase.Background && Distance(told, story) is { } distance
        && !AreForbidden(told, story, distance.Time) && !AreStrangers(told, story) && !AreOfOtherDays(told, story, distance.Time)
        && !(told.Phase == StoryPhase.Attribution && story.Phase == StoryPhase.Attribution && told.IsOfficial != IsOfficial(story) && told.IsDated && story.Marks.Days.Count > 0)
        && !(told.Tokens is { } tokens && AreOtherTokens(tokens, story));

    private static bool AreStrangers(NewsEvent told, Story story) =>
        told.Victim is { } own && story.MainVictim is { } other && own != other
        && !told.Victims.Contains(other) && !told.Names.Contains(other) && !story.Marks.Victims.Contains(own) && !story.Marks.Names.Contains(own);

    /// <summary>A day later another step is news of its own, after the first days quite another sum is another theft, and beyond the window all is other news.</summary>
    private static bool AreOfOtherDays(NewsEvent told, Story story, TimeSpan? distance)
    {
        if (!told.IsDated || story.Marks.Days.Count == 0) return false;
        if (distance > Window || (told.Phase != story.Phase && distance > Day)) return true;
        return told is { Phase: StoryPhase.Theft, Amount: not null } && story.Phase == StoryPhase.Theft && story.Marks.Sums.Count > 0 && distance > FirstDays && !HaveSumInCommon(told, story, Revision);
    }

    /// <summary>Told at the same time, and nothing forbids that they are one.</summary>
    public static bool MayBeOne(NewsEvent told, Story story) => Distance(told, story)?.Time is not null && !AreOtherEvents(told, story);

    /// <returns>Null where they are too far apart; within, the time to the nearest article, or null where an undated article tells of another time.</returns>
    private static Gap? Distance(NewsEvent told, Story story)
    {
        var same = told.KnownIncident is not null && told.KnownIncident == KnownTheftFinder.Of(story);
        var times = told.IsDated && story.Marks.Days.Count > 0 ? story.Marks.Days : [story.Marks.From ?? story.FirstSeenAt, story.Marks.To ?? story.LastSeenAt];
        var nearest = times.Min(time => (time - told.When).Duration());
        var (from, to) = (times.Min(), times.Max());
        if (told.When >= from && told.When <= to) nearest = TimeSpan.FromTicks(Math.Min(nearest.Ticks, TimeSpan.FromDays(1).Ticks));
        var span = (told.When > to ? told.When : to) - (told.When < from ? told.When : from);
        var isNear = nearest <= (same || (told.Victim is not null && told.Victim == story.MainVictim) ? Week : Window) && span <= StoryKeys.Open * 2;
        if (isNear) return new Gap(nearest);
        return told.IsDated && story.Marks.Days.Count > 0 ? null : new Gap(null);
    }

    private static bool AreOneStep(NewsEvent told, Story story, Gap distance)
    {
        if (told.Phase == story.Phase) return told.Phase switch { StoryPhase.Background => false, StoryPhase.Attribution => told.IsOfficial == IsOfficial(story) || !told.IsDated || story.Marks.Days.Count == 0, _ => true };
        if (story.Articles.Take(TitleLikeness.Compared).Any(article => TitleLikeness.Continues(told.Title, article.Title))) return true;
        if (AreWithoutVictim(told, story) && distance.Time is not null && IsCase(told.Phase) && IsCase(story.Phase)) return true;
        if (told.Phase is StoryPhase.Attribution or StoryPhase.Prosecution && story.Phase is StoryPhase.Attribution or StoryPhase.Prosecution && told.Actors.Any(actor => IsPerson(actor) && story.Marks.Actors.Contains(actor))) return true;
        if (AreOneAnnouncement(told, story) || IsOfOneTool(told, story)) return true;
        // A mixer is seized on the day on which it is sanctioned.
        if (told is { Service: { } service, Court: null } && story.Marks.Has(ParticularKind.Against, service) && !story.Marks.Has(ParticularKind.InCourt) && IsCaseOrSanction(told.Phase) && IsCaseOrSanction(story.Phase) && distance.Time is null or { Days: 0 }) return true;
        if (told.KnownCase is { } charged && story.Marks.Has(ParticularKind.Case, charged) && IsCaseOrSanction(told.Phase) && IsCaseOrSanction(story.Phase)) return true;
        if (Are(StoryPhase.Freeze) || AlsoTellsStep(told, story)) return distance.Time is { } near ? near <= Window : told.KnownIncident is { } known && known == KnownTheftFinder.Of(story);
        // Who is suspected, and by whom, is told with an undated theft, unless an authority says so.
        if (!told.IsDated || story.Marks.Days.Count == 0 || distance.Time is not { } gap) return Are(StoryPhase.Attribution) && distance.Time is not null && told is { KnownIncident: { } suspected, IsOfficial: false } && suspected == KnownTheftFinder.Of(story) && !IsOfficial(story);
        // Counted from the theft: a story goes on for days, and what is done about it on its fifth is news of its own.
        var since = told.When - (story.Marks.From ?? told.When) is var elapsed && elapsed > gap ? elapsed : gap;
        if (AreOfFirstDay(since)) return true;
        return Are(StoryPhase.Attribution) ? since <= (told.IsOfficial || IsOfficial(story) ? Day : Window) : Are(StoryPhase.Recovery) && since <= FirstDays;

        // A day in which steps of one case overtake each other makes one piece of news, with what it changes as updates.
        bool AreOfFirstDay(TimeSpan elapsed) => elapsed < Day && told.Victim is not null && told.Victim == story.MainVictim && IsStep(told.Phase) && IsStep(story.Phase);

        bool Are(StoryPhase step) => (told.Phase == step && story.Phase == StoryPhase.Theft) || (told.Phase == StoryPhase.Theft && story.Phase == step);
    }

    /// <summary>
    /// Of one victim's theft one outlet makes its headline, and the next of the arrest or the blame that both of them tell. All articles of the story have to tell it: a theft that
    /// has been news before anybody was arrested is not the arrest's.
    /// </summary>
    private static bool AlsoTellsStep(NewsEvent told, Story story)
    {
        if (told.Victim is null || told.Victim != story.MainVictim) return false;
        if (told.AlsoTold.Contains(story.Phase)) return AreOfOneSpeaker(story.Phase);
        var steps = story.Reporting.Where(article => article.Steps.Count > 0).Select(article => article.Steps).ToList();
        return steps.Count > 0 && steps.TrueForAll(own => own.Contains(told.Phase)) && AreOfOneSpeaker(told.Phase);

        // What an authority says of the thieves is news of its own, and who does not name it tells of those before.
        bool AreOfOneSpeaker(StoryPhase step) => step != StoryPhase.Attribution || told.Authorities.Count > 0 == IsOfficial(story) || told.Authorities.Any(story.Marks.Names.Contains);
    }

    private static bool IsOfficial(Story story) => story.Marks.Has(ParticularKind.Official);

    /// <summary>Without a victim, what one body says of one sum is one announcement, whichever step an outlet makes of it.</summary>
    private static bool AreOneAnnouncement(NewsEvent told, Story story) =>
        AreWithoutVictim(told, story) && told.Phase != StoryPhase.Sanction && story.Phase != StoryPhase.Sanction && (told.Reporter is { } analyst && story.Marks.Names.Contains(analyst) || told.Authorities.Any(story.Marks.Names.Contains))
        && told.Sums.Any(sum => (Digits(sum) > 1 || sum >= Billion) && story.Marks.Sums.Any(other => Ratio(sum, other) <= Exactly));

    /// <summary>The accused of one case are often charged and sanctioned on one day.</summary>
    private static bool IsCaseOrSanction(StoryPhase phase) => IsCase(phase) || phase == StoryPhase.Sanction;

    /// <summary>Something has happened.</summary>
    private static bool IsStep(StoryPhase phase) => phase is not (StoryPhase.Report or StoryPhase.Advisory or StoryPhase.Background);

    /// <summary>Without a victim, one outlet's theft is another's indictment.</summary>
    private static bool IsCase(StoryPhase phase) => phase is StoryPhase.Theft or StoryPhase.Attribution or StoryPhase.Prosecution;

    private static int Rarest(NewsEvent told, Story story) => told.Sums.Where(story.Marks.Sums.Contains).Select(Digits).DefaultIfEmpty(0).Max();

    internal static int Digits(decimal sum) => ((long)sum).ToString(CultureInfo.InvariantCulture).TrimEnd('0').Length;

    internal static decimal Ratio(decimal a, decimal b) => a <= 0 || b <= 0 ? decimal.MaxValue : Math.Max(a, b) / Math.Min(a, b);

    private readonly record struct Gap(TimeSpan? Time);
}
