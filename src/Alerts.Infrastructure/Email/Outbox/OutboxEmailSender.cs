using Alerts.Core.Delivery;

namespace Alerts.Infrastructure.Email.Outbox;

/// <summary>Writes each mail to a folder, as a mail server's pickup directory has them. What <c>alerts run</c> does where nothing else is configured.</summary>
internal sealed class OutboxEmailSender(EmailComposer composer, MimeMessages mime, OutboxFolder folder) : IEmailSender
{
    public async Task<IReadOnlyList<SendOutcome>> SendAsync(IReadOnlyList<EmailToSend> items, CancellationToken cancellationToken)
    {
        var outcomes = new List<SendOutcome>(items.Count);
        foreach (var composition in await composer.ComposeAsync(items))
            outcomes.Add(composition switch
            {
                Composition.Composed composed => await WriteAsync(composed.Email, cancellationToken),
                Composition.Impossible impossible => new SendOutcome.Refused(impossible.Why),
                _ => throw new InvalidOperationException($"unexpected {composition}"),
            });

        return outcomes;
    }

    private async Task<SendOutcome> WriteAsync(ComposedEmail email, CancellationToken cancellationToken)
    {
        try
        {
            using var message = mime.Of(email);
            var file = await folder.WriteAsync(email.DeliveryId, message, cancellationToken);
            return new SendOutcome.Delivered(email.MessageId, Detail: file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new SendOutcome.RetryLater($"the outbox cannot be written: {e.Message}");
        }
    }
}
