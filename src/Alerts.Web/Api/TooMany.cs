using System.Globalization;
using Alerts.Web.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Alerts.Web.Api;

internal static class TooMany
{
    public static ProblemHttpResult Of(HttpContext context, TimeSpan wait)
    {
        var seconds = Math.Ceiling(wait.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
        context.Response.Headers.RetryAfter = seconds;
        return Problem.Of(ProblemKinds.TooManyRequests, $"Too many sign-ups from your network. Try again in {seconds} seconds.");
    }
}
