namespace Alerts.Web.Api;

/// <param name="Reason">Shown wherever it is told that the channel is paused.</param>
public sealed record PauseRequest(string? Reason);
