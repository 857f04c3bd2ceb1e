using System.Text;
using Alerts.Core.Delivery;
using Alerts.Core.Delivery.Webhooks;
using Alerts.Core.Sources.Guarding;
using Alerts.Infrastructure.Fetching;
using Microsoft.Extensions.Logging;

namespace Alerts.Infrastructure.Webhooks;

/// <summary>
/// Calls an endpoint once, through the guard, and judges the answer. Redirects are not followed: a signed body goes where its owner
/// said, or nowhere.
/// </summary>
internal sealed partial class HttpWebhookSender(HttpClient client, WebhookRequests requests, AllowedHosts allowedHosts, TimeProvider time, ILogger<HttpWebhookSender> logger)
    : IWebhookSender
{
    /// <summary>Of the answer, kept in the delivery's log.</summary>
    private const int DetailBytes = 1_024;

    /// <summary>For connecting, sending and the beginning of the answer. Who needs longer should answer first and work then.</summary>
    public static TimeSpan Timeout { get; } = TimeSpan.FromSeconds(15);

    public async Task<SendOutcome> SendAsync(WebhookToSend item, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (!Uri.TryCreate(item.Subscription.Channel.Target, UriKind.Absolute, out var url))
            return new SendOutcome.Refused("the endpoint's address is none");
        if (url.Scheme != Uri.UriSchemeHttps && !allowedHosts.Contains(url.Host, url.Port))
            return new SendOutcome.Refused("the endpoint must be https");

        using var request = requests.Of(item, url, time.GetUtcNow());
        using var limit = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var body = await BeginningAsync(response, either.Token);
            return WebhookAnswers.Judge((int)response.StatusCode, RetryAfter(response), body);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return new SendOutcome.RetryLater($"no answer within {Timeout.TotalSeconds:0} seconds", Slows: true);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new SendOutcome.RetryLater("stopped before an answer came");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return Judge(e, item.Delivery.Id);
        }
    }

    private SendOutcome Judge(Exception e, DeliveryId delivery)
    {
        Log.Failed(logger, delivery.ContentId, e);
        return AddressRefusedException.ReasonIn(e) is { } reason ? new SendOutcome.Refused(reason) : new SendOutcome.RetryLater(SafeText.Line(e.GetBaseException().Message, 300));
    }

    private static async Task<string> BeginningAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var bytes = new byte[DetailBytes];
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            var length = await stream.ReadAtLeastAsync(bytes, DetailBytes, throwOnEndOfStream: false, cancellationToken);
            return Encoding.UTF8.GetString(bytes.AsSpan(0, length));
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            // The status has come: that is the answer, whatever became of its body.
            return "";
        }
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter is { } after
        ? after.Delta ?? (after.Date is { } date ? date - time.GetUtcNow() : null)
        : null;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "The call of a webhook with {ContentId} failed")]
        public static partial void Failed(ILogger logger, string contentId, Exception exception);
    }
}
