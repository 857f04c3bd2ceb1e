using System.Globalization;
using Alerts.Core.Matching;
using Alerts.Core.Matching.Reading;
using Alerts.Core.Stories.Amounts;

namespace Alerts.Core.Stories;

/// <summary>An article's headline and the beginning of its text, where its news stands, with the sums and years that are read in it once.</summary>
internal sealed class StoryHead(ArticleReading reading)
{
    /// <summary>Characters of the article's text that count as its head.</summary>
    public const int Length = 900;

    private const int Opening = 240;

    public ArticleReading Reading { get; } = reading;

    /// <summary>The title, a line break, and as much of the text.</summary>
    public string Text { get; } = reading.Article.Title + "\n" + (reading.Article.Text.Length > Length ? reading.Article.Text[..Length] : reading.Article.Text);

    /// <summary>Valued at the time of which the article tells.</summary>
    public IReadOnlyList<Amount> Sums => field ??= AmountReader.Read(Text, Reading.Language, SumTime.Of(Reading.Article));

    public IReadOnlySet<string> TitleYears => field ??= YearsIn(Reading.Article.Title);

    /// <summary>The years that its first sentence names, where it says when the theft was.</summary>
    public IReadOnlySet<string> FirstYears => field ??= YearsIn(FirstSentence(Reading.Article.Text));

    /// <summary>All years that the article names, in its whole text.</summary>
    public IReadOnlySet<string> Years => field ??= YearsIn(Reading.Article.Title + "\n" + Reading.Article.Text);

    private static string FirstSentence(string text)
    {
        for (var at = 1; at < Math.Min(text.Length, Opening); at++)
        {
            if (text[at] == '\n' || SentenceMarks.EndsAt(text, at)) return text[..at];
        }

        return text.Length > Opening ? text[..Opening] : text;
    }

    private static HashSet<string> YearsIn(string text) => WrittenYears.In(text).Select(year => year.ToString(CultureInfo.InvariantCulture)).ToHashSet(StringComparer.Ordinal);
}
