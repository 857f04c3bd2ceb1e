using Alerts.Core.Knowledge;
using Alerts.Core.Matching;
using Alerts.Core.Matching.Deciding;
using Alerts.Core.Matching.Reading;

namespace Alerts.Tests.Matching;

/// <summary>Texts of a million sentences that are made to hurt: what asks each sentence about all others would not come back from them.</summary>
public sealed class HostileReadingTests
{
    private const int Many = 1_000_000;
    private const string Text = "Bybit was robbed, it says; thieves took all";

    private static readonly int s_victim = EntryOf(concept => concept.Id == "bybit");
    private static readonly int s_theft = EntryOf(concept => concept.Kind == Kinds.Theft);

    /// <summary>Each sentence names the victim, and the last tells of the theft, so many characters behind it.</summary>
    [Theory]
    [InlineData("sentence(near(2, concept:bybit, kind:theft))", 4, true)]
    [InlineData("sentence(near(2, concept:bybit, kind:theft))", 22, false)]
    [InlineData("title(near(2, concept:bybit, kind:theft))", 4, false)]
    [InlineData("sentence(near(2, kind:theft, concept:bybit))", 4, true)]
    public void What_stands_near_is_asked_of_each_mention_once(string rule, int behind, bool holds)
    {
        var topic = Reading.Topic(rule);
        var vocabulary = new Vocabulary(KnowledgeBase.BuiltIn, [topic], []);
        var mentions = Enumerable.Range(0, Many).Select(sentence => new FoundMention(s_victim, sentence, 0, 5)).Append(new(s_theft, Many - 1, 5 + behind, 6)).ToList();
        var facts = new ArticleFacts(Reading.Article("", Text), "en", vocabulary, Sentences(paragraphs: false), mentions, 0);
        var evidence = new List<int>();

        Assert.Equal(holds, ExpressionEvaluator.Holds(CompiledExpression.Of(topic.Require[0].Expression, vocabulary), facts, evidence));
        Assert.Equal(holds ? [Many - 1, Many] : [], evidence.Order());
    }

    [Theory]
    [InlineData("disclaimer", false)]
    [InlineData("list-heading", true)]
    public void A_page_of_nothing_but_disclaimers_or_headings_is_marked_once(string concept, bool paragraphs)
    {
        var entry = EntryOf(known => known.Id == concept);
        // The first sentence stands before all of them.
        var mentions = Enumerable.Range(1, Many - 1).Select(sentence => new FoundMention(entry, sentence, 0, Text.Length)).ToList();

        var marked = new BoilerplateFilter(KnowledgeBase.BuiltIn).Mark(Sentences(paragraphs), mentions, Text);

        Assert.Equal(Many - 1, marked.Count(isMarked => isMarked));
        Assert.False(marked[0]);
    }

    [Theory]
    [InlineData("Bybit was robbed. Not investment advice. The author holds coins.\nThieves took all.", "author")]
    [InlineData("Bybit was robbed and thieves took all of it.\nRelated articles\nBitcoin rises\nMarkets\nThieves took all of it.", "rises")]
    public void The_rest_of_a_paragraph_and_a_list_are_left_out_and_no_more(string text, string leftOut)
    {
        var matcher = Reading.Only($"\"{leftOut}\" or \"nobody\"", "concept:bybit and \"thieves\"");
        Assert.Equal(["t1"], matcher.Read(Reading.Article("", text)).Topics());
    }

    private static int EntryOf(Func<Concept, bool> isIt) => KnowledgeBase.BuiltIn.Concepts.ToList().FindIndex(concept => isIt(concept));

    private static List<Sentence> Sentences(bool paragraphs) =>
        [.. Enumerable.Range(0, Many).Select(number => new Sentence(ArticleField.Text, 0, Text.Length, paragraphs ? number + 1 : 1))];
}
