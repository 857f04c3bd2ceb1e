using Alerts.Core.Delivery;

namespace Alerts.Infrastructure.Storage;

/// <param name="DueAt">No later than the delivery itself says.</param>
internal sealed record UnfinishedDelivery(DeliveryId Id, DateTimeOffset DueAt);
