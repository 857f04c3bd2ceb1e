using System.Text.Json;
using System.Text.Json.Nodes;
using Alerts.Core.Messaging;
using Alerts.Core.Subscriptions;

namespace Alerts.Core.Delivery.Webhooks.Chat;

/// <summary>Bodies for chat products, which take no payload but their own.</summary>
internal sealed class ChatMessages(PublicLinks links)
{
    /// <summary>Stories of a digest told as cards; Slack takes 50 blocks, a card has four.</summary>
    private const int MaxCards = 10;

    public byte[] Write(WebhookToSend item, WebhookFormat format)
    {
        var (cards, title, more) = Told(item);
        var message = format switch
        {
            WebhookFormat.Slack => SlackMessage.Of(title, cards, more, links),
            WebhookFormat.Teams => TeamsMessage.Of(title, cards, more, links),
            WebhookFormat.Discord => DiscordMessage.Of(title, cards, more),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "This is no chat product."),
        };
        return JsonSerializer.SerializeToUtf8Bytes<JsonNode>(message, MessageJson.Options);
    }

    private (IReadOnlyList<ChatCard> Cards, string Title, string? More) Told(WebhookToSend item)
    {
        if (item.Alerts.Count == 0)
            return ([], "A test from Alerts: messages sent here arrive.", null);

        var alerts = item.Alerts.OrderByDescending(alert => alert.Story.Severity).ThenBy(alert => alert.CreatedAt).Take(MaxCards);
        List<ChatCard> cards = [.. alerts.Select(alert => ChatCard.Of(alert, links))];
        var more = item.Alerts.Count - cards.Count;
        return (
            cards,
            item.Alerts.Count == 1 ? $"{cards[0].Label}: {cards[0].Title}" : $"Digest: {item.Alerts.Count} stories",
            more > 0 ? $"and {more} more" : null);
    }
}
