namespace Alerts.Core.Delivery.Endpoints;

/// <param name="Due">Alerts of that time that the endpoint's preferences ask for.</param>
/// <param name="Arrived">Of these, those that it has accepted, or that are still on their way; left out unless all are wanted.</param>
/// <param name="Sent">Deliveries that are on their way because of this request; 0 for a repeated request.</param>
/// <param name="Earlier">Deliveries that a request of the same key made before.</param>
public sealed record ReplayOutcome(int Due, int Arrived, int Sent, int Earlier);
