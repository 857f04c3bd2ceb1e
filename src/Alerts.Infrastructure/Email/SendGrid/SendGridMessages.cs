using Microsoft.Extensions.Options;
using SendGrid.Helpers.Mail;

namespace Alerts.Infrastructure.Email.SendGrid;

/// <summary>
/// Mails of one body as one call: a personalisation a recipient, with its headers, its tokens as substitutions, and its delivery's id,
/// which comes back in every event. Substitutions are safe here because their marks cannot be guessed and their values are URL-safe.
/// </summary>
internal sealed class SendGridMessages(IOptions<EmailOptions> options)
{
    /// <summary>The API's limit of personalisations a call.</summary>
    public const int MaxRecipients = 1_000;

    /// <summary>Names the delivery in the provider's events.</summary>
    public const string DeliveryArgument = "delivery_id";

    private readonly EmailOptions options = options.Value;

    /// <param name="emails">All with the same <see cref="ComposedEmail.Body"/>.</param>
    public SendGridMessage Of(IReadOnlyList<ComposedEmail> emails) => new()
    {
        From = new EmailAddress(options.From, new HeaderText(options.FromName).ToString()),
        Subject = emails[0].Subject,
        PlainTextContent = emails[0].Body.Text,
        HtmlContent = emails[0].Body.Html,
        Personalizations = [.. emails.Select(Of)],
        TrackingSettings = new TrackingSettings
        {
            // Rewritten links would carry readers' clicks, and their tokens, through somebody else's host.
            ClickTracking = new ClickTracking { Enable = false, EnableText = false },
            OpenTracking = new OpenTracking { Enable = false },
            SubscriptionTracking = new SubscriptionTracking { Enable = false },
        },
    };

    private static Personalization Of(ComposedEmail email)
    {
        var headers = email.Headers.ToDictionary(header => header.Name, header => header.Value.ToString());
        headers["Message-ID"] = $"<{email.MessageId}>";
        if (email.InReplyTo is { } answered)
            headers["In-Reply-To"] = $"<{answered}>";
        if (email.References.Count > 0)
            headers["References"] = string.Join(' ', email.References.Select(id => $"<{id}>"));
        return new Personalization
        {
            Tos = [new EmailAddress(email.To)],
            Headers = headers,
            Substitutions = email.Tokens.ToDictionary(),
            CustomArgs = new() { [DeliveryArgument] = email.DeliveryId.ToString() },
        };
    }
}
