using Alerts.Core.Delivery;
using Microsoft.Extensions.Logging;

namespace Alerts.Infrastructure.Email.SendGrid;

/// <summary>
/// Sends what shares a body in one call. A call is accepted or refused as a whole: one refused for what is in it (400, 413) is halved
/// until the bad recipient stands alone, which takes about twice the logarithm of their number in calls.
/// </summary>
internal sealed partial class SendGridEmailSender(EmailComposer composer, SendGridMessages messages, SendGridGateway gateway, TimeProvider time, ILogger<SendGridEmailSender> logger) : IEmailSender
{
    public Task<IReadOnlyList<SendOutcome>> SendAsync(IReadOnlyList<EmailToSend> items, CancellationToken cancellationToken) => SentMails.CollectAsync(this, items, cancellationToken);

    public async Task SendAsync(IReadOnlyList<EmailToSend> items, SendingTime within, Func<IReadOnlyList<EmailSent>, Task> known, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(known);
        var (mails, refused) = await composer.SortAsync(items);
        if (refused.Count > 0)
            await known(refused);
        foreach (var batch in mails.GroupBy(mail => mail.Email.Body, ReferenceEqualityComparer.Instance).SelectMany(same => same.Chunk(SendGridMessages.MaxRecipients)))
            await SendAsync(batch, within, known, cancellationToken);
    }

    private async Task SendAsync(
        ArraySegment<(EmailToSend Item, ComposedEmail Email)> batch, SendingTime within, Func<IReadOnlyList<EmailSent>, Task> known, CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() >= within.BeginUntil)
            return;

        var started = time.GetTimestamp();
        var answer = await CallAsync([.. batch.Select(mail => mail.Email)], within, cancellationToken);
        if (answer.Answer is { Status: 400 or 413 } && batch.Count > 1)
        {
            var half = batch.Count / 2;
            await SendAsync(batch[..half], within, known, cancellationToken);
            await SendAsync(batch[half..], within, known, cancellationToken);
            return;
        }

        var outcome = answer.Answer is { } given ? SendGridAnswers.Judge(given) : new SendOutcome.RetryLater(answer.Why);
        if (answer.Answer is { Status: 401 or 403 } denied)
            Log.Denied(logger, denied.Status, SafeText.Line(denied.Body, 300));
        var took = time.GetElapsedTime(started);
        await known([.. batch.Select(mail => new EmailSent(mail.Item, outcome, took))]);
    }

    private async Task<(SendGridAnswer? Answer, string Why)> CallAsync(IReadOnlyList<ComposedEmail> emails, SendingTime within, CancellationToken cancellationToken)
    {
        using var limit = within.Limit(time.GetUtcNow(), cancellationToken);
        try
        {
            return (await gateway.SendAsync(messages.Of(emails), limit.Token), "");
        }
        catch (OperationCanceledException)
        {
            return (null, cancellationToken.IsCancellationRequested ? "stopped before the provider answered" : "the provider did not answer in time");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return (null, SafeText.Line(e.GetBaseException().Message, 300));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "SendGrid refuses the API key ({Status}): {Body}. No mail goes out until Alerts:Email:SendGrid:ApiKey is repaired.")]
        public static partial void Denied(ILogger logger, int status, string body);
    }
}
