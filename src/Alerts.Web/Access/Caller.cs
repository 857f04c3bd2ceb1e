using Alerts.Core.Subscriptions;
using Microsoft.AspNetCore.Http;

namespace Alerts.Web.Access;

/// <summary>Who calls the API, once the key was checked.</summary>
/// <param name="Id">Of the key; "admin" for the one of the configuration.</param>
public sealed record Caller(string Id, string Name, IReadOnlyList<ApiScope> Scopes)
{
    public static Caller Nobody { get; } = new("", "nobody", []);

    /// <summary>Administrators may do everything.</summary>
    public bool May(ApiScope scope) => Scopes.Contains(scope) || Scopes.Contains(ApiScope.Admin);

    public static ValueTask<Caller?> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ValueTask.FromResult<Caller?>(context.Features.Get<Caller>() ?? Nobody);
    }
}
