using MimeKit;

namespace Alerts.Web.Pages.Inbox;

/// <summary>A mail as a client shows it.</summary>
public sealed record MailView(
    string Id, string Subject, string From, string To, DateTimeOffset? Date, string? Text, string? Html, IReadOnlyList<(string Name, string Value)> Headers)
{
    public static async Task<MailView?> ReadAsync(IOutbox outbox, string id, CancellationToken cancellationToken)
    {
        await using var stream = outbox.Open(id);
        if (stream is null)
        {
            return null;
        }

        var message = await MimeMessage.LoadAsync(stream, cancellationToken);
        return new MailView(
            id, message.Subject ?? "(no subject)", message.From.ToString(), message.To.ToString(), message.Date == default ? null : message.Date, message.TextBody, message.HtmlBody,
            [.. message.Headers.Select(header => (header.Field, header.Value.Trim()))]);
    }
}
