using Alerts.Core.Articles;
using Alerts.Core.Matching;
using Alerts.Core.Stories;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Stories;

public sealed class StoryJoinerTests
{
    private const string First = "Hackers stole $70 million from the crypto exchange Phemex";

    private static readonly ArticleMatcher Matcher = ArticleMatcher.BuiltIn();

    private readonly StoryJoiner joiner = new(new MemoryStoryStore());

    [Theory]
    [InlineData("en", "Crypto exchange Phemex loses $73 million in hack", 5, true)]
    [InlineData("de", "Kryptobörse Phemex gehackt: 70 Millionen Dollar gestohlen", 20, true)]
    [InlineData("es", "Hackers robaron 70 millones de dólares del exchange Phemex", 1, true)]
    [InlineData("en", "Hackers stole $70 million from the crypto exchange BingX", 1, false)]
    [InlineData("en", "Hackers stole $700 million from the crypto exchange Phemex", 1, true)]
    [InlineData("en", "Hackers stole $700 million from the crypto exchange Phemex", 70, false)]
    [InlineData("en", "Crypto exchange Phemex loses $70 million in hack", 24 * 365, false)]
    [InlineData("en", "Phemex, BingX and Bybit: crypto exchanges hacked this year", 1, false)]
    public async Task The_same_event_in_other_words_joins_and_another_does_not(string language, string title, int hours, bool joins)
    {
        var opened = await JoinAsync("one", "en", First, 0);
        var next = await JoinAsync("two", language, title, hours);

        Assert.Equal(joins, opened.Story.Id == next.Story.Id);
        Assert.Equal(!joins, next.Opened);
    }

    [Fact]
    public async Task A_join_says_what_agreed_and_repeating_it_changes_nothing()
    {
        await JoinAsync("one", "en", First, 0);
        var join = await JoinAsync("two", "en", "Crypto exchange Phemex hacked, $70 million gone", 5);
        var again = await JoinAsync("two", "en", "Crypto exchange Phemex hacked, $70 million gone", 5);

        Assert.Equal("Phemex, the incident phemex-2025-01, $70 million, nearly the same title, within 5 hours (112 points, 50 suffice)", join.Reason);
        Assert.Equal((join.Story.Id, 2), (again.Story.Id, again.Story.ArticleCount));
    }

    [Theory]
    [InlineData("en", "Police: North Korean hackers stole 342,000 ETH from the crypto exchange Upbit in 2019", "upbit-2019-11")]
    [InlineData("ko", "경찰 “2019년 업비트 이더리움 34만2000개 탈취는 북한 라자루스·안다리엘 소행”", "upbit-2019-11")]
    [InlineData("en", "Lazarus suspected of stealing $30.4 million from the crypto exchange Upbit in November 2025", "upbit-2025-11")]
    public async Task A_headline_that_names_the_year_says_which_theft_of_a_victim_it_means(string language, string title, string incident) =>
        Assert.Equal(incident, (await JoinAsync("one", language, title, 0)).Story.IncidentId);

    private async Task<StoryJoin> JoinAsync(string id, string language, string title, int hours) => (await joiner.JoinAsync(
        [
            Matcher.Read(new Article
            {
                Id = id, Url = "https://press.example/" + id, Title = title, Language = language, PublishedAt = Some.Now.AddHours(hours), FirstSeenAt = Some.Now.AddHours(hours),
                SourceId = "s", Publisher = "Press",
            }),
        ],
        CancellationToken.None))[0];
}
