using Microsoft.AspNetCore.Http;

namespace Alerts.Web.Auditing;

/// <summary>What an endpoint adds to its entry in the audit log.</summary>
internal sealed record AuditNote(string Text)
{
    public static void Add(HttpContext context, string text) => context.Features.Set(new AuditNote(text));
}
