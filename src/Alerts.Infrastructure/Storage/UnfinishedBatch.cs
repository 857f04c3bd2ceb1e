using Alerts.Core.Delivery;
using Azure.Data.Tables;

namespace Alerts.Infrastructure.Storage;

/// <param name="Row">As it was read: it is changed or deleted only if nobody has written it since.</param>
/// <param name="DueAt">No later than any of its unfinished deliveries says itself.</param>
internal sealed record UnfinishedBatch(TableEntity Row, IReadOnlyList<DeliveryId> Ids, DateTimeOffset DueAt);
