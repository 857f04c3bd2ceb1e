using System.Collections.Frozen;
using System.Globalization;

namespace Alerts.Core.Stories;

/// <summary>
/// What an article and a story have in common and what not, each as a sign that holds or does not: for the second opinion (<see cref="StoryOpinion"/>), which knows from many
/// examples what each is worth beside the others. No single name, sum or language is among them, so that nothing is learned of one house or event; nor is the time between them,
/// which tells more the fewer events there are to choose from, and a labelled set has few.
/// </summary>
internal static class StorySigns
{
    private const string SameVictim = "the same victim";
    private const string TwoVictims = "two victims";
    private const string OneVictim = "one victim";
    private const string NoVictim = "no victim";
    private const string NamedThere = "its victim is named there";
    private const string NamedHere = "the story’s victim is named here";
    private const string SameStep = "the same step";
    private const string ToldBeside = "told beside it";
    private const string NoSums = "no sums";
    private const string SumsOfOne = "sums of one only";
    private const string FarSum = "quite another sum";
    private const string TwoSums = "two sums in common";
    private const string SeveralAccused = "several accused in common";
    private const string OneAccused = "one accused in common";
    private const string OthersAccused = "others accused";
    private const string OneAccuses = "one of them accuses";
    private const string OneName = "a name in common";
    private const string TwoNames = "two names in common";
    private const string FourNames = "four names in common";
    private const string DaysOfOne = "days told by one only";
    private const string SameDay = "a day in common";
    private const string NearDays = "days near each other";
    private const string OtherDays = "other days";
    private const string OwnDay = "a day of its own";
    private const string SameTheft = "the same known theft";
    private const string OneKnownTheft = "one of a known theft";
    private const string SomeText = "some of the text in common";

    /// <summary>Days of two articles on one thing, told where they are and where it was.</summary>
    private const int DaysNear = 2;

    private const int DaysOfYear = 366;

    private const double TextInCommon = 0.15;

    private static readonly (decimal Upto, string Name)[] s_ratios = [(1.03m, "the same sum"), (1.15m, "nearly the same sum"), (1.6m, "a sum near it"), (3m, "a sum of its order"), (10m, "another sum"), (decimal.MaxValue, FarSum)];

    private static readonly string[] s_ratiosOf = [" of one victim", " of no victim", " of others"];

    private static readonly string[] s_shared = ["a round sum in common", "a sum of two digits in common", "a sum of three digits in common"];

    private static readonly string[] s_victims = [NoVictim, OneVictim, SameVictim, TwoVictims];

    private static readonly (double From, string Name)[] s_titles =
        [(TitleLikeness.Alike, "nearly the same title"), (TitleLikeness.Related, "a title of the same words"), (0.2, "a title like it"), (0.1, "a title somewhat like it")];

    private static readonly (ParticularKind Kind, string Same, string Other, string OfOne)[] s_particulars =
    [
        .. new[]
        {
            (ParticularKind.Year, "counted year"), (ParticularKind.CountedBy, "counting analyst"), (ParticularKind.InCourt, "step in court"), (ParticularKind.Against, "mixer"), (ParticularKind.Case, "known case"),
            (ParticularKind.Count, "count"), (ParticularKind.Joint, "joint statement"), (ParticularKind.Official, "authority’s word"), (ParticularKind.Answer, "answer to a theft"), (ParticularKind.Spoken, "spoken name"),
        }.Select(kind => (kind.Item1, $"the same {kind.Item2}", $"another {kind.Item2}", $"{kind.Item2} of one only")),
    ];

    /// <summary>Every sign that there is.</summary>
    public static FrozenSet<string> All { get; } = Vocabulary().ToFrozenSet(StringComparer.Ordinal);

    public static List<string> Of(NewsEvent told, Story story)
    {
        var signs = new List<string>(24);
        var victims = AddVictims(signs, told, story);
        AddSteps(signs, told, story, victims);
        AddSums(signs, told, story, victims);
        AddNames(signs, told, story);
        AddParticulars(signs, told, story);
        AddDays(signs, told, story);
        var (own, other) = (told.KnownIncident, KnownTheftFinder.Of(story));
        if (own is not null && own == other) signs.Add(SameTheft);
        else if (own is not null || other is not null) signs.Add(OneKnownTheft);
        var title = TitleLikeness.Highest(told.Title, story.Articles.Take(TitleLikeness.Compared).Select(article => article.Title));
        if (s_titles.FirstOrDefault(range => title >= range.From).Name is { } likeness) signs.Add(likeness);
        if (story.Marks.Likeness(told.Sketch) > TextInCommon) signs.Add(SomeText);
        return signs;
    }

    private static string AddVictims(List<string> signs, NewsEvent told, Story story)
    {
        var (own, other) = (told.Victim, story.MainVictim);
        var victims = (own, other) switch { (null, null) => NoVictim, (null, _) or (_, null) => OneVictim, _ => own == other ? SameVictim : TwoVictims };
        signs.Add(victims);
        if (own is not null && own != other && (story.Marks.Victims.Contains(own) || story.Marks.Names.Contains(own))) signs.Add(NamedThere);
        if (other is not null && own != other && (told.Victims.Contains(other) || told.Names.Contains(other))) signs.Add(NamedHere);
        return victims;
    }

    private static void AddSteps(List<string> signs, NewsEvent told, Story story, string victims)
    {
        var steps = Steps(told.Phase, story.Phase);
        signs.Add(steps);
        signs.Add($"{steps}, {victims}");
        if (told.Phase == story.Phase) signs.Add(SameStep);
        if (told.AlsoTold.Contains(story.Phase) || story.Reporting.Any(article => article.Steps.Skip(1).Contains(told.Phase))) signs.Add(ToldBeside);
    }

    private static string Steps(StoryPhase one, StoryPhase other) => one == other ? $"both {one}" : one < other ? $"{one} and {other}" : $"{other} and {one}";

    private static void AddSums(List<string> signs, NewsEvent told, Story story, string victims)
    {
        if (told.Sums.Count == 0 || story.Marks.Sums.Count == 0)
        {
            signs.Add(told.Sums.Count == story.Marks.Sums.Count ? NoSums : SumsOfOne);
            return;
        }

        var nearest = story.Marks.Sums.Min(other => StoryAgreement.Ratio(told.Sums[0], other));
        var name = s_ratios.First(ratio => nearest <= ratio.Upto).Name;
        signs.Add(name);
        signs.Add(name + s_ratiosOf[victims switch { SameVictim => 0, NoVictim => 1, _ => 2 }]);
        var shared = told.Sums.Where(sum => story.Marks.Sums.Any(other => StoryAgreement.Ratio(sum, other) <= s_ratios[0].Upto)).ToList();
        if (shared.Count > 1) signs.Add(TwoSums);
        if (shared.Count > 0) signs.Add(s_shared[Math.Clamp(shared.Max(StoryAgreement.Digits), 1, s_shared.Length) - 1]);
    }

    private static void AddNames(List<string> signs, NewsEvent told, Story story)
    {
        var accused = told.Actors.Count(story.Marks.Actors.Contains);
        if (accused > 0) signs.Add(accused > 1 ? SeveralAccused : OneAccused);
        else if (told.Actors.Count > 0 && story.Marks.Actors.Count > 0) signs.Add(OthersAccused);
        else if (told.Actors.Count > 0 || story.Marks.Actors.Count > 0) signs.Add(OneAccuses);
        var names = told.Names.Count(story.Marks.Names.Contains);
        if (names > 0) signs.Add(OneName);
        if (names > 1) signs.Add(TwoNames);
        if (names > 3) signs.Add(FourNames);
    }

    private static void AddParticulars(List<string> signs, NewsEvent told, Story story)
    {
        foreach (var (kind, same, other, ofOne) in s_particulars)
        {
            var own = told.Particulars.Where(particular => particular.Kind == kind).ToList();
            if (own.Exists(story.Marks.Particulars.Contains)) signs.Add(same);
            else if (own.Count > 0 != story.Marks.Has(kind)) signs.Add(ofOne);
            else if (own.Count > 0) signs.Add(other);
        }
    }

    private static void AddDays(List<string> signs, NewsEvent told, Story story)
    {
        if (told.DaysTold.Count == 0 || story.Marks.DaysTold.Count == 0)
        {
            if (told.DaysTold.Count != story.Marks.DaysTold.Count) signs.Add(DaysOfOne);
            return;
        }

        var others = story.Marks.DaysTold.Select(OfYear).ToList();
        var apart = told.DaysTold.Select(OfYear).Select(day => others.Min(other => Apart(day, other))).ToList();
        signs.Add(apart.Contains(0) ? SameDay : apart.Min() <= DaysNear ? NearDays : OtherDays);
        if (apart.Max() > DaysNear) signs.Add(OwnDay);

        static int OfYear(string day) => DateOnly.ParseExact("2024-" + day, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayOfYear;

        // The last day of a year stands beside the first.
        static int Apart(int one, int other) => Math.Min(Math.Abs(one - other), DaysOfYear - Math.Abs(one - other));
    }

    private static IEnumerable<string> Vocabulary()
    {
        var steps = Enum.GetValues<StoryPhase>().SelectMany(one => Enum.GetValues<StoryPhase>().Select(other => Steps(one, other))).Distinct().ToList();
        return
        [
            .. s_victims, NamedThere, NamedHere, .. steps, .. steps.SelectMany(pair => s_victims.Select(victims => $"{pair}, {victims}")), SameStep, ToldBeside, NoSums, SumsOfOne,
            .. s_ratios.Select(ratio => ratio.Name), .. s_ratios.SelectMany(ratio => s_ratiosOf.Select(of => ratio.Name + of)), TwoSums, .. s_shared, SeveralAccused, OneAccused, OthersAccused, OneAccuses,
            OneName, TwoNames, FourNames, .. s_particulars.SelectMany(kind => new[] { kind.Same, kind.Other, kind.OfOne }), DaysOfOne, SameDay, NearDays, OtherDays, OwnDay, SameTheft, OneKnownTheft,
            .. s_titles.Select(range => range.Name), SomeText,
        ];
    }
}
