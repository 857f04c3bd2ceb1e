using Alerts.Core.Delivery;

namespace Alerts.Tests.Deliveries;

public sealed class WebUrlTests
{
    [Theory]
    [InlineData("https://example.com/a?b=c#d", "https://example.com/a?b=c#d")]
    [InlineData("http://example.com", "http://example.com/")]
    [InlineData("https://example.com/a\"onmouseover=x", "https://example.com/a%22onmouseover=x")]
    [InlineData("https://example.com/뉴스", "https://example.com/%EB%89%B4%EC%8A%A4")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("data:text/html,x", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("/relative", null)]
    [InlineData("https://user:pass@example.com/", null)]
    [InlineData("https://example.com/<script>", "https://example.com/%3Cscript%3E")]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Only_web_addresses_become_links(string? text, string? link) => Assert.Equal(link, WebUrl.TryClean(text));

    [Fact]
    public void An_address_of_2000_characters_stays_text() => Assert.Null(WebUrl.TryClean("https://example.com/" + new string('a', 2_000)));
}
