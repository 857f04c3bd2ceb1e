namespace Alerts.Core.Delivery.Webhooks;

/// <summary>What an endpoint's answer means, as the Standard Webhooks specification has it.</summary>
public static class WebhookAnswers
{
    private const int DetailLength = 1_024;

    /// <param name="retryAfter">What the answer asked for; listened to where the status says "slower".</param>
    /// <param name="body">The beginning of the answer's body.</param>
    public static SendOutcome Judge(int status, TimeSpan? retryAfter, string body)
    {
        var said = SafeText.Line(body, DetailLength);
        var detail = said.Length > 0 ? $"{status}: {said}" : $"{status}";
        return status switch
        {
            >= 200 and < 300 => new SendOutcome.Delivered(ProviderId: null, status, detail),
            >= 300 and < 400 => new SendOutcome.RetryLater($"{detail} (redirects are not followed)", After: null, status),
            410 => new SendOutcome.EndpointGone(detail, status),
            429 or 502 or 503 or 504 => new SendOutcome.RetryLater(detail, retryAfter, status, Slows: true),
            _ => new SendOutcome.RetryLater(detail, After: null, status),
        };
    }
}
