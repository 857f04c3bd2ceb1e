using System.Text.Json.Nodes;
using Alerts.Core.Stories;

namespace Alerts.Core.Delivery.Webhooks.Chat;

/// <summary>Embeds for Discord: ten a message, 6,000 characters in all. Nobody is ever pinged, whatever an article says.</summary>
internal static class DiscordMessage
{
    public const int MaxEmbeds = 10;

    private const int TotalLength = 5_800;

    public static JsonObject Of(string title, IReadOnlyList<ChatCard> cards, string? more)
    {
        var embeds = new JsonArray();
        var room = TotalLength;
        foreach (var card in cards)
        {
            var (embed, length) = Embed(card);
            if (length > room)
                break;
            room -= length;
            embeds.Add(embed);
        }

        var omitted = embeds.Count < cards.Count || more is not null;
        return new JsonObject
        {
            ["username"] = "Alerts",
            ["content"] = cards.Count == 1 ? "" : SafeText.Line(MarkdownText.Escape(title) + (omitted ? " (not all of them fit here)" : ""), 1_900),
            ["embeds"] = embeds,
            ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() },
        };
    }

    private static (JsonObject Embed, int Length) Embed(ChatCard card)
    {
        var title = SafeText.Line($"{card.Label}: {MarkdownText.Escape(card.Title)}", 256);
        var quote = card.Quote is { } said ? $"\n> {MarkdownText.Escape(said.Before)}**{MarkdownText.Escape(said.Alias)}**{MarkdownText.Escape(said.After)}" : "";
        var sources = card.Sources.Count == 0 ? "" : "\n" + string.Join(" · ", card.Sources
            .Select(source => source.Url is { Length: < 300 } url ? $"[{MarkdownText.Escape(source.Publisher)}]({MarkdownText.Link(url)})" : MarkdownText.Escape(source.Publisher)));
        var description = MarkdownText.Escape(card.Why) + quote + sources;
        var fields = new JsonArray();
        var length = title.Length + description.Length;
        foreach (var (name, value) in card.Facts)
        {
            var (label, text) = (SafeText.Line(MarkdownText.Escape(name), 256), SafeText.Line(MarkdownText.Escape(value), 1_024));
            fields.Add(new JsonObject { ["name"] = label, ["value"] = text.Length > 0 ? text : "–", ["inline"] = true });
            length += label.Length + text.Length;
        }

        return (new JsonObject
        {
            ["title"] = title,
            ["url"] = card.Url,
            ["description"] = description,
            ["color"] = Colour(card.Severity),
            ["timestamp"] = card.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture),
            ["fields"] = fields,
        }, length);
    }

    private static int Colour(Severity severity) => severity switch
    {
        Severity.Critical => 0xB3161B,
        Severity.High => 0xB4470A,
        Severity.Medium => 0x7A5C00,
        _ => 0x4A5666,
    };
}
