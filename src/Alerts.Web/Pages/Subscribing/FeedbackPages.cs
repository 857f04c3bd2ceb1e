using Alerts.Core.Alerting;
using Alerts.Core.Delivery;
using Alerts.Core.Subscriptions;
using Alerts.Core.Subscriptions.Tokens;
using Alerts.Web.Access;
using Alerts.Web.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Alerts.Web.Pages.Subscribing;

/// <summary>"Not relevant to you?" in every mail. The link asks, its button marks: scanners follow links.</summary>
internal static class FeedbackPages
{
    public static void MapFeedbackPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/preferences/feedback", AskAsync);
        pages.MapPost("/preferences/feedback", MarkAsync);
    }

    private static async Task<IResult> AskAsync(HttpContext context, string? token, string? alert, OwnerCheck owners, IAlertStore alerts)
    {
        var owner = await owners.FindAsync(TokenPurpose.Preferences, token, context.RequestAborted);
        if (owner is not Owner.Of { Subscription: var subscription })
        {
            return OwnerPages.Refuse(owner, "mark an alert");
        }

        return await alerts.GetAsync([alert ?? ""], context.RequestAborted) is [var told] && (told.OwnerId is null || told.OwnerId == subscription.Subscriber)
            ? Page.Of<FeedbackPage>(new() { [nameof(FeedbackPage.Alert)] = told, [nameof(FeedbackPage.Token)] = token })
            : new ProblemAnswer(Problem.NotFound("alert", alert ?? "").ProblemDetails);
    }

    private static async Task<IResult> MarkAsync(HttpContext context, OwnerCheck owners, Feedback feedback)
    {
        var form = await FormReader.ReadAsync(context);
        var (token, alert) = (form["token"].ToString(), form["alert"].ToString());
        var owner = await owners.FindAsync(TokenPurpose.Preferences, token, context.RequestAborted);
        // A mark made in a further mailbox counts for all channels of its subscriber.
        if (owner is not Owner.Of { Subscription.Subscriber: var id })
        {
            return OwnerPages.Refuse(owner, "mark an alert");
        }

        var outcome = form["action"] == "undo" ? await feedback.UndoAsync(id, alert, context.RequestAborted) : await feedback.MarkAsync(id, alert, context.RequestAborted);
        return outcome is MembershipOutcome.Unknown
            ? new ProblemAnswer(Problem.NotFound("alert", alert).ProblemDetails)
            : new SeeOther($"/preferences?token={Uri.EscapeDataString(token)}&saved=1#marked");
    }
}
