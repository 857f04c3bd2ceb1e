using Alerts.Core.Delivery;
using Alerts.Core.Subscriptions;
using Alerts.Core.Subscriptions.Tokens;
using Alerts.Web.Access;
using Alerts.Web.Api;
using Alerts.Web.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Alerts.Web.Pages.Subscribing;

/// <summary>Adds and removes a subscriber's webhooks and further mailboxes from the preference page.</summary>
internal static class ChannelPages
{
    public static void MapChannelPages(this IEndpointRouteBuilder pages) => pages.MapPost("/preferences/channels", ChangeAsync);

    private static async Task<IResult> ChangeAsync(HttpContext context, OwnerCheck owners, Channels channels, SignUps signUps, SignUpGate gate, WebhookRequestRules rules)
    {
        var form = await FormReader.ReadAsync(context);
        var (token, stop) = (form["token"].ToString(), context.RequestAborted);
        var owner = await owners.FindAsync(TokenPurpose.Preferences, token, stop);
        if (owner is not Owner.Of { Subscription.Id: var id })
        {
            return OwnerPages.Refuse(owner, "change channels");
        }

        var back = new SeeOther($"/preferences?token={Uri.EscapeDataString(token)}&saved=1#channels");
        var cadence = Enum.TryParse<Cadence>(form["cadence"], out var chosen) && Enum.IsDefined(chosen) ? chosen : Cadence.Immediate;
        switch (form["action"].ToString())
        {
            case "remove":
                await channels.RemoveAsync(id, form["channel"].ToString(), stop);
                return back;

            case "pace":
                await channels.PaceAsync(id, form["channel"].ToString(), cadence, stop);
                return back;

            case "mailbox":
                return await gate.WaitAsync(context) is { } wait
                    ? new ProblemAnswer(TooMany.Of(context, wait).ProblemDetails)
                    : Answer(await gate.AlikeAsync(signUps.AddAddressAsync(id, form["email"].ToString(), cadence, gate.AddressOf(context), stop)), token, secret: null);
        }

        var secret = WebhookSecrets.Create();
        var format = Enum.TryParse<WebhookFormat>(form["format"], out var named) && Enum.IsDefined(named) ? named : WebhookFormat.Standard;
        var (endpoint, problem) = rules.Create(new WebhookBody { Url = form["url"].ToString().Trim(), Format = format }, secret, []);
        if (problem is not null)
        {
            return new ProblemAnswer(problem.ProblemDetails);
        }

        return Answer(await channels.AddAsync(id, endpoint! with { Cadence = cadence }, stop), token, secret);
    }

    private static IResult Answer(ChannelOutcome outcome, string token, string? secret) => outcome switch
    {
        ChannelOutcome.Added { Subscription: var added } => Done(token, "The webhook is told too", $"Alerts go to {added.Channel.Target} as well.", $"Its signing secret, shown only now: {secret}"),
        ChannelOutcome.Asked => Done(
            token, "Check that mailbox", "If the address can be mailed, a message with a link is on its way there. Once its button was pressed, alerts go there too. An address that has a subscription of its own keeps it."),
        ChannelOutcome.Refused { Why: var why } => new ProblemAnswer(Problem.Of(ProblemKinds.NotPossible, why).ProblemDetails),
        _ => throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}."),
    };

    private static Page Done(string token, string title, params string[] paragraphs) => Page.Of<MessagePage>(new()
    {
        [nameof(MessagePage.Title)] = title,
        [nameof(MessagePage.Tone)] = "good",
        [nameof(MessagePage.Paragraphs)] = paragraphs,
        [nameof(MessagePage.ActionUrl)] = $"/preferences?token={Uri.EscapeDataString(token)}",
        [nameof(MessagePage.ActionText)] = "Back to your preferences",
    });
}
