namespace Alerts.Web.Pages.Inbox;

/// <summary>The mails that a local host wrote to files instead of sending them.</summary>
public interface IOutbox
{
    /// <summary>Newest first.</summary>
    IReadOnlyList<OutboxMail> List(int take);

    /// <returns>Null where there is no such mail.</returns>
    Stream? Open(string id);
}
