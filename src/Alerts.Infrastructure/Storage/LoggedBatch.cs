using Alerts.Core.Delivery;

namespace Alerts.Infrastructure.Storage;

/// <param name="Row">Where it stands in the log.</param>
/// <param name="CreatedTicks">Deliveries that say otherwise are logged elsewhere too.</param>
internal sealed record LoggedBatch(RowKey Row, IReadOnlyList<DeliveryId> Ids, long CreatedTicks);
