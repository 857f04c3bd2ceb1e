using System.Globalization;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching.Topics;

namespace Alerts.Tests.Matching;

public sealed class TopicLanguageTests
{
    [Theory]
    [InlineData("concept:bybit and kind:theft", true)]
    [InlineData("concept:bybit and not kind:theft", false)]
    [InlineData("concept:upbit or concept:bybit", true)]
    [InlineData("all(concept:bybit, under:north-korea)", true)]
    [InlineData("any(concept:upbit, \"vault door\")", true)]
    [InlineData("concept:bybit and none(\"vault door\")", false)]
    [InlineData("\"Vault  DOOR\"", true)]
    [InlineData("title(concept:bybit)", true)]
    [InlineData("title(\"vault door\")", false)]
    [InlineData("lead(under:lazarus)", true)]
    [InlineData("sentence(concept:bybit, kind:theft)", true)]
    [InlineData("sentence(\"vault door\", concept:bybit)", false)]
    [InlineData("sentences(2, concept:bybit)", true)]
    [InlineData("sentences(3, concept:bybit)", false)]
    [InlineData("times(2, concept:bybit)", true)]
    [InlineData("times(4, concept:bybit)", false)]
    [InlineData("different(2, under:north-korea)", true)]
    [InlineData("near(3, concept:bybit, kind:theft)", true)]
    [InlineData("near(1, concept:bybit, \"vault door\")", false)]
    [InlineData("atleast(2, concept:upbit, concept:bybit, kind:theft)", true)]
    [InlineData("atleast(3, concept:upbit, concept:bybit, concept:binance)", false)]
    [InlineData("atleast(2, not \"heist\", concept:upbit, concept:bybit)", true)]
    [InlineData("atleast(2, concept:upbit, not \"heist\", concept:bybit)", true)]
    [InlineData("atleast(2, concept:upbit, concept:bybit, not \"heist\")", true)]
    [InlineData("atleast(2, kind:theft, concept:bybit, concept:upbit)", true)]
    [InlineData("require concept:bybit\nexclude \"vault door\"", false)]
    [InlineData("require concept:bybit\nscore 10 kind:theft\nthreshold 10", true)]
    [InlineData("require concept:bybit\nscore 10 kind:theft\nthreshold 11", false)]
    [InlineData("require concept:bybit\nweigh 5 \"how it is told\"\n  3 kind:theft\n  -2 title(\"vault door\")\nthreshold 8", true)]
    [InlineData("require concept:bybit\nweigh 5 \"how it is told\"\n  3 kind:theft\n  -2 \"vault door\"\nthreshold 7", false)]
    [InlineData("require concept:bybit\nscore 10 kind:theft\nWeigh -1 \"how it is told\" 1 under:lazarus\nthreshold 10", true)]
    [InlineData("require \"my exchange\" any(\n concept:bybit,\n concept:upbit)\n# done\ngate time not drill, product", true)]
    [InlineData("concept:bybit\n  and kind:theft", true)]
    [InlineData("\"vault door\" AND Kind:theft", true)]
    [InlineData("\"vault door\" Or concept:upbit", true)]
    [InlineData("ANY(concept:upbit, Title(CONCEPT:bybit)) And Not concept:upbit", true)]
    [InlineData("Require concept:bybit\nEXCLUDE concept:upbit\nScore 10 kind:theft\nThreshold 10\nGate Time Not Drill, PRODUCT", true)]
    [InlineData("require concept:bybit\ngate Subject Not Main", false)]
    public void A_topic_decides_as_it_reads(string topic, bool matched)
    {
        var reading = Reading.Only(topic).Read(Reading.Article("Thieves rob Bybit", "Lazarus stole from Bybit, says North Korea expert. The vault door was open."));
        Assert.Equal(matched, reading.Matched.Any());
    }

    [Theory]
    [InlineData("concept:bybit and", 1, 18, "end of the rule")]
    [InlineData("concept:bybit or )", 1, 18, "')'")]
    [InlineData("(concept:bybit", 1, 15, "end of the rule")]
    [InlineData("any(concept:bybit", 1, 18, "end of the rule")]
    [InlineData("bybit", 1, 1, "'bybit' is no term")]
    [InlineData("concept:bybbit", 1, 1, "no concept 'bybbit'")]
    [InlineData("kind:villain", 1, 1, "no kind 'villain'")]
    [InlineData("sometimes(concept:bybit)", 1, 1, "no function 'sometimes'")]
    [InlineData("near(x, concept:bybit, kind:theft)", 1, 6, "'x'")]
    [InlineData("\"bybit", 1, 1, "not closed")]
    [InlineData("not concept:bybit", 1, 1, "only exclusions")]
    [InlineData("require concept:bybit\nscore ten kind:theft", 2, 7, "'ten'")]
    [InlineData("require concept:bybit\nweigh 5 kind:theft", 2, 9, "what is weighed, in quotes")]
    [InlineData("require concept:bybit\nweigh \"how\" 5 kind:theft", 2, 7, "points")]
    [InlineData("require concept:bybit\nweigh 5 \"how\" kind:theft", 2, 15, "points")]
    [InlineData("require concept:bybit\nweigh 5 \"how\"\n  3 kind:theft\n  4 concept:bybbit", 4, 5, "no concept 'bybbit'")]
    [InlineData("require concept:bybit\ngate weather not rain", 2, 6, "no gate 'weather'")]
    [InlineData("require concept:bybit\ngate time not yesterday", 2, 15, "never finds 'yesterday'")]
    [InlineData("require concept:bybit\nhope kind:theft", 2, 1, "'hope'; expected require, exclude, score, weigh, gate or threshold")]
    [InlineData("Require concept:bybit And\nExclude kind:theft", 1, 26, "end of the line")]
    [InlineData("atleast(3, concept:bybit, concept:upbit)", 1, 9, "at least 3 of 2 never holds; expected a number from 1 to 2")]
    [InlineData("require concept:bybit\nexclude atleast(2, kind:theft)", 2, 17, "at least 2 of 1 never holds")]
    [InlineData("require concept:bybit\nscore 10 atleast(2, kind:theft)", 2, 18, "at least 2 of 1 never holds")]
    [InlineData("atleast(1, not \"heist\", concept:bybit)", 1, 1, "only exclusions")]
    [InlineData("atleast(2, not \"heist\", concept:bybit, not concept:upbit)", 1, 1, "only exclusions")]
    [InlineData("\"the\"", 1, 1, "commonest words")]
    [InlineData("", 1, 1, "end of the rule")]
    public void An_error_tells_where_it_is(string text, int line, int column, string message)
    {
        var failed = Assert.IsType<TopicParse.Failed>(TopicParser.Parse(text, KnowledgeBase.BuiltIn));
        Assert.Equal((line, column), (failed.Errors[0].Position.Line, failed.Errors[0].Position.Column));
        Assert.Contains(message, failed.Errors[0].ToString(), StringComparison.Ordinal);
    }

    public static TheoryData<string, string?> Words => new()
    {
        { new string('盗', 64), null },
        { new string('盗', 65), "more than 64 words" },
        { string.Join(' ', Enumerable.Repeat('a', 65)), "more than 64 words" },
        { new string('ﬃ', 90), "more than 256 letters" },
        { new string('x', 201), "longer than 200 characters" },
        // Its cut at humps has 66 words; it is looked for as it is written.
        { string.Concat(Enumerable.Repeat("Abc", 66)), null },
    };

    [Theory]
    [MemberData(nameof(Words))]
    public void Words_are_found_or_are_an_error_where_they_stand(string words, string? message)
    {
        var topic = $"kind:theft or\n \"{words}\"";
        if (message is null)
        {
            Assert.NotEmpty(Reading.Only(topic).Read(Reading.Article($"They wrote {words} on the wall")).Matched);
            return;
        }

        var error = Assert.Single(Assert.IsType<TopicParse.Failed>(TopicParser.Parse(topic, KnowledgeBase.BuiltIn)).Errors);
        Assert.Equal((2, 2), (error.Position.Line, error.Position.Column));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("atleast(2, kind:theft, concept:bybit, concept:upbit)", "bybit upbit")]
    [InlineData("atleast(3, kind:theft, under:lazarus, concept:upbit)", "upbit")]
    [InlineData("atleast(2, not \"heist\", under:lazarus, concept:upbit)", "upbit lazarus")]
    [InlineData("kind:theft and (concept:bybit or concept:upbit)", "bybit upbit")]
    public void Only_articles_that_mention_the_rarest_terms_are_decided(string text, string terms) =>
        Assert.Equal(terms, string.Join(' ', TopicTerms.Anchors(Reading.Topic(text))!.Select(term => term.Value)));

    [Theory]
    [InlineData("require kind:theft  # my comment", "kind:theft")]
    [InlineData("require any(concept:bybit, # why\n concept:upbit)# not", "any(concept:bybit, concept:upbit)")]
    [InlineData("require  all( kind:theft ,\"vault  door\" )", "all( kind:theft ,\"vault door\" )")]
    [InlineData("kind:theft # or loss\n  and concept:bybit", "kind:theft and concept:bybit")]
    public void A_clause_is_shown_as_written_on_one_line_without_comments(string topic, string shown) =>
        Assert.Equal(shown, Reading.Topic(topic).Require[0].Text);

    [Fact]
    public void Two_who_write_a_word_in_other_letters_are_both_served() =>
        Assert.Equal(["t0", "t1", "t2"], Reading.Only("\"ελλας\"", "\"ΕΛΛΑΣ\"", "\"Ελλας\"").Read(Reading.Article("ΕΛΛΑΣ ελλας", language: "el")).Topics().Order());

    [Theory]
    [InlineData("sv-SE")]
    [InlineData("en-US")]
    public void A_minus_of_the_readers_culture_is_no_number(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.IsType<TopicParse.Failed>(TopicParser.Parse("require concept:bybit\nscore \u22125 kind:loss", KnowledgeBase.BuiltIn));
            Assert.IsType<TopicParse.Parsed>(TopicParser.Parse("require concept:bybit\nscore -5 kind:loss", KnowledgeBase.BuiltIn));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Endless_parentheses_are_an_error_and_no_crash() =>
        Assert.IsType<TopicParse.Failed>(TopicParser.Parse(new string('(', 10_000), KnowledgeBase.BuiltIn));

    [Fact]
    public void The_built_in_topics_are_written_in_the_language_of_subscribers()
    {
        foreach (var topic in BuiltInTopics.All(KnowledgeBase.BuiltIn))
            Assert.Equal(topic.Id, Assert.IsType<TopicParse.Parsed>(TopicParser.Parse(topic.Text, KnowledgeBase.BuiltIn)).Topic.Id);
    }
}
