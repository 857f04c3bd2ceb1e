using System.Globalization;
using Alerts.Core.Matching;
using Alerts.Functions.Language;

namespace Alerts.Functions.Tests.Language;

public sealed class TextDocumentsTests
{
    private const int Limit = ServiceLimits.ElementsPerDocument;

    [Fact]
    public void A_short_text_is_one_document()
    {
        var document = Assert.Single(Of("Bybit lost 1.5 billion dollars."));

        Assert.Equal(("3-0", "Bybit lost 1.5 billion dollars.", 0, 31), (document.Id, document.Text, document.Start, document.Elements));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    public void Nothing_is_asked_about_nothing(string text) => Assert.Empty(Of(text));

    [Fact]
    public void A_long_text_is_cut_behind_the_last_paragraph_that_fits()
    {
        var first = new string('a', 3_000) + "\n" + new string('b', 1_500) + "\n";
        var documents = Of(first + new string('c', 2_000));

        Assert.Equal([first, new string('c', 2_000)], documents.Select(document => document.Text));
        Assert.Equal([0, first.Length], documents.Select(document => document.Start));
    }

    [Fact]
    public void Without_a_paragraph_it_is_cut_behind_a_word()
    {
        var words = string.Concat(Enumerable.Repeat("wallet ", 1_000));

        var document = Of(words)[0];

        Assert.EndsWith("wallet ", document.Text, StringComparison.Ordinal);
        Assert.InRange(document.Elements, Limit - 7, Limit);
    }

    [Fact]
    public void Without_a_word_it_is_cut_between_characters_as_a_reader_sees_them()
    {
        // Each is one text element of four UTF-16 code units: a regional flag.
        var flags = string.Concat(Enumerable.Repeat("🇰🇵", Limit + 10));

        var documents = Of(flags);

        Assert.Equal([Limit, 10], documents.Select(document => document.Elements));
        Assert.All(documents, document => Assert.Equal(document.Elements, new StringInfo(document.Text).LengthInTextElements));
    }

    [Fact]
    public void Only_the_beginning_of_a_very_long_text_is_asked_about() => Assert.Equal(TextDocuments.PerText, Of(new string('x', 100 * Limit)).Length);

    [Theory]
    [InlineData("en", 1_000, 2)]
    [InlineData("en", 1_001, 4)]
    [InlineData("ko", 1_000, 1)]
    [InlineData("ko", 5_120, 6)]
    [InlineData(null, 1, 1)]
    public void A_started_thousand_is_a_record_for_each_question(string? language, int length, int records) =>
        Assert.Equal(records, Assert.Single(Of(new string('x', length), language)).Records);

    private static TextDocument[] Of(string text, string? language = "en") => [.. TextDocuments.Of(new TextToEnrich("article", text, language), 3)];
}
