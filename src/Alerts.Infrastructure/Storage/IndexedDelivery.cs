using Alerts.Core.Delivery;

namespace Alerts.Infrastructure.Storage;

/// <param name="CreatedTicks">Where the delivery says otherwise, the index row is left over from a repeated call.</param>
internal sealed record IndexedDelivery(DeliveryId Id, long CreatedTicks);
