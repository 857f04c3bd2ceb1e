using System.Text;
using System.Text.Json;
using Alerts.Core.Delivery;
using Alerts.Core.Delivery.Webhooks;
using Alerts.Core.Subscriptions;
using Alerts.Tests.Deliveries;

namespace Alerts.Tests.Webhooks;

public sealed class ChatMessagesTests
{
    private const string Attack = "<!channel> @everyone <@U1> <https://evil.example|x> [x](https://evil.example) **b** _i_ `c` ~s~ ||h|| & > q";

    private readonly WebhookBodies bodies = new(new PublicLinks(new Uri("https://alerts.example.org")));

    [Fact]
    public void Slack_gets_blocks_with_facts_the_quote_and_links()
    {
        var message = Message(WebhookFormat.Slack, SampleAlerts.Alert());
        var text = string.Join('\n', Texts(message));

        Assert.StartsWith("CRITICAL: Bybit says", message.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("<https://alerts.example.org/stories/5d41402abc4b2a76b9719d911017c592|Bybit says", text, StringComparison.Ordinal);
        Assert.Contains("*Amount*\n$1.46 billion", text, StringComparison.Ordinal);
        Assert.Contains("> *Bybit* says hackers", text, StringComparison.Ordinal);
        Assert.Contains("<https://agency.example.gov/alert|Example Bureau>", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Teams_gets_an_adaptive_card()
    {
        var card = Message(WebhookFormat.Teams, SampleAlerts.Alert()).GetProperty("attachments")[0];
        var content = card.GetProperty("content");

        Assert.Equal("application/vnd.microsoft.card.adaptive", card.GetProperty("contentType").GetString());
        Assert.Equal("AdaptiveCard", content.GetProperty("type").GetString());
        Assert.Equal("https://alerts.example.org/stories/5d41402abc4b2a76b9719d911017c592", content.GetProperty("actions")[0].GetProperty("url").GetString());
        Assert.Contains("Lazarus Group", Texts(content), StringComparer.Ordinal);
    }

    [Fact]
    public void Discord_gets_an_embed_that_pings_nobody()
    {
        var message = Message(WebhookFormat.Discord, SampleAlerts.Alert());
        var embed = message.GetProperty("embeds")[0];

        Assert.Equal(0, message.GetProperty("allowed_mentions").GetProperty("parse").GetArrayLength());
        Assert.StartsWith("CRITICAL: Bybit says", embed.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Contains("**Bybit** says hackers", embed.GetProperty("description").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(WebhookFormat.Slack)]
    [InlineData(WebhookFormat.Teams)]
    [InlineData(WebhookFormat.Discord)]
    public void What_an_article_says_is_no_markup(WebhookFormat format)
    {
        var message = Message(format, SampleAlerts.Alert() with { Story = SampleAlerts.Story() with { Title = Attack, Facts = SampleAlerts.Story().Facts with { Victims = [Attack] } } });

        // "fallbackText" of a card and "alt" texts are plain by definition.
        var markup = Texts(message).Where(text => text.Contains("evil", StringComparison.Ordinal) && !text.StartsWith("CRITICAL: <!channel>", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(markup);
        string[] live = format == WebhookFormat.Slack ? ["<!channel", "<@U1", "<https://evil"] : [" <@U1", "](https://evil", " **b", " `c"];
        Assert.All(markup, text => Assert.All(live, sign => Assert.DoesNotContain(sign, text, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(WebhookFormat.Slack, 40_000)]
    [InlineData(WebhookFormat.Teams, 28_000)]
    [InlineData(WebhookFormat.Discord, 12_000)]
    public void A_digest_keeps_to_the_products_limits(WebhookFormat format, int maxCharacters)
    {
        var alerts = Enumerable.Range(0, 60).Select(i => SampleAlerts.Update() with { Id = $"a{i}" }).ToArray();
        var message = Message(format, alerts);

        Assert.InRange(message.GetRawText().Length, 500, maxCharacters);
        if (format == WebhookFormat.Slack)
        {
            Assert.InRange(message.GetProperty("blocks").GetArrayLength(), 1, 50);
            Assert.All(Texts(message), text => Assert.InRange(text.Length, 0, 3_000));
        }

        if (format == WebhookFormat.Discord)
        {
            var embeds = message.GetProperty("embeds").EnumerateArray().ToList();
            Assert.InRange(embeds.Count, 1, 10);
            Assert.InRange(embeds.Sum(embed => embed.GetProperty("title").GetString()!.Length + embed.GetProperty("description").GetString()!.Length
                + embed.GetProperty("fields").EnumerateArray().Sum(field => field.GetProperty("name").GetString()!.Length + field.GetProperty("value").GetString()!.Length)), 1, 6_000);
        }
    }

    private JsonElement Message(WebhookFormat format, params Core.Alerting.Alert[] alerts)
    {
        var endpoint = SampleAlerts.Endpoint("https://hooks.example.net", format);
        var content = alerts.Length == 1 ? DeliveryContent.Alert : DeliveryContent.Digest;
        return JsonDocument.Parse(Encoding.UTF8.GetString(bodies.Write(SampleAlerts.Call(content, endpoint, alerts)))).RootElement;
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Texts(member.Value)),
        _ => [],
    };
}
