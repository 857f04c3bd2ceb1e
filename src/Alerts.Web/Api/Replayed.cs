namespace Alerts.Web.Api;

/// <param name="Count">Messages that went back to their queues.</param>
public sealed record Replayed(int Count);
