namespace Alerts.Web.Health;

public sealed record HealthReport(string Status);
