using System.Collections.Concurrent;
using Alerts.Core.Delivery.Operating;
using Alerts.Core.Messaging;
using Alerts.Core.Subscriptions;

namespace Alerts.Core.Delivery;

/// <summary>
/// Claims some, sends them, records each, and goes on. What a claim leaves no time for is given back and goes with a message of its own: a
/// slow mail server makes more claims, not longer ones.
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
        var within = SendingTime.Of(time.GetUtcNow());
        var claimed = await AdmitAsync(await claims.ClaimAsync(ChannelKind.Email, ids, cancellationToken), cancellationToken);
        if (claimed.Count == 0)
        {
            return;
        }

        var begun = new ConcurrentDictionary<DeliveryId, bool>();
        await sender.SendAsync(
            [.. claimed.Select(item => new EmailToSend(item.Delivery, item.Subscription, item.Alerts))],
            within,
            async known =>
            {
                foreach (var sent in known)
                {
                    begun[sent.Item.Delivery.Id] = true;
                }

                // What was sent is recorded even when the host is asked to stop.
                await recorder.RecordAsync([.. known.Select(sent => (sent.Item.Delivery, sent.Outcome, sent.Took))], CancellationToken.None);
            },
            cancellationToken);
        var left = claimed.Where(item => !begun.ContainsKey(item.Delivery.Id)).ToList();
        await claims.PutOffAsync(left, time.GetUtcNow(), "the mail server took its time with others", CancellationToken.None);
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
