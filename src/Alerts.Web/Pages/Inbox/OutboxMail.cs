namespace Alerts.Web.Pages.Inbox;

/// <param name="Id">The file's name without its ending.</param>
public sealed record OutboxMail(string Id, DateTimeOffset WrittenAt);
