namespace Alerts.Web.Api;

/// <param name="Detail">The same whether the address is known or not.</param>
public sealed record SignUpAccepted(string Detail);
