using System.Text;
using Alerts.Core.Sources.Feeds;
using CsCheck;

namespace Alerts.Tests.Sources.Feeds;

public class FeedPropertyTests
{
    private const int Inputs = 2_000;

    static FeedPropertyTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public void Mutated_documents_are_read_or_refused_but_never_throw() =>
        Gen.Int[0, int.MaxValue].Sample(
            seed =>
            {
                if (FeedReader.Read(FeedMutation.Of(seed), Some.Answer) is FeedDocument document)
                    Assert.All(document.Entries, entry => Assert.False(Shown(entry).Contains("<script", StringComparison.OrdinalIgnoreCase)));
            },
            iter: Inputs);

    [Fact]
    public void Any_text_has_a_date_or_none() => Gen.String.Sample(text => FeedDate.TryParse(text, out _) || true, iter: Inputs);

    [Fact]
    public void Any_moment_is_read_back_in_both_formats() =>
        Gen.DateTimeOffset.Sample(
            moment =>
            {
                var utc = new DateTimeOffset(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
                var invariant = System.Globalization.CultureInfo.InvariantCulture;
                return FeedDate.Parse(utc.ToString("r", invariant)) == utc && FeedDate.Parse(utc.ToString("yyyy-MM-dd'T'HH:mm:ssK", invariant)) == utc;
            },
            iter: Inputs);

    [Fact]
    public void Plain_text_survives_being_made_html_and_read_back() =>
        Gen.String[Gen.Char["abc <>&\"' é가\u00a0/!-"], 0, 60].Sample(
            text => HtmlText.Of(System.Net.WebUtility.HtmlEncode(text)) == HtmlText.Collapse(text) && HtmlText.Of(SafeHtml.Of(System.Net.WebUtility.HtmlEncode(text))) == HtmlText.Collapse(text),
            iter: Inputs);

    private static string Shown(FeedEntry entry) => entry.TitleHtml + entry.SummaryHtml + entry.ContentHtml;
}
