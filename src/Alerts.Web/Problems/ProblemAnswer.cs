using Alerts.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Alerts.Web.Problems;

/// <summary>A problem in the form that was asked for: a page for a browser, problem+json for everything else.</summary>
internal sealed class ProblemAnswer(ProblemDetails details) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => WantsPage(httpContext.Request)
        ? Page.Of<ProblemPage>(new() { [nameof(ProblemPage.Details)] = details }, details.Status ?? 500).ExecuteAsync(httpContext)
        : TypedResults.Problem(details).ExecuteAsync(httpContext);

    private static bool WantsPage(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
