using Alerts.Core.Knowledge;

namespace Alerts.Core.Matching.Naming;

/// <summary>
/// Finds which of the known cases (<see cref="KnowledgeBase.Cases"/>) an article tells and gives all who are accused in it, whom the article may name by surname, in part
/// or not at all. It has to speak of a charge, a sanction or an authority, and to show two signs of the case. Of North Korea's cases, which it has to name as well: two
/// of the accused, or two of the case's marks (where the court sits, a sum), of which how many are accused is one. Of others: two of the accused, or one and a mark.
/// </summary>
internal static class KnownAccused
{
    private const int Read = 1_500;
    private const int Enough = 2;

    /// <summary>An authority may be quoted the day before its own release.</summary>
    private const int EarlyDays = 2;

    public static IReadOnlyList<string> Of(ArticleReading reading) =>
        CaseOf(reading) is { } known ? [.. known.Accused.Select(id => KnowledgeBase.BuiltIn.Find(id)!.Name)] : [];

    /// <summary>Null where it tells of no case that is known.</summary>
    public static Case? CaseOf(ArticleReading reading)
    {
        if (!reading.Mentions.Any(IsStep)) return null;
        var article = reading.Article;
        var text = article.Text.Length > Read ? article.Text[..Read] : article.Text;
        var alone = SurnamesIn(NameTokens.Of(text, ArticleField.Text, [], Read));
        var full = reading.Mentions.Where(mention => mention.Kind == Kinds.Person).Select(mention => mention.Concept).ToHashSet(StringComparer.Ordinal);
        var whole = article.Title + "\n" + text;
        var counted = CountedPeople.In(reading, Read);
        var day = DateOnly.FromDateTime((article.PublishedAt ?? article.FirstSeenAt).UtcDateTime).DayNumber;
        return KnowledgeBase.BuiltIn.Cases
            .Where(known => (reading.IsOfState || !IsOfState(known)) && known.Date.DayNumber - day <= EarlyDays)
            .Select(known => (Case: known, Points: Points(known, NamedIn(known, full, alone), Marks(known, whole), counted.Contains(known.Accused.Count) ? 1 : 0)))
            .Where(found => found.Points >= Enough).OrderByDescending(found => found.Points).ThenByDescending(found => found.Case.Date).FirstOrDefault().Case;
    }

    /// <summary>The word for a charge, or one who brings it.</summary>
    private static bool IsStep(Mention mention) => mention.Concept is "prosecution" or "sanction" || mention.Kind == Kinds.Authority;

    /// <summary>Who works for no state is not told by a court and a number: there are many such cases.</summary>
    private static int Points(Case known, int named, int marks, int counted) =>
        IsOfState(known) ? Math.Max(named, marks + counted) : named == 0 ? 0 : named + marks;

    private static bool IsOfState(Case known) => KnowledgeBase.BuiltIn.Find(known.Accused[0])!.Umbrella is not null;

    private static int NamedIn(Case known, HashSet<string> full, HashSet<string> alone) =>
        known.Accused.Count(id => full.Contains(id) || alone.Contains(SurnameOf(KnowledgeBase.BuiltIn.Find(id)!)));

    /// <summary>First in Korean and Chinese names, last in others.</summary>
    private static string SurnameOf(Concept person) => person.Umbrella is null ? person.Name.Split(' ')[^1] : person.Name.Split(' ')[0];

    private static int Marks(Case known, string text) => known.Marks.Count(mark => mark.Any(form => text.Contains(form, StringComparison.Ordinal)));

    private static HashSet<string> SurnamesIn(List<NameToken> tokens) =>
    [
        .. tokens.Where((token, at) => token.IsCapital
            && (at == 0 || tokens[at].Breaks || !tokens[at - 1].IsCapital) && (at + 1 == tokens.Count || tokens[at + 1].Breaks || !tokens[at + 1].IsCapital)).Select(token => token.Word),
    ];
}
