using Alerts.Core.Knowledge;

namespace Alerts.Core.Matching.Naming;

/// <summary>
/// People charged or sanctioned together are one case (relation "accused-with"). A second mention is by surname alone, and a short text names
/// them no other way: a surname that belongs to someone known, beside North Korea and a charge or sanction, means him where another of his case is named as well.
/// </summary>
internal static class KnownAccused
{
    private const string Together = "accused-with";
    private const int Read = 1_500;

    private static readonly Lazy<List<List<Concept>>> s_cases = new(Cases);

    public static IReadOnlyList<string> Of(ArticleReading reading)
    {
        if (!reading.Mentions.Any(mention => mention.Kind == Kinds.State) || !reading.Mentions.Any(mention => mention.Concept is "prosecution" or "sanction")) return [];
        var text = reading.Article.Text.Length > Read ? reading.Article.Text[..Read] : reading.Article.Text;
        var alone = SurnamesIn(NameTokens.Of(text, ArticleField.Text, [], Read));
        var full = reading.Mentions.Where(mention => mention.Kind == Kinds.Person).Select(mention => mention.Concept).ToHashSet(StringComparer.Ordinal);
        foreach (var accused in s_cases.Value)
        {
            var named = accused.Count(person => full.Contains(person.Id) || alone.Contains(SurnameOf(person)));
            if (named >= 2) return [.. accused.Select(person => person.Name)];
        }

        return [];
    }

    private static HashSet<string> SurnamesIn(List<NameToken> tokens) =>
    [
        .. tokens.Where((token, at) => token.IsCapital
            && (at == 0 || tokens[at].Breaks || !tokens[at - 1].IsCapital) && (at + 1 == tokens.Count || tokens[at + 1].Breaks || !tokens[at + 1].IsCapital)).Select(token => token.Word),
    ];

    private static string SurnameOf(Concept person) => person.Name.Split(' ')[0];

    private static List<List<Concept>> Cases()
    {
        var cases = new List<List<Concept>>();
        foreach (var person in KnowledgeBase.BuiltIn.Concepts.Where(concept => concept.Kind == Kinds.Person))
        {
            var others = person.Relations.Where(relation => relation.Kind == Together).Select(relation => KnowledgeBase.BuiltIn.Find(relation.To)).OfType<Concept>().ToList();
            if (others.Count > 0 && !cases.Exists(known => known.Contains(person))) cases.Add([person, .. others]);
        }

        return cases;
    }
}
