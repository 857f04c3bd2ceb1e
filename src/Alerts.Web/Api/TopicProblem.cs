using Alerts.Core.Hits.Trials;
using Alerts.Core.Matching.Topics;
using Alerts.Web.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Alerts.Web.Api;

/// <summary>What is wrong with a topic, with the place in its text.</summary>
internal static class TopicProblem
{
    public static ProblemHttpResult Of(IReadOnlyList<TopicError> errors)
    {
        var details = Problem.Details(ProblemKinds.InvalidTopic, $"{errors[0]}.", new Dictionary<string, string[]> { ["text"] = [.. errors.Select(error => error.ToString())] });
        details.Extensions["topicErrors"] = errors.Select(error => new TopicErrorView(error.Position.Line, error.Position.Column, error.Message, error.Expected)).ToArray();
        return TypedResults.Problem(details);
    }

    public static ProblemHttpResult? OfDays(int? days) =>
        days is < 1 or > TrialLimits.MaxDays ? new FieldErrors().Add("days", $"must be from 1 to {TrialLimits.MaxDays}").ToProblem() : null;
}

/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 code units.</param>
public sealed record TopicErrorView(int Line, int Column, string Message, string? Expected);
