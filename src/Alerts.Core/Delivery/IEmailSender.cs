using Alerts.Core.Alerting;
using Alerts.Core.Subscriptions;

namespace Alerts.Core.Delivery;

/// <summary>One email channel: SMTP, SendGrid or the local outbox. Composes, sends to one recipient a message, and judges the answer.</summary>
public interface IEmailSender
{
    /// <returns>One outcome per item, in order. Never throws for what a server or an address does.</returns>
    Task<IReadOnlyList<SendOutcome>> SendAsync(IReadOnlyList<EmailToSend> items, CancellationToken cancellationToken);

    /// <summary>
    /// The same, telling each outcome as soon as it is known, from several tasks maybe: what is written down at once is not repeated after
    /// a crash. What could not be begun in time is not told: nobody was handed it.
    /// </summary>
    async Task SendAsync(IReadOnlyList<EmailToSend> items, SendingTime within, Func<IReadOnlyList<EmailSent>, Task> known, CancellationToken cancellationToken)
    {
        var outcomes = await SendAsync(items, cancellationToken);
        await known([.. items.Zip(outcomes, (item, outcome) => new EmailSent(item, outcome, TimeSpan.Zero))]);
    }
}

/// <param name="Took">From its first word to the answer.</param>
public sealed record EmailSent(EmailToSend Item, SendOutcome Outcome, TimeSpan Took);

/// <param name="Alerts">One for an alert, several for a digest, none for a confirmation or notice.</param>
/// <param name="Notice">For a notice: what happened, in words.</param>
public sealed record EmailToSend(Delivery Delivery, Subscription Subscription, IReadOnlyList<Alert> Alerts, string? Notice = null);
