namespace Alerts.Core.Auditing;

/// <summary>An administrative act, done.</summary>
/// <param name="Actor">Who: <c>key:ID NAME</c>, <c>command line:USER</c>, or the part of the system that acted by itself.</param>
/// <param name="Action">The API's name of the operation, such as <c>createKey</c>; the command line uses the same.</param>
/// <param name="Target">What was acted on, as an id or an address of the API. Never a secret, never an email address.</param>
/// <param name="Detail">What an auditor needs besides.</param>
public sealed record AuditAct(string Actor, string Action, string Target, string Detail = "");
