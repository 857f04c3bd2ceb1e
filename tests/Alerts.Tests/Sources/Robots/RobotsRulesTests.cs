using Alerts.Core.Sources.Robots;

namespace Alerts.Tests.Sources.Robots;

public sealed class RobotsRulesTests
{
    [Theory]
    [InlineData("", "/a", true)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("user-agent:*\ndisallow:/private", "/private/a", false)]
    [InlineData("User-agent: *\nDisallow: /private", "/Private/a", true)]
    [InlineData("User-agent: other\nDisallow: /", "/a", true)]
    [InlineData("User-agent: AlertsBot\nDisallow: /", "/a", false)]
    [InlineData("User-agent: alertsbot/2.0\nDisallow: /", "/a", false)]
    [InlineData("User-agent: AlertsBotLike\nDisallow: /", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: AlertsBot\nAllow: /news", "/a", true)]
    [InlineData("User-agent: AlertsBot\nDisallow: /a\n\nUser-agent: x\nDisallow: /\n\nUser-agent: AlertsBot\nDisallow: /b", "/b", false)]
    [InlineData("User-agent: x\nUser-agent: AlertsBot\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /a\nSitemap: https://e/s.xml\nDisallow: /b", "/b", false)]
    [InlineData("User-agent: *\nAllow: /news/\nDisallow: /", "/news/1", true)]
    [InlineData("User-agent: *\nDisallow: /\nAllow: /news/", "/news/1", true)]
    [InlineData("User-agent: *\nAllow: /page\nDisallow: /page", "/page", true)]
    [InlineData("User-agent: *\nAllow: /p\nDisallow: /page", "/page", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x=1", true)]
    [InlineData("User-agent: *\nDisallow: /*/private/*.html", "/x/private/y/z.html?q", false)]
    [InlineData("User-agent: *\nDisallow: /*?print=", "/a?print=1", false)]
    [InlineData("User-agent: *\nDisallow: *", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /caf%C3%A9", "/café", false)]
    [InlineData("User-agent: *\nDisallow: /café", "/caf%c3%a9", false)]
    [InlineData("User-agent: *\nDisallow: /%7Ejoe", "/~joe/a", false)]
    [InlineData("User-agent: *\nDisallow: /a%2Fb", "/a/b", true)]
    [InlineData("User-agent: * # all\nDisallow: /a # not this", "/a", false)]
    [InlineData("\uFEFFUser-agent: *\r\nDisallow: /a\r\n", "/a", false)]
    [InlineData("Disallow: /", "/a", true)]
    [InlineData("<html>not found</html>", "/a", true)]
    public void Robots_txt_is_read_as_the_standard_says(string text, string path, bool allowed) =>
        Assert.Equal(allowed, RobotsRules.Parse(text, "AlertsBot").Allows(new Uri("https://news.example.com" + path)));

    [Fact]
    public void Patterns_made_of_stars_take_no_exponential_time()
    {
        var rules = RobotsRules.Parse("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 2_000)) + "b", "AlertsBot");
        Assert.True(rules.Allows(new Uri("https://news.example.com/" + new string('a', 4_000))));
    }
}
