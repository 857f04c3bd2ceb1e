namespace Alerts.Infrastructure.Fetching;

/// <summary>What an answer's headers say about time.</summary>
internal static class ResponseHints
{
    /// <summary>Both forms: seconds, and a date.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response, DateTimeOffset now)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date is { } date ? date - now : null);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    /// <summary>Null where the answer does not say, zero where it says not at all.</summary>
    public static TimeSpan? FreshFor(HttpResponseMessage response, DateTimeOffset now)
    {
        var cache = response.Headers.CacheControl;
        if (cache is { NoCache: true } or { NoStore: true })
        {
            return TimeSpan.Zero;
        }

        var age = response.Headers.Age ?? TimeSpan.Zero;
        var lifetime = cache?.MaxAge ?? (Expires(response) is { } expires ? expires - (response.Headers.Date ?? now) : null);
        return lifetime is not { } total ? null : total > age ? total - age : TimeSpan.Zero;
    }

    /// <summary>An invalid date, "0" above all, means expired.</summary>
    private static DateTimeOffset? Expires(HttpResponseMessage response) =>
        response.Content.Headers.Expires ?? (response.Content.Headers.TryGetValues("Expires", out var raw) && raw.Any() ? DateTimeOffset.MinValue : null);
}
