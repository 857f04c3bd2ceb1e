using Alerts.Core.Knowledge;
using Alerts.Core.Matching;
using Alerts.Core.Matching.Deciding;
using Alerts.Core.Matching.Reading;
using CsCheck;

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
        var vocabulary = new Vocabulary(KnowledgeBase.BuiltIn, [topic]);
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

    /// <summary>The text is 90,000 words long, and each asks how many there are to the farthest that may still be near.</summary>
    [Fact]
    public void Words_between_far_mentions_are_counted_once_a_text()
    {
        var text = string.Concat(Enumerable.Repeat("abcdefghij-klmnop qrs ", 30_000));
        var words = new WordDistance(text);
        var near = 0;
        for (var at = 0; at + 25_000 < text.Length; at++) near += words.AtMost(1000, new(0, 0, at, 1), new(0, 0, at + 25_000, 1)) ? 1 : 0;

        Assert.Equal(0, near);
    }

    [Fact]
    public void However_far_apart_the_words_between_are_the_same() =>
        Gen.Select(Gen.OneOf("Bybit", "'s", "’", "北", "ハ", "\u3000", " ", " ", ", ", ".", "-", "a", "1", "; ").Array[0, 60].Select(string.Concat), Gen.Int[20, 30], Gen.Int[0, 20]).Sample((text, count, from) =>
        {
            // The same words, moved out of what is counted at once.
            from = Math.Min(from, text.Length);
            var filler = new string(' ', 300);
            var near = new WordDistance(text + "!").AtMost(count, new(0, 0, 0, from), new(0, 0, text.Length, 1));
            var far = new WordDistance(text + filler + "!").AtMost(count, new(0, 0, 0, from), new(0, 0, text.Length + filler.Length, 1));
            return near == far;
        });

    /// <summary>Each word of a topic lies in the next, and the text is made of them.</summary>
    [Fact]
    public void Words_inside_one_another_are_found_and_ask_nothing_of_each_other()
    {
        var words = Enumerable.Range(2, 47).Select(count => $"\"{string.Join(' ', Enumerable.Repeat("ab", count))}\"");
        var reading = Reading.Only(string.Join(" or ", words)).Read(Reading.Article("", string.Concat(Enumerable.Repeat("ab ", 10_000))));

        Assert.Single(reading.Matched);
        Assert.True(reading.Mentions.Count > 450_000);
    }

    private static int EntryOf(Func<Concept, bool> isIt) => KnowledgeBase.BuiltIn.Concepts.ToList().FindIndex(concept => isIt(concept));

    private static List<Sentence> Sentences(bool paragraphs) =>
        [.. Enumerable.Range(0, Many).Select(number => new Sentence(ArticleField.Text, 0, Text.Length, paragraphs ? number + 1 : 1))];
}
