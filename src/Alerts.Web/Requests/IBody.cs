using Microsoft.AspNetCore.Http.HttpResults;

namespace Alerts.Web.Requests;

internal interface IBody
{
    /// <summary>Why the body cannot be taken; null where it can.</summary>
    ProblemHttpResult? Problem { get; }
}
