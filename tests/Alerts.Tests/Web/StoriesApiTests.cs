using System.Net;
using Alerts.Core.Articles;
using Alerts.Core.Auditing;
using Alerts.Core.Hits;
using Alerts.Core.Incidents;
using Alerts.Core.Matching;
using Alerts.Core.Stories;
using Alerts.Tests.Fakes;
using static Alerts.Tests.Web.ApiRequests;

namespace Alerts.Tests.Web;

/// <summary>An operator's word on stories by HTTP, and what becomes of articles that come afterwards.</summary>
public sealed class StoriesApiTests : IAsyncLifetime
{
    private static readonly ArticleMatcher Matcher = ArticleMatcher.BuiltIn();

    private WebHost host = null!;

    public async ValueTask InitializeAsync() => host = await WebHost.StartAsync();

    public async ValueTask DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_merge_sticks_against_later_arrivals_and_is_audited()
    {
        var phemex = await JoinAsync("one", "Hackers stole $70 million from the crypto exchange Phemex");
        var bingx = await JoinAsync("two", "Hackers stole $45 million from the crypto exchange BingX");

        var (status, merged) = await host.Admin.SendAsync("POST", $"/api/stories/{bingx}/merge", $$"""{"into":"{{phemex}}"}""");
        var (again, _) = await host.Admin.SendAsync("POST", $"/api/stories/{bingx}/merge", $$"""{"into":"{{phemex}}"}""");
        var later = await JoinAsync("three", "Crypto exchange BingX loses $45 million in hack");

        Assert.Equal((HttpStatusCode.OK, phemex, "2"), (status, merged.Text("id"), merged.Text("articleCount")));
        Assert.Equal(HttpStatusCode.OK, again);
        Assert.Equal(phemex, later);
        Assert.Equal(("mergeStory", $"/api/stories/{bingx}/merge"), Acts()[0]);
    }

    [Fact]
    public async Task A_split_sticks_against_repeats_takes_its_claims_along_and_is_audited()
    {
        var story = await JoinAsync("one", "Hackers stole $70 million from the crypto exchange Phemex");
        await JoinAsync("two", "Crypto exchange Phemex hacked, $92 million gone");
        var hits = host.Get<IHitStore>();
        await hits.AddIfAbsentAsync([Some.Hit() with { Id = new HitId("exchange-hack", WebHost.Now, "two"), StoryId = story }], Stop);

        var (status, apart) = await host.Admin.SendAsync("POST", $"/api/stories/{story}/split", """{"articleId":"two"}""");
        var repeated = await JoinAsync("two", "Crypto exchange Phemex hacked, $92 million gone");
        var left = (await host.Get<IStoryStore>().GetAsync(story, Stop))!;

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(apart.Text("id"), repeated);
        Assert.Equal(["two"], (await hits.ListByStoryAsync(apart.Text("id"), 10, Stop)).Select(hit => hit.Id.ArticleId));
        Assert.Empty(await hits.ListByStoryAsync(story, 10, Stop));
        Assert.Equal((1, 70_000_000m, 70_000_000m), (left.ArticleCount, left.Facts.AmountUsdLow, left.Facts.AmountUsdHigh));
        Assert.Equal(("splitStory", $"/api/stories/{story}/split"), Acts()[0]);
    }

    [Fact]
    public async Task An_article_can_be_put_into_another_story_and_stays_there()
    {
        var phemex = await JoinAsync("one", "Hackers stole $70 million from the crypto exchange Phemex");
        await JoinAsync("two", "Crypto exchange Phemex hacked, $70 million gone");
        var bingx = await JoinAsync("three", "Hackers stole $45 million from the crypto exchange BingX");
        var hits = host.Get<IHitStore>();
        await hits.AddIfAbsentAsync([Some.Hit() with { Id = new HitId("exchange-hack", WebHost.Now, "two"), StoryId = phemex }], Stop);

        var (status, put) = await host.Admin.SendAsync("POST", $"/api/stories/{phemex}/split", $$"""{"articleId":"two","into":"{{bingx}}"}""");

        Assert.Equal((HttpStatusCode.OK, bingx, "2"), (status, put.Text("id"), put.Text("articleCount")));
        Assert.Equal(["two"], (await hits.ListByStoryAsync(bingx, 10, Stop)).Select(hit => hit.Id.ArticleId));
        Assert.Equal(bingx, await JoinAsync("two", "Crypto exchange Phemex hacked, $70 million gone"));
    }

    [Theory]
    [InlineData("merge", "none", """{"into":"none2"}""", HttpStatusCode.NotFound, "not-found")]
    [InlineData("merge", "STORY", """{"into":"none"}""", HttpStatusCode.NotFound, "not-found")]
    [InlineData("merge", "STORY", """{"into":"STORY"}""", HttpStatusCode.UnprocessableEntity, "not-possible")]
    [InlineData("merge", "STORY", """{"into":""}""", HttpStatusCode.BadRequest, "invalid-field")]
    [InlineData("split", "none", """{"articleId":"one"}""", HttpStatusCode.NotFound, "not-found")]
    [InlineData("split", "STORY", """{"articleId":"none"}""", HttpStatusCode.NotFound, "not-found")]
    [InlineData("split", "STORY", """{"articleId":"one"}""", HttpStatusCode.UnprocessableEntity, "not-possible")]
    [InlineData("split", "STORY", """{"articleId":"one","into":"STORY"}""", HttpStatusCode.UnprocessableEntity, "not-possible")]
    [InlineData("split", "STORY", """{}""", HttpStatusCode.BadRequest, "invalid-field")]
    public async Task What_cannot_be_done_is_a_problem_in_the_callers_terms_and_no_act(string verb, string id, string body, HttpStatusCode expected, string type)
    {
        var story = await JoinAsync("one", "Hackers stole $70 million from the crypto exchange Phemex");

        var (status, problem) = await host.Admin.SendAsync("POST", $"/api/stories/{id.Replace("STORY", story, StringComparison.Ordinal)}/{verb}", body.Replace("STORY", story, StringComparison.Ordinal));

        Assert.Equal(expected, status);
        Assert.EndsWith(type, problem.Text("type"), StringComparison.Ordinal);
        Assert.NotEmpty(problem.Text("title"));
        Assert.Empty(Acts());
    }

    [Fact]
    public async Task Who_may_only_read_edits_nothing()
    {
        var story = await JoinAsync("one", "Hackers stole $70 million from the crypto exchange Phemex");

        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Client.SendAsync("POST", $"/api/stories/{story}/split", """{"articleId":"one"}""")).Status);
        Assert.Empty(Acts());
    }

    [Fact]
    public async Task A_listing_is_full_though_stories_were_merged_and_tells_incident_and_phase()
    {
        List<string> ids = [];
        foreach (var (victim, number) in new[] { "Phemex", "BingX", "WazirX", "CoinDCX", "Poloniex" }.Select((victim, number) => (victim, number)))
        {
            ids.Add(await JoinAsync($"a{number}", $"Hackers stole ${(number * 20) + 30} million from the crypto exchange {victim}", number));
        }

        await host.Admin.SendAsync("POST", $"/api/stories/{ids[4]}/merge", $$"""{"into":"{{ids[0]}}"}""");
        await host.Admin.SendAsync("POST", $"/api/stories/{ids[3]}/merge", $$"""{"into":"{{ids[0]}}"}""");
        var (_, listing) = await host.Client.SendAsync("GET", "/api/stories?take=3");
        var items = listing.GetProperty("items").EnumerateArray().ToList();

        Assert.Equal([ids[2], ids[1], ids[0]], items.Select(item => item.Text("id")));
        Assert.All(items, item => Assert.Equal("theft", item.Text("phase"), ignoreCase: true));
        Assert.All(items, item => Assert.NotEmpty(item.Text("incidentId")));
    }

    private List<(string Action, string Target)> Acts() => [.. host.Get<IAuditLog, MemoryAuditLog>().Entries.OrderByDescending(entry => entry.Number).Select(entry => (entry.Act.Action, entry.Act.Target))];

    private async Task<string> JoinAsync(string id, string title, int hours = 0)
    {
        var reading = Matcher.Read(new Article
        {
            Id = id,
            Url = "https://press.example/" + id,
            Title = title,
            Language = "en",
            PublishedAt = WebHost.Now.AddHours(hours),
            FirstSeenAt = WebHost.Now.AddHours(hours),
            SourceId = "s",
            Publisher = "Press",
        });
        var joins = await new StoryJoiner(host.Get<IStoryStore>()).JoinAsync([reading], Stop);
        await new IncidentRecorder(host.Get<IIncidentStore>()).RecordAsync([reading], joins, Stop);
        return joins[0].Story.Id;
    }
}
