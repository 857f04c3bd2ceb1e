namespace Alerts.Web.Api;

/// <param name="Queue">Null for all queues.</param>
/// <param name="MessageId">Null for all messages.</param>
public sealed record ReplayRequest(string? Queue = null, string? MessageId = null);
