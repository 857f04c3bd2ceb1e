using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Alerts.Core.Subscriptions;
using Alerts.Core.Subscriptions.Tokens;
using static Alerts.Tests.Web.ApiRequests;

namespace Alerts.Tests.Web;

public sealed class AccessTests(SharedWebHost shared) : IClassFixture<SharedWebHost>
{
    private const string Article = "{\"url\":\"https://a.example/1\",\"title\":\"t\"}";

    /// <summary>Method, path, body → status without a key, with ingest, with read, with admin.</summary>
    public static TheoryData<string, string, string?, int, int, int, int> Endpoints => new()
    {
        { "POST", "/api/articles", Article, 401, 202, 403, 202 },
        { "GET", "/api/articles/x", null, 401, 403, 404, 404 },
        { "GET", "/api/hits", null, 200, 403, 200, 200 },
        { "GET", "/api/stories", null, 200, 403, 200, 200 },
        { "GET", "/api/topics", null, 200, 403, 200, 200 },
        { "GET", "/api/sources", null, 200, 403, 200, 200 },
        { "GET", "/api/status", null, 200, 403, 200, 200 },
        { "POST", "/api/sources", "{\"url\":\"https://a.example/feed\"}", 401, 403, 403, 201 },
        { "GET", "/api/subscriptions", null, 401, 403, 403, 200 },
        { "GET", "/api/subscriptions/x", null, 401, 403, 403, 404 },
        { "DELETE", "/api/subscriptions/x", null, 401, 403, 403, 404 },
        { "POST", "/api/subscriptions/webhooks", "{\"url\":\"https://a.example/hook\"}", 401, 403, 403, 201 },
        { "GET", "/api/deliveries", null, 401, 403, 403, 200 },
        { "POST", "/api/deliveries/a.b/resend", null, 401, 403, 403, 404 },
        { "GET", "/api/keys", null, 401, 403, 403, 200 },
        { "POST", "/api/keys", "{\"name\":\"n\",\"scopes\":[\"read\"]}", 401, 403, 403, 201 },
        { "GET", "/api/deadletters", null, 401, 403, 403, 200 },
        { "POST", "/api/deadletters/replay", "{}", 401, 403, 403, 200 },
        { "GET", "/api/audit", null, 401, 403, 403, 200 },
        { "GET", "/api/audit/verify", null, 401, 403, 403, 200 },
        { "GET", "/api/channels", null, 401, 403, 403, 200 },
        { "POST", "/api/channels/email/resume", null, 401, 403, 403, 200 },
        { "GET", "/api/suppressions", null, 401, 403, 403, 200 },
        { "POST", "/api/suppressions", "{\"email\":\"a@b.example\",\"reason\":\"r\"}", 401, 403, 403, 201 },
        { "POST", "/api/subscriptions/x/replay", "{}", 401, 403, 403, 404 },
        { "GET", "/api/hits/x/evidence", null, 401, 403, 404, 404 },
        { "GET", "/feeds/all.rss", null, 200, 403, 200, 200 },
        { "GET", "/health", null, 200, 200, 200, 200 },
        { "GET", "/ready", null, 200, 200, 200, 200 },
    };

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task Each_endpoint_takes_the_scope_that_it_needs(string method, string path, string? body, int nobody, int ingest, int read, int admin)
    {
        var host = shared.Host;
        var expected = new[] { nobody, ingest, read, admin };
        var keys = new[] { null, await KeyAsync(host, ApiScope.Ingest), await KeyAsync(host, ApiScope.Read), WebHost.AdminKey };

        var answered = new List<int>();
        foreach (var key in keys)
        {
            using var client = host.CreateClient(key);
            answered.Add((int)(await client.SendAsync(method, path, body)).Status);
        }

        Assert.Equal(expected, answered);
    }

    [Fact]
    public async Task Reading_needs_a_key_where_it_is_not_public()
    {
        await using var host = await WebHost.StartAsync(new Dictionary<string, string?> { ["Alerts:Api:PublicRead"] = "false" });

        foreach (var path in new[] { "/api/hits", "/api/stories", "/api/topics", "/api/sources", "/api/status", "/feeds/all.json", "/", "/sources" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await host.Client.SendAsync("GET", path)).Status);
            Assert.Equal(HttpStatusCode.OK, (await host.Admin.SendAsync("GET", path)).Status);
        }
    }

    [Fact]
    public async Task A_key_works_in_either_header_until_it_is_revoked()
    {
        await using var host = await WebHost.StartAsync();
        var key = await KeyAsync(host, ApiScope.Ingest);
        host.Client.DefaultRequestHeaders.Add("X-API-Key", key);

        Assert.Equal(HttpStatusCode.Accepted, (await host.Client.SendAsync("POST", "/api/articles", Article)).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await host.Admin.SendAsync("DELETE", "/api/keys/" + key.Split('_')[1])).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Client.SendAsync("POST", "/api/articles", Article)).Status);
    }

    [Fact]
    public async Task A_key_is_shown_once_and_stored_as_a_hash()
    {
        await using var host = await WebHost.StartAsync();

        var key = await KeyAsync(host, ApiScope.Read);
        var (_, listed) = await host.Admin.SendAsync("GET", "/api/keys");
        var stored = (await host.Get<IApiKeyStore>().ListAsync(Stop)).Single();

        Assert.DoesNotContain(key.Split('_', 3)[2], listed.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", listed.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(64, stored.SecretHash.Length);
        Assert.DoesNotContain(key.Split('_', 3)[2], stored.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("good", 202)]
    [InlineData("another body", 401)]
    [InlineData("another id", 401)]
    [InlineData("old", 401)]
    [InlineData("from the future", 401)]
    [InlineData("no key in the address", 401)]
    [InlineData("the secret of another key", 401)]
    [InlineData("read only", 403)]
    public async Task A_Standard_Webhooks_signature_does_instead_of_a_key(string what, int expected)
    {
        var host = shared.Host;
        var scope = what == "read only" ? "read" : "ingest";
        var (_, made) = await host.Admin.SendAsync("POST", "/api/keys", $$"""{"name":"signer","scopes":["{{scope}}"],"signs":true}""");
        var (_, other) = await host.Admin.SendAsync("POST", "/api/keys", """{"name":"other","scopes":["ingest"],"signs":true}""");
        var secret = (what == "the secret of another key" ? other : made).Text("signingSecret")["whsec_".Length..];
        var offset = what switch { "old" => -301, "from the future" => 301, _ => 0 };
        var timestamp = (WebHost.Now.ToUnixTimeSeconds() + offset).ToString(CultureInfo.InvariantCulture);
        var mac = HMACSHA256.HashData(Convert.FromBase64String(secret), Encoding.UTF8.GetBytes($"msg_1.{timestamp}.{Article}"));

        using var request = new HttpRequestMessage(HttpMethod.Post, what == "no key in the address" ? "/api/articles" : "/api/articles?key=" + made.GetProperty("key").Text("id"));
        request.Content = new StringContent(what == "another body" ? Article.Replace("/1", "/2", StringComparison.Ordinal) : Article, Encoding.UTF8, "application/json");
        request.Headers.Add("webhook-id", what == "another id" ? "msg_2" : "msg_1");
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", "v1,AAAA v1," + Convert.ToBase64String(mac));
        using var response = await host.Client.SendAsync(request, Stop);

        Assert.Equal(expected, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_preference_token_opens_its_own_subscription_and_nothing_else()
    {
        await using var host = await WebHost.StartAsync();
        var store = host.Get<ISubscriptionStore>();
        var mine = (await store.TrySaveAsync(WebData.Active(), Stop))!;
        var other = (await store.TrySaveAsync(WebData.Active("other@example.org"), Stop))!;
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", host.Token(TokenPurpose.Preferences, mine));

        Assert.Equal(HttpStatusCode.OK, (await host.Client.SendAsync("GET", "/api/subscriptions/" + mine.Id)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Client.SendAsync("GET", "/api/subscriptions/" + other.Id)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Client.SendAsync("GET", "/api/subscriptions")).Status);

        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", host.Token(TokenPurpose.Unsubscribe, mine));
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Client.SendAsync("GET", "/api/subscriptions/" + mine.Id)).Status);
    }

    private static async Task<string> KeyAsync(WebHost host, ApiScope scope) =>
        (await host.Admin.SendAsync("POST", "/api/keys", $$"""{"name":"k","scopes":["{{scope.ToString().ToLowerInvariant()}}"]}""")).Body.Text("secret");
}
