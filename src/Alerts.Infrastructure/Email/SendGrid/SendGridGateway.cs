using System.Globalization;
using System.Net.Http.Headers;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace Alerts.Infrastructure.Email.SendGrid;

/// <summary>One call of the provider's API.</summary>
internal sealed class SendGridGateway : IDisposable
{
    /// <summary>When a call is welcome again, in seconds since 1970: what the API sends with 429 where others send Retry-After.</summary>
    private const string ResetHeader = "X-RateLimit-Reset";

    private readonly HttpClient http;
    private readonly TimeProvider time;
    private readonly SendGridClient client;

    public SendGridGateway(SendGridOptions options, TimeProvider time)
    {
        this.time = time;
        http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false }) { Timeout = options.Timeout };
        client = new SendGridClient(http, new SendGridClientOptions
        {
            // The package refuses to be made without a key, though no call is made where another mode is chosen.
            ApiKey = options.ApiKey.Length > 0 ? options.ApiKey : "none",
            Host = options.BaseUrl.AbsoluteUri.TrimEnd('/'),
        });
    }

    public async Task<SendGridAnswer> SendAsync(SendGridMessage message, CancellationToken cancellationToken)
    {
        var response = await client.SendEmailAsync(message, cancellationToken);
        using var content = response.Body;
        return new SendGridAnswer(
            (int)response.StatusCode,
            await content.ReadAsStringAsync(cancellationToken),
            response.Headers.TryGetValues("X-Message-Id", out var ids) ? ids.FirstOrDefault() : null,
            response.Headers.RetryAfter?.Delta ?? UntilReset(response.Headers));
    }

    private TimeSpan? UntilReset(HttpResponseHeaders headers) =>
        headers.TryGetValues(ResetHeader, out var values) && long.TryParse(values.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
        && DateTimeOffset.FromUnixTimeSeconds(seconds) - time.GetUtcNow() is { Ticks: > 0 } left
            ? left
            : null;

    public void Dispose() => http.Dispose();
}
