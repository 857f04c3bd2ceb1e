using Alerts.Core.Knowledge;
using Alerts.Core.Matching;
using Alerts.Core.Matching.Reading;

namespace Alerts.Tests.Matching;

public sealed class SentenceTests
{
    [Theory]
    [InlineData("It lost 44. 5 billion won. Police came.", 2)]
    [InlineData("The U. S. Treasury acted. Banks followed.", 2)]
    [InlineData("Rund 1,5 Mrd. Dollar fehlen. Die Polizei ermittelt.", 2)]
    [InlineData("流出した。警察が捜査。", 2)]
    [InlineData("Ущерб 3 млн. долл. США. Идёт следствие.", 2)]
    [InlineData("Trustees of Mt. Gox moved bitcoin. Creditors wait.", 2)]
    [InlineData("“It is gone.” Police came.", 2)]
    [InlineData("هل سُرقت الأموال؟نعم.", 2)]
    [InlineData("one line\nanother line", 2)]
    public void Sentences_end_where_they_end(string text, int count) => Assert.Equal(count, Split(text).Count);

    [Fact]
    public void No_known_name_or_word_is_cut() =>
        Assert.DoesNotContain(KnowledgeBase.BuiltIn.Aliases, alias => Split($"It says {alias.Text} there").Count > 1);

    [Theory]
    [InlineData("The exchange lost all of it.", true)]
    [InlineData("“We lost all of it”", true)]
    [InlineData("نعم؟", true)]
    [InlineData("सब कुछ चला गया।", true)]
    [InlineData("流出した｡", true)]
    [InlineData("Markets", false)]
    [InlineData("Sign up,", false)]
    public void A_line_ends_as_a_sentence_with_a_mark_or_a_quote(string line, bool ends) => Assert.Equal(ends, SentenceMarks.IsEnd(line[^1]));

    private static List<Sentence> Split(string text)
    {
        var sentences = new List<Sentence>();
        SentenceSplitter.Split(text, ArticleField.Text, sentences);
        return sentences;
    }
}
