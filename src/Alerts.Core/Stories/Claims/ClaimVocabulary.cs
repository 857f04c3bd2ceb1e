using System.Collections.Frozen;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching;
using Alerts.Core.Matching.Deciding;

namespace Alerts.Core.Stories.Claims;

/// <summary>
/// The words that claims are made with, in eight languages: data in the format of the knowledge files, found by the same scanner. Who speaks
/// officially stands in the knowledge of authorities; here are only forms that name them as speakers and are other words to a topic ("Treasury").
/// </summary>
internal static class ClaimVocabulary
{
    private const string Resource = "Stories/claims.json";
    private const string Authorities = "authorities";

    private static readonly Lazy<(Vocabulary Vocabulary, MentionFinder Finder)> s_built = new(Build);

    private static readonly Lazy<FrozenSet<string>> s_official = new(() =>
    {
        var knowledge = s_built.Value.Vocabulary.Knowledge;
        return knowledge.Aliases.Where(alias => RankOf(knowledge.Concepts[alias.Concept]) == Cues.Official).Select(alias => alias.Text).ToFrozenSet(StringComparer.Ordinal);
    });

    private static readonly Lazy<FrozenDictionary<string, string>> s_names = new(() =>
    {
        var knowledge = s_built.Value.Vocabulary.Knowledge;
        return knowledge.Aliases.Select(alias => (alias.Text, Concept: knowledge.Concepts[alias.Concept])).Where(alias => RankOf(alias.Concept) is Cues.Official or Cues.Vendor or Cues.Researcher)
            .GroupBy(alias => alias.Text, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(forms => forms.Key, forms => forms.First().Concept.Name, StringComparer.OrdinalIgnoreCase);
    });

    /// <summary>Mistakes in the data, for the test that there are none.</summary>
    public static KnowledgeLoad Load()
    {
        using var stream = typeof(ClaimVocabulary).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return KnowledgeBase.Only([.. KnowledgeBase.Embedded(Authorities, ".json"), new KnowledgeText(Resource, reader.ReadToEnd())]);
    }

    /// <summary>Whether a written form names somebody official, be it "police".</summary>
    public static bool IsOfficial(string alias) => s_official.Value.Contains(alias);

    /// <summary>One name for all written forms of who speaks: "체이널리시스" is Chainalysis, "DOJ" the Department of Justice.</summary>
    public static string NameOf(string alias) => s_names.Value.GetValueOrDefault(alias, alias);

    public static ArticleFacts Find(ArticleReading reading) => s_built.Value.Finder.Find(reading.Article with { Language = reading.Language });

    public static Cue CueOf(FoundMention found)
    {
        var entry = s_built.Value.Vocabulary.Entry(found.Entry);
        return new(entry.Id, entry.Name, s_built.Value.Vocabulary.Knowledge.Find(entry.Id) is { } concept ? RankOf(concept) : null, found.Start, found.End);
    }

    private static string? RankOf(Concept concept) => concept.Kind == Kinds.Authority ? Cues.Official : concept.Note;

    private static (Vocabulary Vocabulary, MentionFinder Finder) Build()
    {
        var vocabulary = new Vocabulary(Load().Knowledge, [], []);
        return (vocabulary, new MentionFinder(vocabulary));
    }
}
