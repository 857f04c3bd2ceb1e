using System.Security.Cryptography;
using System.Text;
using Alerts.Core.Sources.WebSub;

namespace Alerts.Tests.Sources.WebSub;

public sealed class WebSubTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly Uri Feed = new("https://news.example.com/feed");
    private static readonly HubLease Lease = new(new Uri("https://hub.example.com/"), Feed);
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly byte[] OldKey = [.. Enumerable.Range(50, 32).Select(i => (byte)i)];

    [Theory]
    [InlineData("https://hub.example.com/", null, "https://hub.example.com/", "https://news.example.com/feed")]
    [InlineData("/hub", "/rss", "https://news.example.com/hub", "https://news.example.com/rss")]
    [InlineData("https://hub.example.com/", "urn:x", "https://hub.example.com/", "https://news.example.com/feed")]
    public void A_hub_is_taken_as_announced(string hub, string? self, string at, string topic) =>
        Assert.Equal(new HubLease(new Uri(at), new Uri(topic)), HubRules.Announced(null, hub, self, Feed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("mailto:hub@example.com")]
    public void What_is_no_hub_ends_the_lease(string? hub) => Assert.Null(HubRules.Announced(Lease, hub, null, Feed));

    [Fact]
    public void A_lease_is_kept_while_hub_and_topic_stay()
    {
        var known = Lease with { AskedAt = Now };
        Assert.Same(known, HubRules.Announced(known, "https://hub.example.com/", null, Feed));
        Assert.Null(HubRules.Announced(known, "https://other.example.com/", null, Feed)!.AskedAt);
    }

    [Fact]
    public void A_hub_is_asked_again_every_day()
    {
        Assert.True(HubRules.IsDue(Lease, Now));
        Assert.False(HubRules.IsDue(Lease with { AskedAt = Now.AddHours(-23) }, Now));
        Assert.True(HubRules.IsDue(Lease with { AskedAt = Now.AddHours(-24) }, Now));
    }

    [Fact]
    public void A_hub_is_trusted_from_its_first_push_until_it_misses_something()
    {
        var asked = Lease with { AskedAt = Now };
        Assert.False(HubRules.IsTrusted(asked, Now));
        var pushed = HubRules.AfterPoll(asked, pushed: true, 1, Now);
        Assert.True(HubRules.IsTrusted(pushed, Now));
        Assert.True(HubRules.IsTrusted(HubRules.AfterPoll(pushed, pushed: false, 0, Now), Now));
        Assert.False(HubRules.IsTrusted(HubRules.AfterPoll(pushed, pushed: false, 1, Now), Now));
        Assert.False(HubRules.IsTrusted(pushed, Now.AddDays(4)));
    }

    [Fact]
    public void The_form_asks_for_what_the_protocol_wants() =>
        Assert.Equal(
            ["hub.mode=subscribe", "hub.topic=https://news.example.com/feed", "hub.callback=https://alerts.example/websub/s/t", "hub.secret=secret", "hub.lease_seconds=864000"],
            HubRules.Form(Lease, new HubSettings(new Uri("https://alerts.example")).CallbackFor("s", "t")!, "secret").Select(pair => $"{pair.Key}={pair.Value}"));

    [Fact]
    public void A_token_is_good_for_its_source_and_topic_alone()
    {
        var keys = new HubKeys([Key, OldKey]);
        var token = keys.TokenFor("s", Feed);
        Assert.True(keys.IsToken("s", Feed.AbsoluteUri, token));
        Assert.False(keys.IsToken("other", Feed.AbsoluteUri, token));
        Assert.False(keys.IsToken("s", "https://evil.example.com/", token));
        Assert.False(keys.IsToken("s", null, token));
        Assert.False(keys.IsToken("s", Feed.AbsoluteUri, token[..^1] + "x"));
        Assert.True(keys.IsToken("s", Feed.AbsoluteUri, new HubKeys([OldKey]).TokenFor("s", Feed)));
    }

    [Theory]
    [InlineData("sha1")]
    [InlineData("sha256")]
    [InlineData("sha384")]
    [InlineData("sha512")]
    public void All_methods_of_signing_are_understood(string method)
    {
        var keys = new HubKeys([Key]);
        var secret = Encoding.UTF8.GetBytes(keys.SecretFor("s"));
        byte[] body = [1, 2, 3];
#pragma warning disable CA5350 // What old hubs sign with.
        var mac = method switch { "sha1" => HMACSHA1.HashData(secret, body), "sha256" => HMACSHA256.HashData(secret, body), "sha384" => HMACSHA384.HashData(secret, body), _ => HMACSHA512.HashData(secret, body) };
#pragma warning restore CA5350
        Assert.True(keys.IsSigned("s", $"{method}={Convert.ToHexString(mac)}", body));
        Assert.False(keys.IsSigned("other", $"{method}={Convert.ToHexString(mac)}", body));
        Assert.False(keys.IsSigned("s", $"{method}={Convert.ToHexString(mac)}", [1, 2]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sha256")]
    [InlineData("sha256=")]
    [InlineData("sha256=zz")]
    [InlineData("md5=")]
    [InlineData("md5=00")]
    public void What_is_no_signature_is_none(string? header) => Assert.False(new HubKeys([Key]).IsSigned("s", header, [1]));

    [Theory]
    [InlineData("<https://hub.example.com/>; rel=\"hub\", <https://news.example.com/feed>; rel=\"self\"", "hub", "https://hub.example.com/")]
    [InlineData("<https://hub.example.com/>; rel=\"hub\", <https://news.example.com/feed>; rel=\"self\"", "self", "https://news.example.com/feed")]
    [InlineData("</a>; title=\"x, <y>; rel=hub\"; rel=next, </hub>;rel=hub", "hub", "/hub")]
    [InlineData("</a>; rel=\"alternate hub\"", "hub", "/a")]
    [InlineData("</a>; rel=next", "hub", null)]
    [InlineData("rel=hub", "hub", null)]
    [InlineData(null, "hub", null)]
    public void Link_headers_are_read(string? header, string relation, string? target) => Assert.Equal(target, LinkHeader.Find(header, relation));
}
