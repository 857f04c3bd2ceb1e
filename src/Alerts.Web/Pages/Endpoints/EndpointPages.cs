using System.Globalization;
using Alerts.Core.Delivery;
using Alerts.Core.Delivery.Endpoints;
using Alerts.Core.Subscriptions;
using Alerts.Core.Subscriptions.Tokens;
using Alerts.Web.Access;
using Alerts.Web.Api;
using Alerts.Web.Pages.Subscribing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Alerts.Web.Pages.Endpoints;

/// <summary>What the owner of a webhook reaches by the link of the notice, or the one shown when it was added.</summary>
internal static class EndpointPages
{
    private const int Shown = 50;

    public static void MapEndpointPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/endpoint", ShowAsync);
        pages.MapPost("/endpoint/test", TestAsync);
        pages.MapPost("/endpoint/enable", EnableAsync);
        pages.MapPost("/endpoint/resend", ResendAsync);
        pages.MapPost("/endpoint/replay", ReplayAsync);
        pages.MapPost("/endpoint/rotate", RotateAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, string? token, OwnerCheck owners, IDeliveryStore deliveries) =>
        await owners.FindAsync(TokenPurpose.Preferences, token, context.RequestAborted) is var owner && owner is Owner.Of { Subscription: { Channel.Kind: ChannelKind.Webhook } endpoint }
            ? Page.Of<EndpointPage>(new()
            {
                [nameof(EndpointPage.Endpoint)] = endpoint,
                [nameof(EndpointPage.Token)] = token!,
                [nameof(EndpointPage.Deliveries)] = (await deliveries.ListAsync(endpoint.Id, state: null, Shown, cursor: null, context.RequestAborted)).Items,
                [nameof(EndpointPage.Said)] = Saying(context.Request.Query["done"].ToString()),
            })
            : OwnerPages.Refuse(owner, "see the webhook");

    private static Task<IResult> TestAsync(HttpContext context, OwnerCheck owners, WebhookEndpoints endpoints) => ActAsync(context, owners, async (endpoint, _) =>
    {
        await endpoints.TestAsync(endpoint, context.RequestAborted);
        return "test";
    });

    private static Task<IResult> EnableAsync(HttpContext context, OwnerCheck owners, WebhookEndpoints endpoints) => ActAsync(context, owners, async (endpoint, _) =>
    {
        await endpoints.EnableAsync(endpoint.Id, context.RequestAborted);
        return "enable";
    });

    private static Task<IResult> ResendAsync(HttpContext context, OwnerCheck owners, IDeliveryStore deliveries, Resending resending) => ActAsync(context, owners, async (endpoint, form) =>
        DeliveryId.TryParse(form["delivery"].ToString()) is { } id && id.SubscriptionId == endpoint.Id
        && await deliveries.GetAsync([id], context.RequestAborted) is [{ Channel: ChannelKind.Webhook } delivery] && await resending.ResendAsync(delivery, context.RequestAborted) is not null
            ? "resend"
            : "nothing");

    private static Task<IResult> ReplayAsync(HttpContext context, OwnerCheck owners, Replays replays, TimeProvider time) => ActAsync(context, owners, async (endpoint, form) =>
    {
        var days = int.TryParse(form["days"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, 29) : 7;

        // From the beginning of that day: pressing the button again asks for the same.
        var since = new DateTimeOffset(time.GetUtcNow().UtcDateTime.Date.AddDays(-days), TimeSpan.Zero);
        return (await replays.ReplayAsync(endpoint, new Replay(since), context.RequestAborted)).Sent > 0 ? "replay" : "nothing";
    });

    private static async Task<IResult> RotateAsync(HttpContext context, OwnerCheck owners, WebhookEndpoints endpoints)
    {
        var secret = WebhookSecrets.Create();
        var answer = await ActAsync(context, owners, async (endpoint, _) =>
        {
            await endpoints.RotateAsync(endpoint.Id, secret, context.RequestAborted);
            return "rotate";
        });
        return answer is not SeeOther ? answer : Page.Of<MessagePage>(new()
        {
            [nameof(MessagePage.Title)] = "The new secret",
            [nameof(MessagePage.Tone)] = "good",
            [nameof(MessagePage.Paragraphs)] = new[] { secret, "It is shown here only. It signs from now on; the old one signs beside it for 24 hours." },
        });
    }

    /// <param name="act">Returns what to say afterwards, as <see cref="Saying"/> knows it.</param>
    private static async Task<IResult> ActAsync(HttpContext context, OwnerCheck owners, Func<Subscription, IFormCollection, Task<string>> act)
    {
        var form = await FormReader.ReadAsync(context);
        var token = form["token"].ToString();
        return await owners.FindAsync(TokenPurpose.Preferences, token, context.RequestAborted) is var owner && owner is Owner.Of { Subscription: { Channel.Kind: ChannelKind.Webhook } endpoint }
            ? new SeeOther($"/endpoint?token={Uri.EscapeDataString(token)}&done={await act(endpoint, form)}")
            : OwnerPages.Refuse(owner, "change the webhook");
    }

    private static string Saying(string done) => done switch
    {
        "test" => "A test event is on its way.",
        "enable" => "It is enabled. What it missed can be sent again below.",
        "resend" => "It is on its way again.",
        "replay" => "What it missed is on its way.",
        "nothing" => "There is nothing to send.",
        _ => "",
    };
}
