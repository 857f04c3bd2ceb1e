using Alerts.Core.Subscriptions;
using Alerts.Web.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Alerts.Web.Access;

/// <summary>Limits sign-ups per network address and per network, for page and API together, and answers them alike.</summary>
internal sealed class SignUpGate(IRateLimiter limiter, IOptionsMonitor<ApiOptions> options)
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <returns>Null where the caller may go on; else how long to wait.</returns>
    public async Task<TimeSpan?> WaitAsync(HttpContext context)
    {
        var limits = options.CurrentValue;
        if (ClientAddress.Of(context, limits.ClientAddressHeader) is not { } address)
        {
            return null;
        }

        return await limiter.TakeAsync("sign-up/" + address, limits.SignUpsPerAddress, Window, context.RequestAborted)
            ?? await limiter.TakeAsync("sign-up/net/" + ClientAddress.NetworkOf(address), limits.SignUpsPerNetwork, Window, context.RequestAborted);
    }

    /// <summary>
    /// An address that is new takes two requests to storage more than one that is known, and a stranger has a clock: so all are answered
    /// after the same time.
    /// </summary>
    public async Task<T> AlikeAsync<T>(Task<T> signUp)
    {
        var least = Task.Delay(options.CurrentValue.SignUpMilliseconds);
        try
        {
            return await signUp;
        }
        finally
        {
            await least;
        }
    }

    public string? AddressOf(HttpContext context) => ClientAddress.Of(context, options.CurrentValue.ClientAddressHeader)?.ToString();
}
