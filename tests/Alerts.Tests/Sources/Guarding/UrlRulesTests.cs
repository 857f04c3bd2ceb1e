using Alerts.Core.Sources.Guarding;

namespace Alerts.Tests.Sources.Guarding;

public sealed class UrlRulesTests
{
    [Theory]
    [InlineData("https://news.example.com/feed.xml")]
    [InlineData("http://news.example.com:8080/feed?u=http://127.0.0.1/")]
    [InlineData("https://10.example.com/")]
    [InlineData("https://127.0.0.1.example.com/")]
    [InlineData("https://localhost.example.com/")]
    [InlineData("https://bücher.example.com/")]
    [InlineData("http://134744072/")]
    [InlineData("https://example.com/a%20b?q=1#x")]
    public void Public_urls_may_be_asked(string url) => Assert.IsType<UrlVerdict.Allowed>(UrlRules.Check(url, AllowedHosts.None));

    [Theory]
    [InlineData("", "empty")]
    [InlineData("news", "no URL")]
    [InlineData("ftp://example.com/", "only http and https")]
    [InlineData("file:///etc/passwd", "only http and https")]
    [InlineData("javascript:alert(1)", "only http and https")]
    [InlineData("http://user@example.com/", "credentials")]
    [InlineData("http://user:secret@example.com/", "credentials")]
    [InlineData("http://localhost/", "no public host")]
    [InlineData("http://a.localhost./", "no public host")]
    [InlineData("http://printer.local/", "a private name")]
    [InlineData("http://metadata.google.internal/", "a private name")]
    [InlineData("http://kubernetes.default.svc/", "a private name")]
    [InlineData("http://intranet/", "the local network")]
    [InlineData("http://10.0.0.1.nip.io/", "any address")]
    [InlineData("http://0x7f.1/", "loopback")]
    [InlineData("http://[::ffff:169.254.169.254]/", "link-local")]
    [InlineData("http://1.2.3.4.5/", "no valid address")]
    [InlineData("http://example.com:22/", "port 22")]
    [InlineData("http://example.com:6379/", "port 6379")]
    [InlineData("http://exa\nmple.com/", "control characters")]
    [InlineData("http://example.com\\@127.0.0.1/", "no URL")]
    [InlineData("http://1.1.1.1 &@127.0.0.1# @3.3.3.3/", "no host has")]
    [InlineData("http://%31%32%37.0.0.1/", "no URL")]
    public void What_is_not_is_refused_with_the_reason(string url, string reason) =>
        Assert.Contains(reason, Assert.IsType<UrlVerdict.Refused>(UrlRules.Check(url, AllowedHosts.None)).Reason, StringComparison.Ordinal);

    [Fact]
    public void A_refusal_never_repeats_the_secret_in_the_url() =>
        Assert.DoesNotContain("secret", Assert.IsType<UrlVerdict.Refused>(UrlRules.Check("http://u:secret@10.0.0.1/?t=secret", AllowedHosts.None)).Reason, StringComparison.Ordinal);

    [Fact]
    public void Urls_longer_than_a_row_holds_are_refused() =>
        Assert.IsType<UrlVerdict.Refused>(UrlRules.Check("https://example.com/" + new string('a', UrlRules.MaxLength), AllowedHosts.None));

    [Theory]
    [InlineData("127.0.0.1:8099", "http://127.0.0.1:8099/feed", true)]
    [InlineData("127.0.0.1:8099", "http://2130706433:8099/feed", true)]
    [InlineData("127.0.0.1:8099", "http://127.0.0.1:8098/feed", false)]
    [InlineData("127.0.0.1:8099", "http://127.0.0.2:8099/feed", false)]
    [InlineData("127.0.0.1:8099", "http://localhost:8099/feed", false)]
    [InlineData("127.0.0.1:80", "http://127.0.0.1/feed", true)]
    [InlineData("127.0.0.1:80", "http://127.0.0.1:81/feed", false)]
    [InlineData("intranet", "http://intranet:6379/feed", true)]
    [InlineData("intranet", "http://intranet.corp/feed", false)]
    [InlineData("[::1]:8080", "http://[::1]:8080/feed", true)]
    public void An_opened_host_is_opened_alone(string opened, string url, bool allowed) =>
        Assert.Equal(allowed, UrlRules.Check(url, new AllowedHosts([opened])) is UrlVerdict.Allowed { IsOpened: true });

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("localhost:8080", true)]
    [InlineData("", false)]
    [InlineData("http://localhost", false)]
    [InlineData("localhost/feed", false)]
    [InlineData("*.corp", false)]
    [InlineData("local host", false)]
    public void Entries_that_open_hosts_are_checked(string entry, bool valid) => Assert.Equal(valid, AllowedHosts.IsValid(entry));
}
