using System.Text.Json;
using Alerts.Core.Delivery;
using Alerts.Core.Delivery.Providers;

namespace Alerts.Infrastructure.Email.SendGrid;

/// <summary>Reads the body of the event webhook, once it is verified (<see cref="SendGridSignature"/>). What is not understood is passed over: a new kind of event must not stop the others.</summary>
public static class SendGridEvents
{
    private const int ReasonLength = 500;

    /// <exception cref="JsonException">The body is no JSON array.</exception>
    public static IReadOnlyList<ProviderEvent> Parse(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
            throw new JsonException("Events come as an array.");

        return [.. document.RootElement.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Select(Read)];
    }

    private static ProviderEvent Read(JsonElement item) => new(
        Text(item, "sg_event_id") ?? "",
        DeliveryId.TryParse(Text(item, SendGridMessages.DeliveryArgument)),
        Text(item, "sg_message_id")?.Split('.')[0],
        Kind(Text(item, "event"), Text(item, "type"), Text(item, "reason")),
        At(item),
        SafeText.Line(Text(item, "reason") ?? Text(item, "response"), ReasonLength));

    private static ProviderEventKind Kind(string? name, string? type, string? reason) => name switch
    {
        "processed" => ProviderEventKind.Accepted,
        "delivered" => ProviderEventKind.Delivered,
        "deferred" => ProviderEventKind.Deferred,
        "bounce" => type == "blocked" ? ProviderEventKind.Blocked : ProviderEventKind.Bounced,
        "dropped" => IsAboutAddress(reason) ? ProviderEventKind.Dropped : ProviderEventKind.Blocked,
        "spamreport" => ProviderEventKind.Complained,
        "unsubscribe" or "group_unsubscribe" => ProviderEventKind.Unsubscribed,
        _ => ProviderEventKind.Other,
    };

    /// <summary>A drop for the account's quota or the mail's content says nothing of the reader.</summary>
    private static bool IsAboutAddress(string? reason) =>
        reason is not null && (reason.Contains("Address", StringComparison.OrdinalIgnoreCase) || reason.Equals("Invalid", StringComparison.OrdinalIgnoreCase));

    private static DateTimeOffset At(JsonElement item) =>
        item.TryGetProperty("timestamp", out var at) && at.ValueKind == JsonValueKind.Number && at.TryGetInt64(out var seconds) && seconds is >= 0 and <= 253_402_300_799
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : DateTimeOffset.UnixEpoch;

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
