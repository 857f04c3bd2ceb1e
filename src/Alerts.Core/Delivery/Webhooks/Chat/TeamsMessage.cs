using System.Text.Json;
using System.Text.Json.Nodes;
using Alerts.Core.Messaging;
using Alerts.Core.Stories;

namespace Alerts.Core.Delivery.Webhooks.Chat;

/// <summary>An adaptive card for Microsoft Teams' workflows, which take 28 KB. Its text blocks read a part of Markdown, so what others wrote is escaped.</summary>
internal static class TeamsMessage
{
    /// <summary>The rest is for the frame.</summary>
    private const int BytesOfCards = 26_000;

    public static JsonObject Of(string title, IReadOnlyList<ChatCard> cards, string? more, PublicLinks links)
    {
        var body = new JsonArray();
        if (cards.Count != 1)
            body.Add(Text(Escape(title), ("size", "Large"), ("weight", "Bolder")));
        var (room, told) = (BytesOfCards, 0);
        foreach (var card in cards)
        {
            var blocks = Blocks(card, separate: cards.Count > 1);
            room -= JsonSerializer.SerializeToUtf8Bytes<JsonNode>(blocks, MessageJson.Options).Length;
            if (room < 0)
                break;
            told++;
            while (blocks.Count > 0)
            {
                var block = blocks[0];
                blocks.RemoveAt(0);
                body.Add(block);
            }
        }

        if (told < cards.Count || more is not null)
            body.Add(Text(told < cards.Count ? "and more that did not fit here" : Escape(more!), ("isSubtle", true)));

        return new JsonObject
        {
            ["type"] = "message",
            ["attachments"] = new JsonArray(new JsonObject
            {
                ["contentType"] = "application/vnd.microsoft.card.adaptive",
                ["content"] = new JsonObject
                {
                    ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
                    ["type"] = "AdaptiveCard",
                    ["version"] = "1.4",
                    ["fallbackText"] = title,
                    ["msteams"] = new JsonObject { ["width"] = "Full" },
                    ["body"] = body,
                    ["actions"] = new JsonArray(new JsonObject
                    {
                        ["type"] = "Action.OpenUrl",
                        ["title"] = cards.Count == 1 ? "Open the story" : "Open Alerts",
                        ["url"] = cards.Count == 1 ? cards[0].Url : links.Home,
                    }),
                },
            }),
        };
    }

    private static JsonArray Blocks(ChatCard card, bool separate)
    {
        var body = new JsonArray();
        var label = Text(Escape(card.Label), ("weight", "Bolder"), ("color", Colour(card.Severity)), ("spacing", "Medium"));
        if (separate)
            label["separator"] = true;
        body.Add(label);
        body.Add(Text(separate ? $"[{Escape(card.Title)}]({card.Url})" : Escape(card.Title), ("size", separate ? "Default" : "Large"), ("weight", "Bolder"), ("spacing", "None")));
        var facts = new JsonArray();
        foreach (var (name, value) in card.Facts)
            facts.Add(new JsonObject { ["title"] = Escape(name), ["value"] = Escape(value) });
        body.Add(new JsonObject { ["type"] = "FactSet", ["facts"] = facts });
        if (card.Why.Length > 0)
            body.Add(Text(Escape(card.Why)));
        if (card.Quote is { } quote)
            body.Add(Text($"“{Escape(quote.Before)}**{Escape(quote.Alias.Trim())}**{Escape(quote.After)}”", ("isSubtle", true)));
        if (card.Sources.Count > 0)
            body.Add(Text(string.Join(" · ", card.Sources.Select(source => source.Url is { } url ? $"[{Escape(source.Publisher)}]({MarkdownText.Link(url)})" : Escape(source.Publisher))), ("isSubtle", true), ("spacing", "Small")));
        return body;
    }

    private static JsonObject Text(string text, params ReadOnlySpan<(string Name, JsonNode Value)> more)
    {
        var block = new JsonObject { ["type"] = "TextBlock", ["text"] = text, ["wrap"] = true };
        foreach (var (name, value) in more)
            block[name] = value;
        return block;
    }

    private static string Escape(string text) => MarkdownText.Escape(text);

    private static string Colour(Severity severity) => severity switch
    {
        Severity.Critical => "Attention",
        Severity.High => "Warning",
        _ => "Accent",
    };
}
