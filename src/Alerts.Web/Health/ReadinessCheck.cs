namespace Alerts.Web.Health;

/// <param name="Detail">What was found, in words.</param>
public sealed record ReadinessCheck(string Name, bool Ok, string Detail);
