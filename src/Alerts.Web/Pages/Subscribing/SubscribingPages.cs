using Alerts.Core.Delivery;
using Alerts.Core.Matching;
using Alerts.Core.Subscriptions;
using Alerts.Core.Subscriptions.Tokens;
using Alerts.Web.Access;
using Alerts.Web.Api;
using Alerts.Web.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Alerts.Web.Pages.Subscribing;

/// <summary>
/// Signing up and confirming. A GET never changes anything: scanners of mail follow every link, so the link leads to a page and only
/// its button acts.
/// </summary>
internal static class SubscribingPages
{
    private static readonly string[] WhatToDo =
    [
        "If the address can be mailed, a message with a link is on its way. Open the link and press the button there; until then nothing else is sent.",
        "Nothing after a few minutes? Look into the spam folder, then sign up again. An address gets one such message in a quarter of an hour at most.",
    ];

    public static void MapSubscribing(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/subscribe", (ITopicCatalog topics) => Form("", Fresh(topics), topics, []));
        pages.MapPost("/subscribe", SignUpAsync);
        pages.MapGet("/subscribe/check-mail", CheckMail);
        pages.MapGet("/confirm", AskAsync);
        pages.MapPost("/confirm", ConfirmAsync);
    }

    private static async Task<IResult> SignUpAsync(HttpContext context, SignUps signUps, SignUpGate gate, ITopicCatalog topics)
    {
        var form = await FormReader.ReadAsync(context);
        var (email, wishes) = (form["email"].ToString(), PreferenceForm.Read(form));
        if (await gate.WaitAsync(context) is { } wait)
        {
            return new ProblemAnswer(TooMany.Of(context, wait).ProblemDetails);
        }

        var errors = new List<PreferenceError>();
        var preferences = wishes.ToPreferences(errors);
        if (errors.Count == 0)
        {
            var request = new SignUpRequest(email, preferences, [.. topics.Topics.Select(topic => topic.Id)], gate.AddressOf(context), "page");
            errors.AddRange(await gate.AlikeAsync(signUps.RequestAsync(request, context.RequestAborted)));
        }

        return errors.Count == 0 ? new SeeOther("/subscribe/check-mail") : Form(email, wishes, topics, errors);
    }

    private static Page CheckMail() => Page.Of<MessagePage>(new()
    {
        [nameof(MessagePage.Title)] = "Check your mail",
        [nameof(MessagePage.Paragraphs)] = WhatToDo,
    });

    private static async Task<IResult> AskAsync(HttpContext context, string? token, OwnerCheck owners) =>
        await owners.FindAsync(TokenPurpose.Confirm, token, context.RequestAborted) switch
        {
            Owner.Of { Subscription: { Status: SubscriptionStatus.Pending } subscription } => Page.Of<AskPage>(new()
            {
                [nameof(AskPage.Title)] = "Confirm your subscription",
                [nameof(AskPage.Paragraphs)] = new[] { $"Alerts will be sent to {subscription.Channel.Target}. If it was not you who signed up, close this page; nothing will be sent." },
                [nameof(AskPage.Action)] = "/confirm",
                [nameof(AskPage.Token)] = token,
                [nameof(AskPage.Button)] = "Yes, subscribe me",
            }),
            Owner.Of { Subscription: { Status: SubscriptionStatus.Active } subscription } => Confirmed(context, subscription, "You are subscribed already"),
            var owner => OwnerPages.Refuse(owner, "confirm the subscription"),
        };

    private static async Task<IResult> ConfirmAsync(HttpContext context, OwnerCheck owners, SignUps signUps, SignUpGate gate)
    {
        var token = (await FormReader.ReadAsync(context))["token"].ToString();
        var owner = await owners.FindAsync(TokenPurpose.Confirm, token, context.RequestAborted);
        if (owner is not Owner.Of { Subscription: var subscription })
        {
            return OwnerPages.Refuse(owner, "confirm the subscription");
        }

        return await signUps.ConfirmAsync(subscription.Id, subscription.Generation, gate.AddressOf(context), context.RequestAborted) switch
        {
            MembershipOutcome.Changed { Subscription: var confirmed } => Confirmed(context, confirmed, "You are subscribed"),
            MembershipOutcome.Unchanged { Subscription: var confirmed } => Confirmed(context, confirmed, "You are subscribed"),
            _ => OwnerPages.Refuse(new Owner.Expired(), "confirm the subscription"),
        };
    }

    private static Page Confirmed(HttpContext context, Subscription subscription, string title) => Page.Of<MessagePage>(new()
    {
        [nameof(MessagePage.Title)] = title,
        [nameof(MessagePage.Tone)] = "good",
        [nameof(MessagePage.Paragraphs)] = new[] { $"Alerts go to {subscription.Channel.Target}. Every mail carries a link to your preferences and a way out." },
        [nameof(MessagePage.ActionUrl)] = "/preferences?token=" + Uri.EscapeDataString(OwnerPages.Tokens(context).Sign(TokenPurpose.Preferences, subscription.Id, subscription.Generation)),
        [nameof(MessagePage.ActionText)] = "Preferences",
    });

    private static PreferenceForm Fresh(ITopicCatalog topics) => new() { Topics = [.. topics.Topics.Select(topic => topic.Id)] };

    private static Page Form(string email, PreferenceForm form, ITopicCatalog topics, List<PreferenceError> errors) => Page.Of<SubscribePage>(
        new()
        {
            [nameof(SubscribePage.Email)] = email,
            [nameof(SubscribePage.Form)] = form,
            [nameof(SubscribePage.Topics)] = topics.Topics,
            [nameof(SubscribePage.Errors)] = errors,
        },
        errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
}
