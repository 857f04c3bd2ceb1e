using System.Net;
using Alerts.Core.Auditing;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Web;

public sealed class AuditApiTests
{
    [Fact]
    public async Task What_an_administrator_does_is_written_with_who_and_what()
    {
        await using var host = await WebHost.StartAsync();
        var (_, made) = await host.Admin.SendAsync("POST", "/api/keys", "{\"name\":\"Wire\",\"scopes\":[\"admin\"]}");
        using var wire = host.CreateClient(made.Text("secret"));
        var id = made.GetProperty("key").Text("id");
        await wire.SendAsync("POST", "/api/sources", "{\"url\":\"https://a.example/feed\"}");
        await host.Admin.SendAsync("DELETE", $"/api/keys/{id}");

        var (_, listed) = await host.Admin.SendAsync("GET", "/api/audit");
        var acts = listed.GetProperty("items").EnumerateArray().Select(entry => (entry.Text("actor"), entry.Text("action"), entry.Text("target"))).ToList();

        Assert.Equal(3, acts.Count);
        Assert.Equal(("key:admin admin key of the configuration", "revokeKey", $"/api/keys/{id}"), acts[0]);
        Assert.Equal(($"key:{id} Wire", "addSource"), (acts[1].Item1, acts[1].Item2));
        Assert.StartsWith("/api/sources/", acts[1].Item3, StringComparison.Ordinal);
        Assert.Equal(("key:admin admin key of the configuration", "createKey", $"/api/keys/{id}"), acts[2]);
        Assert.True((await host.Admin.SendAsync("GET", "/api/audit/verify")).Body.GetProperty("intact").GetBoolean());
    }

    [Fact]
    public async Task What_was_refused_or_only_read_is_no_act()
    {
        await using var host = await WebHost.StartAsync();
        await host.Admin.SendAsync("POST", "/api/keys", "{\"name\":\"\",\"scopes\":[]}");
        await host.Admin.SendAsync("DELETE", "/api/keys/none");
        await host.Admin.SendAsync("GET", "/api/keys");
        await host.Client.SendAsync("POST", "/api/keys", "{\"name\":\"n\",\"scopes\":[\"read\"]}");

        Assert.Empty(host.Get<IAuditLog, MemoryAuditLog>().Entries);
    }

    [Fact]
    public async Task A_broken_chain_says_where()
    {
        await using var host = await WebHost.StartAsync();
        await host.Admin.SendAsync("POST", "/api/keys", "{\"name\":\"n\",\"scopes\":[\"read\"]}");
        var entries = host.Get<IAuditLog, MemoryAuditLog>().Entries;
        entries[0] = entries[0] with { Act = entries[0].Act with { Actor = "key:somebody else" } };

        var (status, check) = await host.Admin.SendAsync("GET", "/api/audit/verify");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.False(check.GetProperty("intact").GetBoolean());
        Assert.Equal("1", check.Text("brokenAt"));
    }
}
