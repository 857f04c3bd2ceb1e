using System.Net;
using static Alerts.Tests.Web.ApiRequests;

namespace Alerts.Tests.Web;

public sealed class ProblemTests(SharedWebHost shared) : IClassFixture<SharedWebHost>
{
    private readonly WebHost host = shared.Host;

    /// <summary>Method, path, body, content type → status, end of the problem's type, a piece of its detail.</summary>
    public static TheoryData<string, string, string?, string?, int, string, string> Requests => new()
    {
        { "POST", "/api/articles", "{\"url\":", "application/json", 400, "malformed-json", "line 1" },
        { "POST", "/api/articles", "{\"url\":\"https://a.example/1\",\"titel\":\"x\"}", "application/json", 400, "unknown-member", "titel is no member here; the members are url, title, text, publishedAt, language" },
        { "POST", "/api/articles", "[{\"url\":\"https://a.example/1\"},{\"url\":\"https://a.example/2\",\"id\":1}]", "application/json", 400, "unknown-member", "[1].id is no member" },
        { "POST", "/api/articles", "{\"url\":7}", "application/json", 400, "invalid-field", "url must be a string" },
        { "POST", "/api/articles", "{\"url\":\"https://a.example/1\",\"publishedAt\":\"yesterday\"}", "application/json", 400, "invalid-field", "publishedAt must be a date and time" },
        { "POST", "/api/articles", "{\"url\":\"https://a.example/1\",\"url\":\"https://a.example/2\"}", "application/json", 400, "unknown-member", "url is there twice" },
        { "POST", "/api/articles", "{}", "application/json", 400, "invalid-field", "url is missing" },
        { "POST", "/api/articles", "{\"url\":\"ftp://a.example/1\"}", "application/json", 400, "invalid-field", "url must be an absolute http or https URL" },
        { "POST", "/api/articles", "{\"url\":\"https://a.example/1\",\"text\":\"t\"}", "application/json", 400, "invalid-field", "title is missing" },
        { "POST", "/api/articles", "\"x\"", "application/json", 400, "invalid-field", "one article or an array" },
        { "POST", "/api/articles", "[]", "application/json", 422, "not-possible", "1 to 100 articles" },
        { "POST", "/api/articles", "{}", "text/plain", 415, "unsupported-media-type", "application/json" },
        { "POST", "/api/articles?wait=yes", "{\"url\":\"https://a.example/1\"}", "application/json", 400, "invalid-parameter", "true or false" },
        { "GET", "/api/articles/none", null, null, 404, "not-found", "article \"none\"" },
        { "GET", "/api/hits?since=soon", null, null, 400, "invalid-parameter", "since must be a time" },
        { "GET", "/api/hits?take=0&topic=x", null, null, 400, "invalid-parameter", "1 more under errors" },
        { "GET", "/api/hits?cursor=guess", null, null, 400, "invalid-parameter", "cursor was not handed out by this listing" },
        { "GET", "/api/hits/export?format=xls", null, null, 400, "invalid-parameter", "format must be" },
        { "GET", "/api/hits/none", null, null, 404, "not-found", "hit \"none\"" },
        { "GET", "/api/stories/none", null, null, 404, "not-found", "story" },
        { "GET", "/api/topics/none", null, null, 404, "not-found", "topic" },
        { "GET", "/api/sources?health=fine", null, null, 400, "invalid-parameter", "health must be one of new, healthy" },
        { "POST", "/api/sources", "{}", "application/json", 400, "invalid-field", "url is missing" },
        { "POST", "/api/sources", "{\"url\":\"http://10.0.0.1/feed\"}", "application/json", 400, "invalid-field", "no public address" },
        { "POST", "/api/sources", "{\"url\":\"https://a.example/feed\",\"kind\":\"podcast\"}", "application/json", 400, "invalid-field", "kind must be one of feed, sitemap" },
        { "PATCH", "/api/sources/none", "{}", "application/json", 404, "not-found", "source" },
        { "DELETE", "/api/sources/none", null, null, 404, "not-found", "source" },
        { "POST", "/api/subscriptions", "{\"email\":\"nobody\"}", "application/json", 400, "invalid-field", "email must be an email address" },
        { "POST", "/api/subscriptions", "{\"email\":\"a@b.example\",\"preferences\":{\"timeZone\":\"Mars/Olympus\"}}", "application/json", 400, "invalid-field", "timeZone must be the IANA name" },
        { "POST", "/api/subscriptions", "{\"email\":\"a@b.example\",\"preferences\":{\"colour\":1}}", "application/json", 400, "unknown-member", "preferences.colour" },
        { "POST", "/api/subscriptions", "{\"email\":\"a@b.example\",\"preferences\":{\"topics\":[\"x\"]}}", "application/json", 400, "invalid-field", "topics has \"x\"" },
        { "POST", "/api/subscriptions/webhooks", "{\"url\":\"http://a.example/hook\"}", "application/json", 422, "not-possible", "https only" },
        { "POST", "/api/subscriptions/webhooks", "{\"url\":\"https://127.0.0.1/hook\"}", "application/json", 422, "not-possible", "no public address" },
        { "POST", "/api/subscriptions/webhooks", "{\"url\":\"https://user:secret@a.example/hook\"}", "application/json", 422, "not-possible", "credentials" },
        { "POST", "/api/subscriptions/none/test", null, null, 404, "not-found", "subscription" },
        { "POST", "/api/keys", "{\"name\":\"x\",\"scopes\":[\"root\"]}", "application/json", 400, "invalid-field", "scopes[0] must be one of ingest, read, admin" },
        { "POST", "/api/keys", "{\"scopes\":[]}", "application/json", 400, "invalid-field", "name must be" },
        { "GET", "/api/deliveries?state=lost", null, null, 400, "invalid-parameter", "state must be one of due" },
        { "GET", "/api/deliveries/none", null, null, 404, "not-found", "delivery" },
        { "POST", "/api/deadletters/replay", "{\"queue\":\"x\"}", "application/json", 400, "invalid-parameter", "queue must be one of fetch" },
        { "GET", "/api/nothing", null, null, 404, "not-found", "/api/nothing" },
        { "PUT", "/api/hits", null, null, 405, "method-not-allowed", "PUT" },
        { "GET", "/feeds/none.rss", null, null, 404, "not-found", "topic \"none\"" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task What_cannot_be_done_is_said_in_the_callers_terms(string method, string path, string? body, string? contentType, int status, string type, string detail)
    {
        var (answered, problem) = await host.Admin.SendAsync(method, path, body, contentType);

        Assert.Equal((HttpStatusCode)status, answered);
        Assert.Equal("/problems/" + type, problem.Text("type"));
        Assert.Equal(status.ToString(System.Globalization.CultureInfo.InvariantCulture), problem.Text("status"));
        Assert.Contains(detail, problem.Text("detail"), StringComparison.Ordinal);
        Assert.NotEmpty(problem.Text("title"));
    }

    [Fact]
    public async Task Every_wrong_field_is_named_at_once()
    {
        var (_, problem) = await host.Client.SendAsync(
            "POST", "/api/subscriptions", "{\"email\":\"a@b.example\",\"preferences\":{\"minimumSeverity\":\"huge\",\"languages\":[\"english\"],\"maxAlertsPerDay\":-1}}");

        Assert.Equal(["languages", "maxAlertsPerDay", "minimumSeverity"], problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order());
    }

    [Theory]
    [InlineData(64 * 1024, HttpStatusCode.Accepted)]
    [InlineData(64 * 1024 + 1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task One_article_may_have_64_KiB(int bytes, HttpStatusCode expected)
    {
        const string frame = "{\"url\":\"https://a.example/1\",\"title\":\"t\",\"text\":\"\"}";

        var (status, problem) = await host.Admin.SendAsync("POST", "/api/articles", frame.Replace("\"text\":\"", "\"text\":\"" + new string('x', bytes - frame.Length), StringComparison.Ordinal));

        Assert.Equal(expected, status);
        Assert.True(expected == HttpStatusCode.Accepted || problem.Text("detail").Contains("64 KiB", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_body_that_hides_its_length_is_cut_off_all_the_same()
    {
        using var content = new StreamContent(new EndlessStream());
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");

        using var response = await host.Client.PostAsync("/api/subscriptions", content, Stop);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task A_bug_is_answered_with_a_trace_id_and_without_its_message()
    {
        await using var broken = await WebHost.StartAsync(configure: services => services.AddBrokenHits());

        var (status, problem) = await broken.Client.SendAsync("GET", "/api/hits");

        Assert.Equal(HttpStatusCode.InternalServerError, status);
        Assert.Equal("/problems/internal", problem.Text("type"));
        Assert.NotEmpty(problem.Text("traceId"));
        Assert.DoesNotContain("secret", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_type_leads_to_a_page_that_explains_it()
    {
        var page = await host.Client.GetStringAsync("/problems", Stop);

        Assert.All(Alerts.Web.Problems.ProblemKinds.All, kind => Assert.Contains($"id=\"{kind.Code}\"", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_browser_gets_a_page_instead()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nowhere");
        request.Headers.Accept.ParseAdd("text/html,application/xhtml+xml");

        using var response = await host.Client.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Nothing is at /nowhere", await response.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }
}
