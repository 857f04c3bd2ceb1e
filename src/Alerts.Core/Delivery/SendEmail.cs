using Alerts.Core.Delivery.Operating;
using Alerts.Core.Messaging;
using Alerts.Core.Subscriptions;

namespace Alerts.Core.Delivery;

/// <summary>
/// Claims some, sends them, records them, and goes on: what a claim holds at once is sent well within its time, however many
/// deliveries the message carries.
/// </summary>
public sealed class SendEmail(DeliveryClaims claims, MailQuota quota, IEmailSender sender, DeliveryRecorder recorder, TimeProvider time) : IMessageHandler<EmailMessage>
{
    private const int ClaimedAtOnce = 100;

    public async Task HandleAsync(EmailMessage message, CancellationToken cancellationToken)
    {
        foreach (var ids in message.DeliveryIds.Chunk(ClaimedAtOnce))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await SendAsync(ids, cancellationToken);
        }
    }

    private async Task SendAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var claimed = await AdmitAsync(await claims.ClaimAsync(ChannelKind.Email, ids, cancellationToken), cancellationToken);
        if (claimed.Count == 0)
        {
            return;
        }

        var started = time.GetTimestamp();
        await sender.SendAsync(
            [.. claimed.Select(item => new EmailToSend(item.Delivery, item.Subscription, item.Alerts))],
            async known =>
            {
                var took = time.GetElapsedTime(started) / known.Count;
                started = time.GetTimestamp();

                // What was sent is recorded even when the host is asked to stop.
                await recorder.RecordAsync([.. known.Select(sent => (sent.Item.Delivery, sent.Outcome, took))], CancellationToken.None);
            },
            cancellationToken);
    }

    private async Task<IReadOnlyList<ClaimedDelivery>> AdmitAsync(IReadOnlyList<ClaimedDelivery> claimed, CancellationToken cancellationToken)
    {
        try
        {
            return await quota.AdmitAsync(claimed, cancellationToken);
        }
        catch
        {
            claims.Abandon(claimed.Select(item => item.Delivery));
            throw;
        }
    }
}
