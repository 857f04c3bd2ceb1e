using Alerts.Core.Alerting;
using Alerts.Core.Subscriptions;

namespace Alerts.Core.Delivery;

/// <summary>One email channel: SMTP, SendGrid or the local outbox. Composes, sends to one recipient a message, and judges the answer.</summary>
public interface IEmailSender
{
    /// <returns>One outcome per item, in order. Never throws for what a server or an address does.</returns>
    Task<IReadOnlyList<SendOutcome>> SendAsync(IReadOnlyList<EmailToSend> items, CancellationToken cancellationToken);

    /// <summary>The same, telling each outcome as soon as it is known: what is written down at once is not repeated after a crash.</summary>
    async Task SendAsync(
        IReadOnlyList<EmailToSend> items, Func<IReadOnlyList<(EmailToSend Item, SendOutcome Outcome)>, Task> known, CancellationToken cancellationToken) =>
        await known([.. items.Zip(await SendAsync(items, cancellationToken))]);
}

/// <param name="Alerts">One for an alert, several for a digest, none for a confirmation or notice.</param>
/// <param name="Notice">For a notice: what happened, in words.</param>
public sealed record EmailToSend(Delivery Delivery, Subscription Subscription, IReadOnlyList<Alert> Alerts, string? Notice = null);
