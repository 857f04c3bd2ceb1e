using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Alerts.Core.Alerting;
using Alerts.Core.Delivery;
using Alerts.Core.Delivery.Webhooks;
using Alerts.Core.Matching;
using Alerts.Core.Stories;
using Alerts.Core.Subscriptions;
using Alerts.Tests.Deliveries;
using CsCheck;

namespace Alerts.Tests.Webhooks;

/// <summary>
/// What the products take, whatever the texts. Slack: 50 blocks, 3,000 characters a section, 10 fields of 2,000, 150 a header
/// (docs.slack.dev, Block Kit). Discord: 10 embeds, title 256, description 4,096, 25 fields of 256 and 1,024, 6,000 in all, content 2,000
/// (docs.discord.com, Embed limits). Teams: 28 KB (learn.microsoft.com, incoming webhooks).
/// </summary>
public sealed partial class ChatLimitsTests
{
    private static readonly Gen<string> Hostile = Gen.OneOf(
        Gen.OneOf(
            "<!channel>", "<!here|x>", "<@U024BE7LH>", "<#C024BE7LR>", "@everyone", "@here", "<@&123>", "[x](https://evil.example)", "**b**", "`c`", "> q", "||s||", "&amp;", "\\", "</script>", "{{x}}", "한국어",
            "\u202e", "\r\n", "😀", "https://evil.example/a|b", "<https://evil.example|x>"),
        Gen.String[0, 12]).Array[0, 120].Select(string.Concat);

    private static readonly Gen<Alert[]> Alerts = Gen.Select(Hostile, Hostile, Hostile, Gen.Int[1, 14], (a, b, c, count) => Enumerable.Range(0, count).Select(i => Of(a, b, c, i)).ToArray());

    private readonly WebhookBodies bodies = new(new PublicLinks(new Uri("https://alerts.example.org")));

    [Fact]
    public void Slack_takes_every_message_and_nobody_is_notified() => Alerts.Sample(
        alerts =>
        {
            var message = Message(WebhookFormat.Slack, alerts);
            var blocks = message.GetProperty("blocks").EnumerateArray().ToList();
            Assert.InRange(blocks.Count, 1, 50);
            foreach (var block in blocks)
            {
                var kind = block.GetProperty("type").GetString();
                Assert.Contains(kind, (string[])["header", "section", "context"]);
                Assert.All(Texts(block), text => Assert.InRange(text.Length, 1, kind == "header" ? 150 : 3_000));
                if (block.TryGetProperty("fields", out var fields))
                {
                    Assert.InRange(fields.GetArrayLength(), 1, 10);
                    Assert.All(fields.EnumerateArray(), field => Assert.InRange(field.GetProperty("text").GetString()!.Length, 1, 2_000));
                }

                // What stands between angle brackets is ours: a link that we made.
                Assert.All(Texts(block).SelectMany(text => Angle().Matches(text)), match => Assert.Matches("^<https://(alerts\\.example\\.org|agency|www|[a-z.]*example)", match.Value));
            }
        },
        iter: 300);

    [Fact]
    public void Discord_takes_every_message_and_nobody_is_pinged() => Alerts.Sample(
        alerts =>
        {
            var message = Message(WebhookFormat.Discord, alerts);
            Assert.InRange(message.GetProperty("content").GetString()!.Length, 0, 2_000);
            Assert.Equal(0, message.GetProperty("allowed_mentions").GetProperty("parse").GetArrayLength());
            var embeds = message.GetProperty("embeds").EnumerateArray().ToList();
            Assert.InRange(embeds.Count, 1, 10);
            var total = 0;
            foreach (var embed in embeds)
            {
                total += Length(embed, "title", 256) + Length(embed, "description", 4_096);
                var fields = embed.GetProperty("fields").EnumerateArray().ToList();
                Assert.InRange(fields.Count, 0, 25);
                total += fields.Sum(field => Length(field, "name", 256) + Length(field, "value", 1_024));
            }

            Assert.InRange(total, 1, 6_000);
        },
        iter: 300);

    [Fact]
    public void Teams_takes_every_card() => Alerts.Sample(
        alerts =>
        {
            var message = Message(WebhookFormat.Teams, alerts);
            Assert.InRange(Encoding.UTF8.GetByteCount(message.GetRawText()), 100, 28_000);
            var card = message.GetProperty("attachments")[0].GetProperty("content");
            Assert.Equal(("AdaptiveCard", "1.4"), (card.GetProperty("type").GetString(), card.GetProperty("version").GetString()));
            Assert.All(card.GetProperty("body").EnumerateArray(), element => Assert.Contains(element.GetProperty("type").GetString(), (string[])["TextBlock", "FactSet"]));
            Assert.All(
                card.GetProperty("body").EnumerateArray().Where(element => element.GetProperty("type").GetString() == "FactSet").SelectMany(set => set.GetProperty("facts").EnumerateArray()),
                fact => Assert.True(fact.TryGetProperty("title", out _) && fact.TryGetProperty("value", out _)));
        },
        iter: 300);

    [Fact]
    public void The_worst_that_texts_can_be_fits_everywhere()
    {
        Alert[] worst = [.. Enumerable.Range(0, 40).Select(SampleAlerts.Monster)];

        Assert.InRange(Encoding.UTF8.GetByteCount(Message(WebhookFormat.Teams, worst).GetRawText()), 100, 28_000);
        Assert.All(Texts(Message(WebhookFormat.Slack, worst)), text => Assert.InRange(text.Length, 0, 3_000));
        Assert.InRange(Message(WebhookFormat.Discord, worst).GetRawText().Length, 100, 12_000);
    }

    private static int Length(JsonElement element, string name, int most)
    {
        var length = element.GetProperty(name).GetString()!.Length;
        Assert.InRange(length, name == "description" ? 0 : 1, most);
        return length;
    }

    private static Alert Of(string title, string name, string quote, int number)
    {
        var hit = SampleAlerts.Hit() with { Title = title, Publisher = name, Explanation = new Explanation { Summary = quote, Clauses = [new ClauseExplanation("c", true, [Mention(quote, name)])] } };
        var story = SampleAlerts.Story() with { Title = title, Facts = new StoryFacts([name, title], [quote], null, name, []) };
        return SampleAlerts.Update() with { Id = $"a{number}", Story = story, Hits = [hit], Changes = [new FactChange(name, quote, title)] };
    }

    private static Mention Mention(string around, string alias) => new()
    {
        Concept = "c",
        Name = alias,
        Kind = "actor",
        Alias = alias,
        Field = ArticleField.Title,
        Start = 0,
        Length = alias.Length,
        Before = around,
        After = around,
    };

    private JsonElement Message(WebhookFormat format, Alert[] alerts)
    {
        var content = alerts.Length == 1 ? DeliveryContent.Alert : DeliveryContent.Digest;
        var call = SampleAlerts.Call(content, SampleAlerts.Endpoint("https://hooks.example.net", format), alerts);
        return JsonDocument.Parse(Encoding.UTF8.GetString(bodies.Write(call))).RootElement;
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => member.Name == "text" && member.Value.ValueKind == JsonValueKind.String ? [member.Value.GetString()!] : Texts(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        _ => [],
    };

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Angle();
}
