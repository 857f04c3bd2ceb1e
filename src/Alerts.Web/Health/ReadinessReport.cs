namespace Alerts.Web.Health;

/// <param name="Status">"ready" or "not ready".</param>
public sealed record ReadinessReport(string Status, IReadOnlyList<ReadinessCheck> Checks);
