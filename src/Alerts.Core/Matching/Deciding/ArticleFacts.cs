using Alerts.Core.Articles;
using Alerts.Core.Matching.Reading;

namespace Alerts.Core.Matching.Deciding;

/// <summary>What one scan found in an article, laid out for asking: mentions by term, in order of sentence.</summary>
internal sealed class ArticleFacts
{
    private static readonly List<int> s_none = [];

    private readonly Dictionary<int, List<int>> _byTerm = [];

    private readonly WordDistance?[] _words = new WordDistance?[(int)ArticleField.Text + 1];

    public ArticleFacts(Article article, string language, Vocabulary vocabulary, List<Sentence> sentences, List<FoundMention> mentions, int boilerplate)
    {
        Article = article;
        Language = language;
        Vocabulary = vocabulary;
        Sentences = sentences;
        Mentions = mentions;
        Boilerplate = boilerplate;
        TitleEnd = sentences.Count(sentence => sentence.Field == ArticleField.Title);
        var text = sentences.FindIndex(sentence => sentence.Field == ArticleField.Text);
        LeadEnd = text < 0 ? sentences.Count : Math.Min(sentences.Count, text + 2);
        for (var index = 0; index < mentions.Count; index++)
        {
            foreach (var term in vocabulary.Entry(mentions[index].Entry).Terms)
            {
                if (!_byTerm.TryGetValue(term, out var list)) _byTerm.Add(term, list = []);
                list.Add(index);
            }
        }
    }

    public Article Article { get; }

    public string Language { get; }

    public Vocabulary Vocabulary { get; }

    /// <summary>Of title, summary and text in that order.</summary>
    public List<Sentence> Sentences { get; }

    /// <summary>In order of sentence and offset, boilerplate left out.</summary>
    public List<FoundMention> Mentions { get; }

    /// <summary>How many mentions were left out because they stand in boilerplate.</summary>
    public int Boilerplate { get; }

    /// <summary>The first sentence after the title.</summary>
    public int TitleEnd { get; }

    /// <summary>The first sentence after title, summary and the text's first two sentences.</summary>
    public int LeadEnd { get; }

    public IEnumerable<int> Terms => _byTerm.Keys;

    public string TextOf(ArticleField field) => Article.TextOf(field);

    public WordDistance WordsOf(ArticleField field) => _words[(int)field] ??= new(TextOf(field));

    /// <summary>Indices of the mentions of a term, in order.</summary>
    public List<int> Of(int term) => _byTerm.TryGetValue(term, out var list) ? list : s_none;

    /// <summary>The first mention of a term at or after a sentence and before another; -1 where there is none.</summary>
    public int FirstIn(int term, int from, int to)
    {
        var list = Of(term);
        var at = PlaceOf(list, from);
        return at < list.Count && Mentions[list[at]].Sentence < to ? list[at] : -1;
    }

    /// <summary>Where in the ordered mentions of a term those of a sentence begin.</summary>
    public int PlaceOf(List<int> list, int sentence) =>
        list.FirstNotBefore((Mentions, sentence), static (index, sought) => sought.Mentions[index].Sentence < sought.sentence);

    public Mention Describe(FoundMention found) => MentionDescriber.Describe(this, found);
}
