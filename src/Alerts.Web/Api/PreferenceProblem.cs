using Alerts.Core.Subscriptions;
using Alerts.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Alerts.Web.Api;

internal static class PreferenceProblem
{
    public static ProblemHttpResult Of(IReadOnlyList<PreferenceError> errors)
    {
        var fields = new FieldErrors();
        foreach (var error in errors)
        {
            fields.Add(error.Field, error.Message);
        }

        return fields.ToProblem();
    }
}
