using System.Text;
using Alerts.Web.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Web.Pages.Inbox;

/// <summary>The outbox of a local host, shown as a mail client would. Not there at all on a host that really sends.</summary>
internal static class InboxPages
{
    private const int MaxMails = 100;

    /// <summary>A mail may style itself and show images that it brings along; it runs nothing and loads nothing.</summary>
    private const string MailPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; "
        + "sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation";

    public static void MapInbox(this IEndpointRouteBuilder pages)
    {
        if (pages.ServiceProvider.GetService<IOutbox>() is null)
        {
            return;
        }

        // By these names only: a page elsewhere that had its own name point to this machine could otherwise read the mails.
        var inbox = pages.MapGroup("/inbox").RequireHost("localhost", "127.0.0.1");
        inbox.MapGet("/", ListAsync);
        inbox.MapGet("/{id}", ShowAsync);
        inbox.MapGet("/{id}/html", HtmlAsync);
        inbox.MapGet("/{id}/raw", Raw);
    }

    private static async Task<IResult> ListAsync(IOutbox outbox, CancellationToken cancellationToken)
    {
        var mails = new List<MailView>();
        foreach (var listed in outbox.List(MaxMails))
        {
            if (await MailView.ReadAsync(outbox, listed.Id, cancellationToken) is { } mail)
            {
                mails.Add(mail);
            }
        }

        return Page.Of<InboxPage>(new() { [nameof(InboxPage.Mails)] = mails });
    }

    private static async Task<IResult> ShowAsync(string id, IOutbox outbox, CancellationToken cancellationToken) =>
        await MailView.ReadAsync(outbox, id, cancellationToken) is { } mail ? Page.Of<MailPage>(new() { [nameof(MailPage.Mail)] = mail }) : Missing(id);

    private static async Task<IResult> HtmlAsync(string id, HttpContext context, IOutbox outbox)
    {
        if (await MailView.ReadAsync(outbox, id, context.RequestAborted) is not { Html: { } html })
        {
            return Missing(id);
        }

        context.Response.Headers.ContentSecurityPolicy = MailPolicy;
        context.Response.Headers.XFrameOptions = "SAMEORIGIN";

        // The base makes the mail's links open outside of the frame, as in a mail client.
        return TypedResults.Text(html.Replace("<head>", "<head><base target=\"_top\">", StringComparison.OrdinalIgnoreCase), "text/html; charset=utf-8", Encoding.UTF8);
    }

    private static IResult Raw(string id, IOutbox outbox) =>
        outbox.Open(id) is { } stream ? TypedResults.Stream(stream, "message/rfc822", id + ".eml") : Missing(id);

    private static ProblemAnswer Missing(string id) => new(Problem.NotFound("mail", id).ProblemDetails);
}
