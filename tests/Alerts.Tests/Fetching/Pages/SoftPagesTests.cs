using Alerts.Core.Articles;

namespace Alerts.Tests.Fetching.Pages;

public sealed class SoftPagesTests
{
    [Theory]
    [InlineData("<title>Just a moment...</title>", "<p>Enable JavaScript and cookies to continue</p>", "a check for bots")]
    [InlineData("<title>Attention Required! | Cloudflare</title>", "<h1>Sorry, you have been blocked</h1><p>You are unable to access this site.</p>", "a check for bots")]
    [InlineData("<title>news.example.com</title><script src='https://geo.captcha-delivery.com/captcha/'></script>", "<p>Please enable JS and disable any ad blocker</p>", "a check for bots")]
    [InlineData("<title>Pardon Our Interruption</title>", "<p>As you were browsing something about your browser made us think you were a bot.</p>", "a check for bots")]
    [InlineData("<title>Bridge drained</title>", "<p>To continue, please solve this CAPTCHA and prove that you are not a machine, thank you very much for it.</p>", "a check for bots")]
    [InlineData("<title>Before you continue</title>", "<p>We use cookies and data to deliver and maintain services, and to measure engagement with them.</p>", "a consent page")]
    [InlineData("<title>Sign in - News</title>", "<form><p>Welcome back, please enter your details to go on with reading our site.</p><input type=password></form>", "a sign-in page")]
    [InlineData("<title>404 - News</title>", "<p>The page you asked for has been moved or never was here, have a look at our latest stories instead.</p>", "a page that says it was not found")]
    [InlineData("<title>Page not found</title>", "<p>The page you asked for has been moved or never was here, have a look at our latest stories instead.</p>", "a page that says it was not found")]
    [InlineData("<title>페이지를 찾을 수 없습니다</title>", "<p>요청하신 페이지를 찾을 수 없습니다. 주소를 다시 확인해 주시기 바랍니다. 감사합니다.</p>", "a page that says it was not found")]
    [InlineData("<title>Bridge drained</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":\"False\"}</script>",
        "<article><p>The attackers moved eight million dollars through the bridge before anybody noticed, a person said.</p></article>", "a paywall")]
    [InlineData("<title>Bridge drained</title>", "<article><p>The attackers moved eight million dollars through the bridge before anybody noticed.</p><p>Subscribe to continue reading</p></article>", "a paywall")]
    [InlineData("<title>News</title>", "<p>hi</p>", "no main text on the page")]
    public void What_is_no_article_is_told_by_its_kind(string head, string body, string reason) =>
        Assert.Equal(new PageOutcome.NoText(reason), Html.Extract(Html.Page(head, body)));

    [Theory]
    [InlineData("<title>Access denied: how hackers locked out an exchange</title>", 12)]
    [InlineData("<title>CAPTCHA farms feed the thieves</title><script src='https://www.google.com/recaptcha/api.js'></script>", 4)]
    [InlineData("<title>404 wallets drained in one night</title>", 12)]
    [InlineData("<title>Sign in with your wallet, lose it all</title>", 12)]
    [InlineData("<title>Bridge drained</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}</script>", 12)]
    public void Articles_about_such_things_stay_articles(string head, int paragraphs) =>
        Assert.IsType<PageOutcome.Page>(Html.Extract(Html.Page(head, $"<article>{Html.Paragraphs(paragraphs)}</article>")));

    [Fact]
    public void A_redirect_to_the_home_page_is_no_article() =>
        Assert.Equal(new PageOutcome.NoText("the home page instead of the article"), Html.Extract(Html.Page("<title>News</title>", Html.Paragraphs(12)), new Uri("https://news.example.com/")));

    [Fact]
    public void A_redirect_to_a_consent_host_is_no_article() =>
        Assert.Equal(new PageOutcome.NoText("a consent page"), Html.Extract(Html.Page("<title>News</title>", Html.Paragraphs(3)), new Uri("https://consent.example.com/v2/collect?sessionId=1")));
}
