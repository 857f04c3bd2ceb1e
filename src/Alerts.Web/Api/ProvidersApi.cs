using Alerts.Core.Delivery.Providers;
using Alerts.Infrastructure.Email.SendGrid;
using Alerts.Web.Access;
using Alerts.Web.Problems;
using Alerts.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Alerts.Web.Api;

/// <summary>What mail providers report.</summary>
internal static class ProvidersApi
{
    /// <summary>The provider sends at most 768 kB at once.</summary>
    private const int MaxBytes = 2 * 1024 * 1024;

    public static void MapProviders(this IEndpointRouteBuilder api) =>
        api.MapPost("/providers/sendgrid/events", TakeAsync).WithTags("Providers")
            .Refuses(ProblemKinds.BadSignature, ProblemKinds.NotFound, ProblemKinds.MalformedJson, ProblemKinds.TooLarge)
            .WithName("takeSendGridEvents").WithSummary("SendGrid's signed event webhook")
            .WithDescription("Taken only if signed by the key of Alerts:Email:SendGrid:EventWebhookPublicKey, no more than ten minutes ago. Bounces, drops, spam reports and unsubscribes suppress the address.");

    private static async Task<Results<Ok<ProviderEventTally>, ProblemHttpResult>> TakeAsync(
        HttpContext context, SendGridEventReader reader, ProviderEvents events, CancellationToken cancellationToken)
    {
        var (body, problem) = await JsonBody.ReadAsync(context.Request, MaxBytes, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        var headers = context.Request.Headers;
        return reader.Read(headers[SendGridSignature.SignatureHeader], headers[SendGridSignature.TimestampHeader], body) switch
        {
            SendGridEventCall.Genuine genuine => TypedResults.Ok(await events.HandleAsync(genuine.Events, cancellationToken)),
            SendGridEventCall.Refused refused => Problem.Of(ProblemKinds.BadSignature, $"The events were not taken: {refused.Why}."),
            SendGridEventCall.Garbled => Problem.Of(ProblemKinds.MalformedJson, "The body is no array of events."),
            _ => Problem.Of(ProblemKinds.NotFound, "No key is set to verify events with. Set Alerts:Email:SendGrid:EventWebhookPublicKey to the verification key that SendGrid shows."),
        };
    }
}
