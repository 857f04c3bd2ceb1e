using Alerts.Core.Sources.WebSub;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Alerts.Infrastructure.Fetching.WebSub;

/// <summary>The callback that hubs are given. Open to everybody: the token proves that we asked, the signature that the hub pushes.</summary>
public static class WebSubEndpoints
{
    private const string Pattern = HubSettings.Path + "/{sourceId}/{token}";

    public static void MapWebSub(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Pattern, VerifyAsync).ExcludeFromDescription();
        endpoints.MapPost(Pattern, ReceiveAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> VerifyAsync(string sourceId, string token, HttpRequest request, [FromServices] HubCallback callback, CancellationToken cancellationToken)
    {
        var query = request.Query;
        return await callback.VerifyAsync(sourceId, token, query["hub.mode"], query["hub.topic"], query["hub.challenge"], cancellationToken) is { } challenge
            ? Results.Text(challenge, "text/plain")
            : Results.NotFound();
    }

    private static async Task<IResult> ReceiveAsync(string sourceId, string token, HttpRequest request, [FromServices] HubCallback callback, CancellationToken cancellationToken)
    {
        if (request.ContentLength > HubCallback.MaxBytes)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > HubCallback.MaxBytes)
            {
                return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
            }

            body.Write(buffer, 0, read);
        }

        return await callback.ReceiveAsync(sourceId, request.Headers["X-Hub-Signature"], body.GetBuffer().AsMemory(0, (int)body.Length), cancellationToken)
            ? Results.Accepted()
            : Results.StatusCode(StatusCodes.Status410Gone);
    }
}
