namespace Alerts.Web.Api;

/// <summary>A statement and its signature, as a mail or this API gave them.</summary>
public sealed record StatementToVerify(string Statement, string Signature);
