using Alerts.Core.Alerting;
using Alerts.Core.Delivery;
using Alerts.Tests.Deliveries;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CsCheck;
using MimeKit;

namespace Alerts.Tests.Email;

/// <summary>Whatever articles say, a mail has the headers, the elements and the links that we gave it.</summary>
public sealed class EmailProperties
{
    private static readonly Gen<string> Hostile = Gen.OneOf(
        Gen.OneOf(
            "\r\n", "\n", "\r", "\u2028", "\u0085", "\0", "\u202e", "Bcc: eve@example.org", "Content-Type: text/html", "=?utf-8?q?=0D=0ABcc:_eve?=", "<script>", "</td></table>", "<img src=x onerror=x>", "\" onload=\"x",
            "javascript:x", "<!--", "]]>", "{{unsubscribe}}", "{% x %}", "${7*7}", "@(1+1)", "%recipient%", "-name-", "mark-u-", "<a href=https://evil.example>", "&#x3c;script&#x3e;", "한국어", "😀", "\ud800"),
        Gen.String[0, 10]).Array[1, 30].Select(string.Concat);

    private readonly Mails mails = new();

    [Fact]
    public async Task Nothing_of_an_article_becomes_a_header_an_element_or_a_link()
    {
        var plain = await ComposeAsync("A title", "A name");
        var (headers, elements, links) = (Headers(plain.Message), Elements(plain.Html), Links(plain.Html));

        await Gen.Select(Hostile, Hostile).SampleAsync(
            async texts =>
            {
                // A letter, so that no text is empty and its element left out.
                var hostile = await ComposeAsync("T" + texts.Item1, "N" + texts.Item2);
                Assert.Equal(headers, Headers(hostile.Message));
                Assert.Equal(elements, Elements(hostile.Html));
                Assert.Equal(links, Links(hostile.Html));
                Assert.DoesNotContain(hostile.Message.Subject!, char.IsControl);
                Assert.Equal("ana@example.org", Assert.Single(hostile.Message.GetRecipients()).Address);
                Assert.Single(hostile.Message.TextBody!.Split("/unsubscribe?token=")[1..]);
            },
            iter: 200);
    }

    private async Task<(MimeMessage Message, IDocument Html)> ComposeAsync(string title, string name)
    {
        var hit = SampleAlerts.Hit() with { Title = title, Publisher = name };
        var story = SampleAlerts.Story() with
        {
            Title = title,
            Facts = SampleAlerts.Story().Facts with { Victims = [name], Actors = [name], AmountText = name },
            Articles = [SampleAlerts.Story().Articles[0] with { Title = title, Publisher = name }],
        };
        var update = SampleAlerts.Update() with { Story = story, Hits = [hit], Changes = [new FactChange(name, title, name)] };
        var mail = await mails.ComposeAsync(SampleAlerts.Mail(DeliveryContent.Alert, alerts: [update]));
        using var stream = new MemoryStream();
        using var message = mails.Mime.Of(mail);
        await message.WriteToAsync(stream, TestContext.Current.CancellationToken);
        stream.Position = 0;
        var read = await MimeMessage.LoadAsync(stream, TestContext.Current.CancellationToken);
        return (read, new HtmlParser().ParseDocument(read.HtmlBody!));
    }

    private static IEnumerable<string> Headers(MimeMessage message) => message.Headers.Select(header => header.Field);

    private static IEnumerable<string> Elements(IDocument html) => html.All.Select(element => $"{element.LocalName} {string.Join(' ', element.Attributes.Select(attribute => attribute.Name))}");

    private static IEnumerable<string?> Links(IDocument html) => html.QuerySelectorAll("[href],[src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src"));
}
