using Alerts.Core.Sources.Feeds;

namespace Alerts.Tests.Sources.Feeds;

public class SafeHtmlTests
{
    [Theory]
    [InlineData("plain > text", "plain &gt; text")]
    [InlineData("<p>a<script>b</script>c</p>", "<p>ac</p>")]
    [InlineData("<p onclick=\"x()\" style=\"color:red\" class=\"y\" id=\"z\">a</p>", "<p>a</p>")]
    [InlineData("<a href=\"javascript:x()\">a</a>", "<a>a</a>")]
    [InlineData("<a href=\" jAvAsCrIpT&#58;x()\">a</a>", "<a>a</a>")]
    [InlineData("<a href=\"data:text/html,x\">a</a>", "<a>a</a>")]
    [InlineData("<a href=\"mailto:a@b.example\">a</a>", "<a href=\"mailto:a@b.example\">a</a>")]
    [InlineData("<a href=\"../c?d=1&e=2\">a</a>", "<a href=\"https://site.example/c?d=1&amp;e=2\">a</a>")]
    [InlineData("<img src=\"i.png\" onerror=\"x()\">", "<img src=\"https://site.example/dir/i.png\">")]
    [InlineData("a<img src=\"https://t.example/\" width=\"1\" height=\"1\">b", "ab")]
    [InlineData("a<iframe src=\"https://t.example/\"></iframe>b", "ab")]
    [InlineData("a<iframe src=\"https://t.example/\"/>b", "ab")]
    [InlineData("a<iframe src=\"https://t.example/\">b", "ab")]
    [InlineData("a<style>b</style><noscript>c</noscript><template>d</template><p hidden>e</p>f", "af")]
    [InlineData("<z>kept</z> <form action=\"x\"><input name=\"y\">text</form>", "kept text")]
    [InlineData("a<svg onload=\"x()\"><script>b</script></svg>c", "ac")]
    [InlineData("sa<!-- -- odd >fe", "safe")]
    [InlineData("<b>never closed", "<b>never closed</b>")]
    [InlineData("<table background=\"javascript:x\"><tr><td>a</table>", "<table><tbody><tr><td>a</td></tr></tbody></table>")]
    public void Only_what_shows_text_and_pictures_remains(string html, string safe) => Assert.Equal(safe, SafeHtml.Of(html, "https://site.example/dir/page"));

    [Theory]
    [InlineData("<p>One&nbsp;two</p><p>three<br>four</p>", "One two\nthree\nfour")]
    [InlineData("a<script>if (a < b) x()</script>b", "ab")]
    [InlineData("a <!-- b > c --> d", "a d")]
    [InlineData("5 < 6 & 7 &gt; 3", "5 < 6 & 7 > 3")]
    [InlineData("<a title=\"x > y\">z</a>", "z")]
    [InlineData("<ul><li>a<li>b</ul>", "a\nb")]
    [InlineData("&#146;&eacute;&#x1F600;&unknown;", "’é😀&unknown;")]
    [InlineData("", "")]
    public void Html_becomes_text(string html, string text) => Assert.Equal(text, HtmlText.Of(html));
}
