using Alerts.Core.Delivery.Endpoints;
using Alerts.Core.Messaging;
using Alerts.Core.Subscriptions;

namespace Alerts.Core.Delivery;

/// <summary>
/// Calls endpoints side by side, each recorded by itself. Several calls of one endpoint go a few at a time, and those that it is too
/// slow for are put off, so that it delays nobody else.
/// </summary>
public sealed class CallWebhook(
    DeliveryClaims claims, IWebhookSender sender, EndpointGates gates, EndpointKeeper endpoints, DeliveryRecorder recorder, TimeProvider time) : IMessageHandler<WebhookMessage>
{
    private const int EndpointsAtOnce = 32;

    /// <summary>How long a call waits whose endpoint is busy with others.</summary>
    private static readonly TimeSpan WhileBusy = TimeSpan.FromSeconds(15);

    public async Task HandleAsync(WebhookMessage message, CancellationToken cancellationToken)
    {
        var within = SendingTime.Of(time.GetUtcNow());
        var claimed = await claims.ClaimAsync(ChannelKind.Webhook, message.DeliveryIds, cancellationToken);
        await Parallel.ForEachAsync(
            claimed.GroupBy(item => item.Subscription.Id),
            new ParallelOptions { MaxDegreeOfParallelism = EndpointsAtOnce },
            (calls, _) => CallAsync([.. calls.OrderBy(item => item.Delivery.CreatedAt)], within, cancellationToken));
    }

    /// <summary>The calls of one endpoint, oldest first, until it shows that it is too slow.</summary>
    private async ValueTask CallAsync(List<ClaimedDelivery> calls, SendingTime within, CancellationToken cancellationToken)
    {
        var slow = false;
        var putOff = new System.Collections.Concurrent.ConcurrentBag<ClaimedDelivery>();
        await Parallel.ForEachAsync(
            calls,
            new ParallelOptions { MaxDegreeOfParallelism = EndpointGates.CallsAtOnce },
            async (call, _) =>
            {
                if (Volatile.Read(ref slow) || time.GetUtcNow() >= within.BeginUntil || !gates.TryEnter(call.Subscription.Id))
                {
                    putOff.Add(call);
                    return;
                }

                try
                {
                    if (await CallAsync(call, cancellationToken) is SendOutcome.RetryLater { Slows: true })
                    {
                        Volatile.Write(ref slow, true);
                    }
                }
                finally
                {
                    gates.Leave(call.Subscription.Id);
                }
            });
        await claims.PutOffAsync([.. putOff], time.GetUtcNow() + (slow ? EndpointRules.Breather : WhileBusy), "the endpoint is busy with other calls", CancellationToken.None);
    }

    private async Task<SendOutcome> CallAsync(ClaimedDelivery call, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var outcome = await sender.SendAsync(new WebhookToSend(call.Delivery, call.Subscription, call.Alerts), cancellationToken);
        await endpoints.JudgeAsync(call.Subscription, outcome, call.Delivery.AttemptCount, CancellationToken.None);
        await recorder.RecordAsync([(call.Delivery, outcome, time.GetElapsedTime(started))], CancellationToken.None);
        return outcome;
    }
}
