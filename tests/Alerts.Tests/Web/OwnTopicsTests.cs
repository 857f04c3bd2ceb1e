using System.Net;
using System.Text.Json;
using Alerts.Core.Articles;
using Alerts.Core.Hits;
using Alerts.Core.Matching.Own;
using Alerts.Core.Stories;
using Alerts.Core.Subscriptions;
using Alerts.Core.Subscriptions.Tokens;

namespace Alerts.Tests.Web;

/// <summary>Own topics over the API and the owner's page; nobody else sees them or what they find.</summary>
public sealed class OwnTopicsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_owner_tries_saves_lists_and_removes_a_topic()
    {
        await using var host = await WebHost.StartAsync();
        var (owner, client) = await OwnerAsync(host);
        await StoreAsync(host, "Acme Custody halts withdrawals", "Bitcoin rises");

        var trial = await PostAsync(client, $"/api/subscriptions/{owner.Id}/topics/test", new { name = "acme", text = "\"Acme Custody\"" });
        Assert.Equal((1, 2), (trial.GetProperty("summary").GetProperty("hits").GetInt32(), trial.GetProperty("summary").GetProperty("articlesRead").GetInt32()));
        Assert.Empty(await host.Get<IOwnTopicStore>().ListAsync(owner.Id, Stop));

        var saved = await PostAsync(client, $"/api/subscriptions/{owner.Id}/topics", new { name = "acme", text = "\"Acme Custody\"" });
        var id = saved.GetProperty("topic").GetProperty("id").GetString()!;
        Assert.Equal(1, saved.GetProperty("topic").GetProperty("versions")[0].GetProperty("trial").GetProperty("hits").GetInt32());
        var next = await PostAsync(client, $"/api/subscriptions/{owner.Id}/topics", new { name = "acme", text = "\"bitcoin\"", days = 7 });
        Assert.Equal((1, 1), (next.GetProperty("trial").GetProperty("summary").GetProperty("gained").GetInt32(), next.GetProperty("trial").GetProperty("summary").GetProperty("lost").GetInt32()));
        Assert.Contains(id, (await host.Get<ISubscriptionStore>().GetAsync(owner.Id, Stop))!.Topics);

        using var preferences = await client.PatchAsJsonAsync($"/api/subscriptions/{owner.Id}", new { topics = new[] { id } }, Stop);
        Assert.Equal(HttpStatusCode.OK, preferences.StatusCode);
        using var removed = await client.DeleteAsync(new Uri($"/api/subscriptions/{owner.Id}/topics/{id}", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Empty((await client.GetFromJsonAsync<JsonElement>($"/api/subscriptions/{owner.Id}/topics", Stop)).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Mistakes_are_answered_with_line_column_and_what_was_expected()
    {
        await using var host = await WebHost.StartAsync();
        var (owner, client) = await OwnerAsync(host);
        using var answer = await client.PostAsJsonAsync($"/api/subscriptions/{owner.Id}/topics", new { name = "x", text = "\"a wallet\" and\n  concept:upbitt" }, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal("/problems/invalid-topic", problem.GetProperty("type").GetString());
        var error = problem.GetProperty("topicErrors")[0];
        Assert.Equal((2, 3, "there is no concept 'upbitt'"), (error.GetProperty("line").GetInt32(), error.GetProperty("column").GetInt32(), error.GetProperty("message").GetString()));

        using var page = await PostFormAsync(host, owner, ("name", "x"), ("text", "\"a wallet\" and\n  concept:upbitt"), ("action", "save"));
        var html = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        Assert.Contains("line 2, column 3: there is no concept 'upbitt'", html, StringComparison.Ordinal);
        Assert.Contains("  concept:upbitt\n  ▲", html.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_cannot_be_looked_for_are_a_mistake_of_the_topic()
    {
        await using var host = await WebHost.StartAsync();
        var (owner, client) = await OwnerAsync(host);
        using var answer = await client.PostAsJsonAsync($"/api/subscriptions/{owner.Id}/topics", new { name = "x", text = $"\"{new string('盗', 65)}\"" }, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var error = (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("topicErrors")[0];
        Assert.Contains("more than 64 words", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_tries_and_saves_and_its_get_changes_nothing()
    {
        await using var host = await WebHost.StartAsync();
        var (owner, _) = await OwnerAsync(host);
        await StoreAsync(host, "Acme Custody halts withdrawals", "Bitcoin rises");
        var token = host.Token(TokenPurpose.Preferences, owner);

        using var tried = await PostFormAsync(host, owner, ("name", "acme"), ("text", "\"Acme Custody\""), ("action", "test"), ("days", "7"));
        Assert.Contains("Acme Custody halts withdrawals", await tried.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Empty(await host.Get<IOwnTopicStore>().ListAsync(owner.Id, Stop));

        using var saved = await PostFormAsync(host, owner, ("name", "acme"), ("text", "\"Acme Custody\""), ("action", "save"));
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        var topic = Assert.Single(await host.Get<IOwnTopicStore>().ListAsync(owner.Id, Stop));
        var page = await host.Client.GetStringAsync(saved.Headers.Location, Stop);
        Assert.Contains("Saved as version 1", page, StringComparison.Ordinal);
        Assert.Contains($"/preferences/topics?token={token}&amp;id={topic.Id}", await host.Client.GetStringAsync($"/preferences?token={token}", Stop), StringComparison.Ordinal);
        Assert.Equal(topic, Assert.Single(await host.Get<IOwnTopicStore>().ListAsync(owner.Id, Stop)) with { Versions = topic.Versions });
    }

    [Fact]
    public async Task Nobody_but_the_owner_reaches_a_topic_its_hits_or_its_story()
    {
        await using var host = await WebHost.StartAsync();
        var (owner, client) = await OwnerAsync(host);
        var (_, stranger) = await OwnerAsync(host, "other@example.org");
        var id = OwnTopic.IdOf(owner.Id, "acme");
        await host.Get<IOwnTopicStore>().TrySaveAsync(new OwnTopic { Id = id, OwnerId = owner.Id, Name = "acme", CreatedAt = WebHost.Now, Versions = [new OwnTopicVersion(1, "\"Acme Custody\"", WebHost.Now, null)] }, Stop);
        var secret = WebData.Hit(id, "A secret of Acme Custody", "a9") with { TopicName = "acme", StoryId = "57aa" };
        await host.Get<IOwnHitStore>().AddIfAbsentAsync(owner.Id, [secret], Stop);
        await host.Get<IOwnStories>().Of(owner.Id).TrySaveAsync(WebData.Story("57aa", "A secret of Acme Custody"), Stop);

        foreach (var path in (string[])["/", "/api/hits", "/api/hits/export?format=csv", "/api/hits/export?format=json", "/api/hits/export?format=stix", "/api/stories", "/api/topics", "/feeds/all.rss", "/feeds/all.json"])
        {
            Assert.DoesNotContain("Acme", await host.Admin.GetStringAsync(path, Stop), StringComparison.Ordinal);
        }

        foreach (var path in (string[])["/api/stories/57aa", "/stories/57aa", $"/api/hits/{secret.Id}", $"/feeds/{id}.rss", $"/api/topics/{id}"])
        {
            using var answer = await host.Admin.GetAsync(new Uri(path, UriKind.Relative), Stop);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        using var theirs = await stranger.GetAsync(new Uri($"/api/subscriptions/{owner.Id}/topics/{id}/hits", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.Forbidden, theirs.StatusCode);
        using var noToken = await host.Client.GetAsync(new Uri("/preferences/stories/57aa", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.Forbidden, noToken.StatusCode);
        Assert.Contains("A secret of Acme Custody", await host.Client.GetStringAsync($"/preferences/stories/57aa?token={host.Token(TokenPurpose.Preferences, owner)}", Stop), StringComparison.Ordinal);
        Assert.Contains("A secret", (await client.GetFromJsonAsync<JsonElement>($"/api/subscriptions/{owner.Id}/topics/{id}/hits", Stop)).GetProperty("items")[0].GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trying_a_topic_without_a_subscription_needs_a_key()
    {
        await using var host = await WebHost.StartAsync();
        await StoreAsync(host, "Acme Custody halts withdrawals");

        using var nobody = await host.Client.PostAsJsonAsync("/api/topics/test", new { text = "\"Acme Custody\"" }, Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
        Assert.Equal(1, (await PostAsync(host.Admin, "/api/topics/test", new { text = "\"Acme Custody\"", days = 90 })).GetProperty("summary").GetProperty("hits").GetInt32());
        using var far = await host.Admin.PostAsJsonAsync("/api/topics/test", new { text = "\"Acme Custody\"", days = 91 }, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, far.StatusCode);
    }

    private static async Task<(Subscription Owner, HttpClient Client)> OwnerAsync(WebHost host, string address = "reader@example.org")
    {
        var owner = (await host.Get<ISubscriptionStore>().TrySaveAsync(WebData.Active(address), Stop))!;
        return (owner, host.CreateClient(host.Token(TokenPurpose.Preferences, owner)));
    }

    private static Task<IReadOnlyList<Article>> StoreAsync(WebHost host, params string[] titles) => host.Get<IArticleStore>().SaveAsync(
        [.. titles.Select((title, index) => Fakes.Some.Article(index) with { Title = title, FirstSeenAt = WebHost.Now.AddHours(-index - 1), ReadAt = WebHost.Now })], Stop);

    private static async Task<JsonElement> PostAsync(HttpClient client, string path, object body)
    {
        using var answer = await client.PostAsJsonAsync(path, body, Stop);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Stop));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
    }

    private static Task<HttpResponseMessage> PostFormAsync(WebHost host, Subscription owner, params (string Name, string Value)[] fields) => host.Client.PostAsync(
        new Uri("/preferences/topics", UriKind.Relative),
        new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), KeyValuePair.Create("token", host.Token(TokenPurpose.Preferences, owner))]),
        Stop);
}
