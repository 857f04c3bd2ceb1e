namespace Alerts.Web.Api;

/// <param name="Queue">Null for all queues.</param>
/// <param name="MessageId">Null for all messages.</param>
/// <param name="Since">Dead since then; null for all times.</param>
/// <param name="Until">Dead before then.</param>
public sealed record ReplayRequest(string? Queue = null, string? MessageId = null, DateTimeOffset? Since = null, DateTimeOffset? Until = null);
