using Alerts.Core.Knowledge;
using Alerts.Core.Matching;
using Alerts.Core.Matching.Deciding;

namespace Alerts.Core.Stories.Claims;

/// <summary>The words that claims are made with, in eight languages: data in the format of the knowledge files, found by the same scanner.</summary>
internal static class ClaimVocabulary
{
    private const string Resource = "Stories/claims.json";

    private static readonly Lazy<(Vocabulary Vocabulary, MentionFinder Finder)> s_built = new(Build);

    /// <summary>Mistakes in the data, for the test that there are none.</summary>
    public static KnowledgeLoad Load()
    {
        using var stream = typeof(ClaimVocabulary).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return KnowledgeBase.Only(new KnowledgeText(Resource, reader.ReadToEnd()));
    }

    public static ArticleFacts Find(ArticleReading reading) => s_built.Value.Finder.Find(reading.Article with { Language = reading.Language });

    public static Cue CueOf(FoundMention found)
    {
        var entry = s_built.Value.Vocabulary.Entry(found.Entry);
        return new(entry.Id, entry.Name, s_built.Value.Vocabulary.Knowledge.Find(entry.Id)?.Note, found.Start, found.End);
    }

    private static (Vocabulary Vocabulary, MentionFinder Finder) Build()
    {
        var vocabulary = new Vocabulary(Load().Knowledge, [], []);
        return (vocabulary, new MentionFinder(vocabulary));
    }
}
