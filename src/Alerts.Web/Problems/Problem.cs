using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Alerts.Web.Problems;

/// <summary>A problem as an answer: RFC 9457.</summary>
public static class Problem
{
    public static ProblemHttpResult Of(ProblemKind kind, string detail, IReadOnlyDictionary<string, string[]>? errors = null) => TypedResults.Problem(Details(kind, detail, errors));

    public static ProblemHttpResult NotFound(string what, string id) => Of(ProblemKinds.NotFound, $"There is no {what} \"{id}\".");

    public static ProblemDetails Details(ProblemKind kind, string detail, IReadOnlyDictionary<string, string[]>? errors = null)
    {
        var details = new ProblemDetails { Type = kind.Type, Title = kind.Title, Status = kind.Status, Detail = detail };
        if (errors is { Count: > 0 })
        {
            details.Extensions["errors"] = errors;
        }

        return details;
    }
}
