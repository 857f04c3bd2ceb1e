using Alerts.Core.Delivery.Operating;
using Alerts.Core.Messaging;
using Alerts.Core.Subscriptions;

namespace Alerts.Core.Delivery;

public sealed class SendEmail(DeliveryClaims claims, MailQuota quota, IEmailSender sender, DeliveryRecorder recorder, TimeProvider time) : IMessageHandler<EmailMessage>
{
    public async Task HandleAsync(EmailMessage message, CancellationToken cancellationToken)
    {
        var claimed = await quota.AdmitAsync(await claims.ClaimAsync(ChannelKind.Email, message.DeliveryIds, cancellationToken), cancellationToken);
        if (claimed.Count == 0)
        {
            return;
        }

        var started = time.GetTimestamp();
        var outcomes = await sender.SendAsync(
            [.. claimed.Select(item => new EmailToSend(item.Delivery, item.Subscription, item.Alerts))], cancellationToken);
        var took = time.GetElapsedTime(started) / claimed.Count;

        // What was sent is recorded even when the host is asked to stop.
        await recorder.RecordAsync([.. claimed.Zip(outcomes, (item, outcome) => (item.Delivery, outcome, took))], CancellationToken.None);
    }
}
