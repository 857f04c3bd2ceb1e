namespace Alerts.Web.Api;

public sealed record StatementVerified(bool Genuine);
