using System.Globalization;
using Alerts.Core.Sources;
using Microsoft.AspNetCore.WebUtilities;

namespace Alerts.Infrastructure.Fetching;

/// <summary>What a status other than 200 and 304 means.</summary>
internal static class StatusFailure
{
    public static FetchOutcome.Failed Describe(HttpResponseMessage response, DateTimeOffset now)
    {
        var status = (int)response.StatusCode;
        var retryAfter = ResponseHints.RetryAfter(response, now);
        var phrase = ReasonPhrases.GetReasonPhrase(status);
        var answered = phrase.Length == 0 ? $"answered {status}" : $"answered {status} ({phrase})";
        if (IsChallenge(response))
        {
            return new(FetchFailure.Forbidden, $"{answered}: a check for bots", status, retryAfter);
        }

        if (retryAfter is { } wait)
        {
            answered += string.Create(CultureInfo.InvariantCulture, $", asks for {wait.TotalSeconds:0} s");
        }

        return new(FailureOf(status), answered, status, retryAfter);
    }

    private static FetchFailure FailureOf(int status) => status switch
    {
        410 => FetchFailure.Gone,
        429 or 503 => FetchFailure.Throttled,
        401 or 403 or 407 or 451 => FetchFailure.Forbidden,
        _ => FetchFailure.HttpError,
    };

    private static bool IsChallenge(HttpResponseMessage response) =>
        response.Headers.TryGetValues("cf-mitigated", out var values) && values.Contains("challenge", StringComparer.OrdinalIgnoreCase);
}
