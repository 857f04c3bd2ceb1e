using System.Net;
using System.Text;
using Alerts.Core.Hits;
using Alerts.Core.Stories;
using static Alerts.Tests.Web.ApiRequests;

namespace Alerts.Tests.Web;

public sealed class HitsApiTests
{
    [Fact]
    public async Task A_hit_says_why()
    {
        await using var host = await WebHost.StartAsync();
        await host.Get<IHitStore>().AddIfAbsentAsync([WebData.Hit()], Stop);

        var (_, listed) = await host.Client.SendAsync("GET", "/api/hits?topic=dprk-crypto&since=7d&language=en");
        var hit = listed.GetProperty("items")[0];
        var (status, same) = await host.Client.SendAsync("GET", "/api/hits/" + hit.Text("id"));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(hit.ToString(), same.ToString());
        Assert.Equal("critical", hit.Text("severity"));
        Assert.Equal("Lazarus", hit.GetProperty("explanation").GetProperty("clauses")[0].GetProperty("mentions")[0].Text("alias"));
    }

    [Theory]
    [InlineData("entity=Lazarus&severity=high", "dprk-crypto")]
    [InlineData("entity=업비트", "exchange-hack")]
    [InlineData("severity=critical", "dprk-crypto")]
    [InlineData("entity=Bluenoroff", "")]
    public async Task Hits_are_found_by_any_name_of_whom_they_name_groups_under_an_umbrella_included(string query, string topics)
    {
        await using var host = await WebHost.StartAsync();
        await host.Get<IHitStore>().AddIfAbsentAsync(
            [WebData.Hit() with { Concepts = ["andariel", "bybit"] }, WebData.Hit("exchange-hack") with { Concepts = ["upbit"], Severity = Severity.Medium }], Stop);

        var (_, listed) = await host.Client.SendAsync("GET", "/api/hits?" + query);
        var page = await host.Client.GetStringAsync("/search?" + query, Stop);

        Assert.Equal(topics.Split(',', StringSplitOptions.RemoveEmptyEntries), listed.GetProperty("items").EnumerateArray().Select(hit => hit.Text("topic")));
        Assert.Equal(topics.Length == 0, page.Contains("No hit fits", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("entity=Nobody Knows This", "knowledge base")]
    [InlineData("severity=huge", "must be one of")]
    public async Task A_name_or_severity_that_is_not_known_is_refused_with_a_way_out(string query, string says)
    {
        await using var host = await WebHost.StartAsync();

        var (status, problem) = await host.Client.SendAsync("GET", "/api/hits?" + query);
        using var page = await host.Client.GetAsync("/search?" + query, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(says, problem.Text("detail"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        Assert.Contains(says, await page.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\"")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@cmd", "'@cmd")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("＝1", "'＝1")]
    [InlineData("plain, with comma", "\"plain, with comma\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("북한", "북한")]
    [InlineData("", "")]
    public void A_cell_cannot_become_a_formula(string text, string cell) => Assert.Equal(cell, Alerts.Web.Api.CsvHits.Cell(text));

    [Fact]
    public async Task Hits_export_as_CSV_and_as_JSON()
    {
        await using var host = await WebHost.StartAsync();
        await host.Get<IHitStore>().AddIfAbsentAsync([WebData.Hit(title: "=1+1"), WebData.Hit("exchange-hack", minutesAgo: 200)], Stop);

        var csv = await host.Client.GetByteArrayAsync("/api/hits/export", Stop);
        var (_, json) = await host.Client.SendAsync("GET", "/api/hits/export?format=json&topic=exchange-hack");
        var lines = Encoding.UTF8.GetString(csv).TrimEnd().Split("\r\n");

        Assert.Equal(Encoding.UTF8.GetPreamble(), csv[..3]);
        Assert.Equal(3, lines.Length);
        Assert.Contains(",'=1+1,", lines[2], StringComparison.Ordinal);
        Assert.Equal("exchange-hack", Assert.Single(json.EnumerateArray()).Text("topic"));
    }

    [Fact]
    public async Task Hits_export_as_a_STIX_bundle_whose_references_are_all_in_it()
    {
        await using var host = await WebHost.StartAsync();
        await host.Get<IHitStore>().AddIfAbsentAsync([WebData.Hit(), WebData.Hit("exchange-hack", minutesAgo: 200)], Stop);

        var (_, bundle) = await host.Client.SendAsync("GET", "/api/hits/export?format=stix");
        var (_, again) = await host.Client.SendAsync("GET", "/api/hits/export?format=stix");
        var objects = bundle.GetProperty("objects").EnumerateArray().ToList();
        var ids = objects.Select(item => item.Text("id")).ToList();
        var reports = objects.Where(item => item.Text("type") == "report").ToList();

        Assert.Equal(bundle.ToString(), again.ToString());
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(objects, item => Assert.Matches("^[a-z-]+--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", item.Text("id")));
        Assert.Equal(2, reports.Count);
        Assert.All(reports, report => Assert.All(report.GetProperty("object_refs").EnumerateArray(), reference => Assert.Contains(reference.ToString(), ids)));
        Assert.Equal(["Alerts", "Bybit", "Lazarus Group"], objects.Where(item => item.Text("type") is "identity" or "intrusion-set").Select(item => item.Text("name")).Order());
    }

    [Fact]
    public async Task A_story_comes_with_articles_facts_hits_and_what_was_told()
    {
        await using var host = await WebHost.StartAsync();
        await host.Get<IStoryStore>().TrySaveAsync(WebData.Story(), Stop);
        await host.Get<IHitStore>().AddIfAbsentAsync([WebData.Hit()], Stop);

        var (_, story) = await host.Client.SendAsync("GET", "/api/stories/" + WebData.StoryId);

        Assert.Equal("Bybit", story.GetProperty("story").GetProperty("facts").GetProperty("victims")[0].ToString());
        Assert.Equal(3, story.GetProperty("articles").GetArrayLength());
        Assert.Equal(1, story.GetProperty("hits").GetArrayLength());
        Assert.Equal("2", story.GetProperty("announced").Text("sequence"));
    }
}
