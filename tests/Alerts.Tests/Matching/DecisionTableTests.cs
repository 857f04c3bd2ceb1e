namespace Alerts.Tests.Matching;

/// <summary>
/// Articles of a headline and a line, in all languages, as the crypto press publishes them, with what a subscriber would want: d dprk-crypto, e exchange-hack.
/// </summary>
public sealed class DecisionTableTests
{
    public static TheoryData<string, string, string, string> Rows { get; } = [.. Read()];

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_topics_are_those_that_a_reader_would_give(string wanted, string language, string title, string text)
    {
        var topics = string.Concat(Reading.Matcher.Read(Reading.Article(title, text, language) with { Publisher = "Crypto daily" }).Topics().Select(topic => topic[0]));
        Assert.Equal(wanted.Trim('-'), topics);
    }

    private static IEnumerable<TheoryDataRow<string, string, string, string>> Read()
    {
        using var stream = typeof(DecisionTableTests).Assembly.GetManifestResourceStream("decisions.tsv")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            yield return new(cells[0], cells[1], cells[2], cells[3]);
        }
    }
}
