using Alerts.Core.Articles;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching.Deciding;

namespace Alerts.Core.Matching.Cues;

/// <summary>
/// Words that articles are read by and topics do not ask for: a data file in the format of the knowledge files, found by the same
/// scanner, which is built when the first article is read.
/// </summary>
/// <param name="file">An embedded resource: "Stories/headlines.json".</param>
/// <param name="extended">Files of the knowledge base, by the beginning of their names, to whose concepts the file adds words.</param>
internal sealed class CueVocabulary(string file, params string[] extended)
{
    private readonly Lazy<(Vocabulary Vocabulary, MentionFinder Finder)> _built = new(() =>
    {
        var vocabulary = new Vocabulary(Load(file, extended).Knowledge, []);
        return (vocabulary, new MentionFinder(vocabulary));
    });

    public KnowledgeBase Knowledge => _built.Value.Vocabulary.Knowledge;

    /// <summary>Mistakes in the data, for the test that there are none.</summary>
    public KnowledgeLoad Load() => Load(file, extended);

    public ArticleFacts Find(Article article) => _built.Value.Finder.Find(article);

    public Concept ConceptOf(FoundMention found) => Knowledge.Concepts[found.Entry];

    /// <summary>All written forms of some of its concepts.</summary>
    public IEnumerable<string> FormsOf(Func<Concept, bool> isOfThem) =>
        Knowledge.Aliases.Where(alias => isOfThem(Knowledge.Concepts[alias.Concept])).Select(alias => alias.Text);

    public Cue CueOf(FoundMention found)
    {
        var concept = ConceptOf(found);
        return new(concept.Id, concept.Name, concept.Note, found.Start, found.End);
    }

    private static KnowledgeLoad Load(string file, string[] extended)
    {
        return KnowledgeBase.Only([.. extended.SelectMany(known => KnowledgeBase.Embedded(known, ".json")), new KnowledgeText(file, EmbeddedData.Text(file))]);
    }
}
