using Alerts.Core.Stories.Amounts;
using Alerts.Tests.Fakes;
using Alerts.Tests.Matching;

namespace Alerts.Tests.Stories.Amounts;

/// <summary>At which year's rates the sums of an article are valued.</summary>
public sealed class SumTimeTests
{
    [Theory]
    [InlineData("Exchange robbed of 17 billion won", "It happened in December 2017, after a theft of 2016.", 2017)]
    [InlineData("Exchange robbed of 17 billion won", "No year is told.", 2026)]
    [InlineData("Exchange robbed in 2018", "Payments run until 2035.", 2018)]
    public void An_undated_text_is_of_the_latest_year_that_it_names(string title, string text, int year) =>
        Assert.Equal(year, SumTime.Of(Reading.Article(title, text, "en") with { FirstSeenAt = Some.Now }).Year);

    [Fact]
    public void A_dated_text_is_of_its_date() =>
        Assert.Equal(Some.Now.AddYears(-3), SumTime.Of(Reading.Article("Exchange robbed in 2018", "", "en") with { PublishedAt = Some.Now.AddYears(-3), FirstSeenAt = Some.Now }));
}
