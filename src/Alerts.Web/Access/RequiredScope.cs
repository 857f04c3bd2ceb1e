using Alerts.Core.Subscriptions;

namespace Alerts.Web.Access;

/// <summary>What a key must allow for an endpoint to be reached.</summary>
/// <param name="OpenWhereReadIsPublic">No key is needed where <see cref="ApiOptions.PublicRead"/> is set.</param>
/// <param name="TakesSignature">A Standard Webhooks signature does instead of a key.</param>
/// <param name="OrOwner">The preference token of the subscription named in the address does instead of a key.</param>
/// <param name="OpenWhereMetricsArePublic">No key is needed where <see cref="ApiOptions.PublicMetrics"/> is set.</param>
internal sealed record RequiredScope(
    ApiScope Scope, bool OpenWhereReadIsPublic = false, bool TakesSignature = false, bool OrOwner = false, bool OpenWhereMetricsArePublic = false);
