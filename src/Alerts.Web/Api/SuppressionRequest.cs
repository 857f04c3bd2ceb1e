namespace Alerts.Web.Api;

public sealed record SuppressionRequest(string? Email, string? Reason);
