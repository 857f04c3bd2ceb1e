namespace Alerts.Core.Delivery;

/// <summary>Sends a delivery again that has come to its end, on an operator's word.</summary>
public sealed class Resending(IDeliveryStore deliveries, DeliveryDispatch dispatch, TimeProvider time)
{
    /// <returns>The delivery, due again; null where it is still on its way, or changed in the meantime.</returns>
    public async Task<Delivery?> ResendAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        if (!delivery.IsFinal)
        {
            return null;
        }

        var due = delivery with
        {
            State = DeliveryState.Due,
            AttemptCount = 0,
            NextAttemptAt = time.GetUtcNow(),
            SentAt = null,
            Reason = null,
            Owner = null,
            ClaimedUntil = null,
        };
        if ((await deliveries.TryReplaceAsync([due], cancellationToken))[0] is not { } replaced)
        {
            return null;
        }

        await dispatch.CarryAsync([replaced], delay: null, cancellationToken);
        return replaced;
    }
}
