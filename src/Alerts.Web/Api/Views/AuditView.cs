using Alerts.Core.Auditing;

namespace Alerts.Web.Api.Views;

public sealed record AuditView(long Number, DateTimeOffset At, string Actor, string Action, string Target, string? Detail, string PreviousHash, string Hash)
{
    public static AuditView Of(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var act = entry.Act;
        return new(entry.Number, entry.At, act.Actor, act.Action, act.Target, act.Detail.Length > 0 ? act.Detail : null, entry.PreviousHash, entry.Hash);
    }
}
