using Alerts.Core.Delivery;
using Microsoft.Extensions.Logging;

namespace Alerts.Infrastructure.Email.SendGrid;

/// <summary>
/// Sends what shares a body in one call. A call is accepted or refused as a whole: one refused for what is in it (400, 413) is halved
/// until the bad recipient stands alone, which takes about twice the logarithm of their number in calls.
/// </summary>
internal sealed partial class SendGridEmailSender(EmailComposer composer, SendGridMessages messages, SendGridGateway gateway, ILogger<SendGridEmailSender> logger) : IEmailSender
{
    public async Task<IReadOnlyList<SendOutcome>> SendAsync(IReadOnlyList<EmailToSend> items, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(items);
        var compositions = await composer.ComposeAsync(items);
        var outcomes = new SendOutcome[items.Count];
        var places = new List<(ComposedEmail Email, int Index)>(items.Count);
        for (var i = 0; i < compositions.Count; i++)
        {
            if (compositions[i] is Composition.Composed composed)
                places.Add((composed.Email, i));
            else
                outcomes[i] = new SendOutcome.Refused(((Composition.Impossible)compositions[i]).Why);
        }

        foreach (var batch in places.GroupBy(place => place.Email.Body, ReferenceEqualityComparer.Instance).SelectMany(same => same.Chunk(SendGridMessages.MaxRecipients)))
            await SendAsync(batch, outcomes, cancellationToken);
        return outcomes;
    }

    private async Task SendAsync(ArraySegment<(ComposedEmail Email, int Index)> batch, SendOutcome[] outcomes, CancellationToken cancellationToken)
    {
        var answer = await CallAsync([.. batch.Select(place => place.Email)], cancellationToken);
        if (answer.Answer is { Status: 400 or 413 } && batch.Count > 1)
        {
            var half = batch.Count / 2;
            await SendAsync(batch[..half], outcomes, cancellationToken);
            await SendAsync(batch[half..], outcomes, cancellationToken);
            return;
        }

        var outcome = answer.Answer is { } given ? SendGridAnswers.Judge(given) : new SendOutcome.RetryLater(answer.Why);
        if (answer.Answer is { Status: 401 or 403 } denied)
            Log.Denied(logger, denied.Status, SafeText.Line(denied.Body, 300));
        foreach (var (_, index) in batch)
            outcomes[index] = outcome;
    }

    private async Task<(SendGridAnswer? Answer, string Why)> CallAsync(IReadOnlyList<ComposedEmail> emails, CancellationToken cancellationToken)
    {
        try
        {
            return (await gateway.SendAsync(messages.Of(emails), cancellationToken), "");
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
