using System.Text.Json;
using Alerts.Core.Delivery;
using Alerts.Core.Matching;
using Alerts.Core.Matching.Own;
using Alerts.Core.Messaging;
using Alerts.Core.Subscriptions;
using Alerts.Core.Subscriptions.Tokens;
using Alerts.Web.Access;
using Alerts.Web.Api.Views;
using Alerts.Web.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Web.Pages.Subscribing;

/// <summary>What the owner of a subscription reaches by the links of the mails: preferences, leaving, taking out and erasing the data.</summary>
internal static class OwnerPages
{
    public static void MapOwnerPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/preferences", PreferencesAsync);
        pages.MapPost("/preferences", PreferAsync);
        pages.MapGet("/preferences/export", ExportAsync);
        pages.MapGet("/preferences/erase", AskEraseAsync);
        pages.MapPost("/preferences/erase", EraseAsync);
        pages.MapGet("/unsubscribe", AskLeaveAsync);
        pages.MapPost("/unsubscribe", LeaveAsync);
    }

    public static SubscriptionTokens Tokens(HttpContext context) => context.RequestServices.GetRequiredService<SubscriptionTokens>();

    /// <param name="purpose">What the link was to do: goes on after "to".</param>
    public static IResult Refuse(Owner owner, string purpose) => owner is Owner.Expired
        ? Message(ProblemKinds.ExpiredToken.Title, $"This link can no longer be used to {purpose}. Sign up again with the same address, and a new one is sent.", ProblemKinds.ExpiredToken.Status)
        : Message(ProblemKinds.BadToken.Title, $"The link to {purpose} was cut or is not from us. Use the link of the newest mail, whole.", ProblemKinds.BadToken.Status);

    private static async Task<IResult> PreferencesAsync(HttpContext context, string? token, string? saved, OwnerCheck owners, TopicChoices topics, Memberships memberships) =>
        await owners.FindAsync(TokenPurpose.Preferences, token, context.RequestAborted) is var owner && owner is not Owner.Of { Subscription: var subscription } ? Refuse(owner, "change preferences")
            : subscription.IsFurtherMailbox ? Further(context, subscription)
            : Preferences(context, subscription, token!, PreferenceForm.Of(subscription), await topics.OfAsync(subscription, context.RequestAborted), await memberships.LinkedAsync(subscription, context.RequestAborted), [], saved is not null);

    private static async Task<IResult> PreferAsync(HttpContext context, OwnerCheck owners, Memberships memberships, TopicChoices choices)
    {
        var form = await FormReader.ReadAsync(context);
        var (token, wishes) = (form["token"].ToString(), PreferenceForm.Read(form));
        var owner = await owners.FindAsync(TokenPurpose.Preferences, token, context.RequestAborted);
        if (owner is not Owner.Of { Subscription: var subscription })
        {
            return Refuse(owner, "change preferences");
        }

        if (subscription.IsFurtherMailbox)
        {
            return Further(context, subscription);
        }

        var topics = await choices.OfAsync(subscription, context.RequestAborted);
        var linked = await memberships.LinkedAsync(subscription, context.RequestAborted);
        var errors = new List<PreferenceError>();
        var preferences = wishes.ToPreferences(errors);
        if (errors.Count > 0)
        {
            return Preferences(context, subscription, token, wishes, topics, linked, errors, saved: false);
        }

        return await memberships.PreferAsync(subscription.Id, preferences, [.. topics.Select(topic => topic.Id)], context.RequestAborted) switch
        {
            MembershipOutcome.Changed or MembershipOutcome.Unchanged => new SeeOther($"/preferences?token={Uri.EscapeDataString(token)}&saved=1"),
            MembershipOutcome.Invalid { Errors: var wrong } => Preferences(context, subscription, token, wishes, topics, linked, wrong, saved: false),
            _ => Refuse(new Owner.Expired(), "change preferences"),
        };
    }

    private static async Task<IResult> ExportAsync(HttpContext context, string? token, OwnerCheck owners, PersonalData data)
    {
        var owner = await owners.FindAsync(TokenPurpose.Preferences, token, context.RequestAborted);
        if (owner is not Owner.Of { Subscription.Id: var id } || await data.ExportAsync(id, context.RequestAborted) is not { } record)
        {
            return Refuse(owner, "download the data");
        }

        var json = JsonSerializer.SerializeToUtf8Bytes(PersonalDataView.Of(record), MessageJson.Rows);
        return TypedResults.File(json, "application/json", "alerts-my-data.json");
    }

    private static async Task<IResult> AskEraseAsync(HttpContext context, string? token, OwnerCheck owners) =>
        await owners.FindAsync(TokenPurpose.Preferences, token, context.RequestAborted) is var owner && owner is Owner.Of { Subscription: var subscription }
            ? Ask("Erase everything", $"The subscription of {subscription.Channel.Target}, its preferences, topics, record of consent and everything that was sent are erased, on all channels, and nothing is sent any more. A keyed hash of the address stays, so that nobody else can sign it up. This cannot be taken back.",
                "/preferences/erase", token!, "Erase everything", danger: true)
            : Refuse(owner, "erase the data");

    private static async Task<IResult> EraseAsync(HttpContext context, OwnerCheck owners, PersonalData data)
    {
        var token = (await FormReader.ReadAsync(context))["token"].ToString();
        var owner = await owners.FindAsync(TokenPurpose.Preferences, token, context.RequestAborted);
        if (owner is not Owner.Of { Subscription.Id: var id })
        {
            return Refuse(owner, "erase the data");
        }

        await data.EraseAsync(id, context.RequestAborted);
        return Message("Erased", "Nothing about you is stored here any more but a keyed hash of the address, which nobody can turn back into it.", StatusCodes.Status200OK);
    }

    private static async Task<IResult> AskLeaveAsync(HttpContext context, string? token, OwnerCheck owners) =>
        await owners.FindAsync(TokenPurpose.Unsubscribe, token, context.RequestAborted) is var owner && owner is Owner.Of { Subscription: var subscription }
            ? Ask("Unsubscribe", $"No more mails to {subscription.Channel.Target}.", "/unsubscribe", token!, "Unsubscribe", danger: false)
            : Refuse(owner, "unsubscribe");

    /// <summary>
    /// The button of the page (token in the form), and the mail client's one click, which posts <c>List-Unsubscribe=One-Click</c> to
    /// the address of the header (token in the query, RFC 8058).
    /// </summary>
    private static async Task<IResult> LeaveAsync(HttpContext context, OwnerCheck owners, Departures departures)
    {
        var form = await FormReader.ReadAsync(context);
        var token = form.TryGetValue("token", out var inForm) ? inForm.ToString() : context.Request.Query["token"].ToString();
        var owner = await owners.FindAsync(TokenPurpose.Unsubscribe, token, context.RequestAborted);
        if (owner is not Owner.Of { Subscription: var subscription })
        {
            return Refuse(owner, "unsubscribe");
        }

        await departures.LeaveAsync(subscription.Id, context.RequestAborted);
        return Page.Of<MessagePage>(new()
        {
            [nameof(MessagePage.Title)] = "You are unsubscribed",
            [nameof(MessagePage.Tone)] = "good",
            [nameof(MessagePage.Paragraphs)] = new[] { $"No more mails go to {subscription.Channel.Target}. One that was handed over in this very moment may still arrive." },
            [nameof(MessagePage.ActionUrl)] = "/subscribe",
            [nameof(MessagePage.ActionText)] = "Sign up again",
        });
    }

    /// <summary>For the reader of a mailbox that somebody has added to a subscription of theirs.</summary>
    private static Page Further(HttpContext context, Subscription subscription) => Page.Of<MessagePage>(new()
    {
        [nameof(MessagePage.Title)] = "A further mailbox",
        [nameof(MessagePage.Paragraphs)] = new[]
        {
            $"{subscription.Channel.Target} belongs to a subscription whose first mailbox is another one. What is told, and how often, is changed by the link in the mails to that one.",
            "From here the mails to this mailbox can be stopped.",
        },
        [nameof(MessagePage.ActionUrl)] = "/unsubscribe?token=" + Uri.EscapeDataString(Tokens(context).Sign(TokenPurpose.Unsubscribe, subscription.Id, subscription.Generation)),
        [nameof(MessagePage.ActionText)] = "Unsubscribe this mailbox",
    });

    private static Page Preferences(
        HttpContext context, Subscription subscription, string token, PreferenceForm form, IReadOnlyList<TopicSummary> topics, IReadOnlyList<Subscription> linked,
        IReadOnlyList<PreferenceError> errors, bool saved) =>
        Page.Of<PreferencesPage>(
            new()
            {
                [nameof(PreferencesPage.Subscription)] = subscription,
                [nameof(PreferencesPage.Token)] = token,
                [nameof(PreferencesPage.UnsubscribeToken)] = Tokens(context).Sign(TokenPurpose.Unsubscribe, subscription.Id, subscription.Generation),
                [nameof(PreferencesPage.Form)] = form,
                [nameof(PreferencesPage.Topics)] = topics,
                [nameof(PreferencesPage.Linked)] = linked,
                [nameof(PreferencesPage.Errors)] = errors,
                [nameof(PreferencesPage.Saved)] = saved,
            },
            errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);

    private static Page Ask(string title, string paragraph, string action, string token, string button, bool danger) => Page.Of<AskPage>(new()
    {
        [nameof(AskPage.Title)] = title,
        [nameof(AskPage.Paragraphs)] = new[] { paragraph },
        [nameof(AskPage.Action)] = action,
        [nameof(AskPage.Token)] = token,
        [nameof(AskPage.Button)] = button,
        [nameof(AskPage.Danger)] = danger,
    });

    private static Page Message(string title, string paragraph, int status) =>
        Page.Of<MessagePage>(new() { [nameof(MessagePage.Title)] = title, [nameof(MessagePage.Paragraphs)] = new[] { paragraph } }, status);
}
