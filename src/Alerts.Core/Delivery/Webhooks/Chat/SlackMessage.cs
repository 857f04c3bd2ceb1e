using System.Text.Json.Nodes;

namespace Alerts.Core.Delivery.Webhooks.Chat;

/// <summary>Blocks for Slack's incoming webhooks. In its markup only <c>&amp; &lt; &gt;</c> mean something that could link or notify; emphasis by others is taken out.</summary>
internal static class SlackMessage
{
    private const int HeaderLength = 150;

    /// <summary>Of the text of a section or context.</summary>
    private const int TextLength = 3_000;

    public static JsonObject Of(string title, IReadOnlyList<ChatCard> cards, string? more, PublicLinks links)
    {
        var blocks = new JsonArray();
        if (cards.Count != 1)
            blocks.Add(Header(title));
        foreach (var card in cards)
            AddCard(blocks, card);
        if (more is not null)
            blocks.Add(Context($"<{links.Home}|{Escape(more)}>"));
        return new JsonObject { ["text"] = Escape(title), ["blocks"] = blocks, ["unfurl_links"] = false };
    }

    private static void AddCard(JsonArray blocks, ChatCard card)
    {
        blocks.Add(Section($"*{Escape(card.Label)}*  <{card.Url}|{Escape(card.Title)}>"));
        if (card.Facts.Count > 0)
        {
            var fields = new JsonArray();
            foreach (var (label, value) in card.Facts)
                fields.Add(Markdown($"*{Escape(label)}*\n{Escape(value)}"));
            blocks.Add(new JsonObject { ["type"] = "section", ["fields"] = fields });
        }

        var quote = card.Quote is { } said ? $"\n> {Escape(said.Before)}*{Escape(said.Alias)}*{Escape(said.After)}" : "";
        var why = Escape(card.Why);
        if (why.Length + quote.Length > 0)
            blocks.Add(Section(why.Length + quote.Length <= TextLength ? why + quote : why));
        if (Sources(card) is { Length: > 0 } sources)
            blocks.Add(Context(sources));
    }

    /// <summary>As many as fit.</summary>
    private static string Sources(ChatCard card)
    {
        var line = "";
        foreach (var (publisher, url) in card.Sources)
        {
            var source = url is null ? Escape(publisher) : $"<{url}|{Escape(publisher)}>";
            if (line.Length + 3 + source.Length > TextLength)
                break;
            line += line.Length > 0 ? " · " + source : source;
        }

        return line;
    }

    /// <summary>A zero-width space before what would begin emphasis, so that <c>_init_</c> stays as it was written.</summary>
    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("|", "¦", StringComparison.Ordinal).Replace("*", "\u200b*", StringComparison.Ordinal).Replace("_", "\u200b_", StringComparison.Ordinal)
        .Replace("~", "\u200b~", StringComparison.Ordinal).Replace("`", "\u200b`", StringComparison.Ordinal);

    private static JsonObject Header(string text) => new()
    {
        ["type"] = "header",
        ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = SafeText.Line(text, HeaderLength), ["emoji"] = false },
    };

    private static JsonObject Section(string markdown) => new() { ["type"] = "section", ["text"] = Markdown(markdown) };

    private static JsonObject Context(string markdown) => new() { ["type"] = "context", ["elements"] = new JsonArray(Markdown(markdown)) };

    private static JsonObject Markdown(string text) => new() { ["type"] = "mrkdwn", ["text"] = text, ["verbatim"] = true };
}
