using System.Security.Cryptography;
using Alerts.Core.Subscriptions;
using Alerts.Web.Access;
using Alerts.Web.Api.Views;
using Alerts.Web.Problems;
using Alerts.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Alerts.Web.Api;

/// <summary>Keys of the API's callers.</summary>
internal static class KeysApi
{
    private const int MaxNameLength = 100;

    public static void MapKeys(this IEndpointRouteBuilder api)
    {
        var keys = api.MapGroup("/keys").WithTags("Keys").RequireScope(ApiScope.Admin);
        keys.MapGet("/", async (IApiKeyStore store, CancellationToken cancellationToken) =>
                TypedResults.Ok(new Listing<KeyView>([.. (await store.ListAsync(cancellationToken)).Select(KeyView.Of)])))
            .WithName("listKeys").WithSummary("All keys, without their secrets");
        keys.MapPost("/", CreateAsync).Refuses(ProblemKinds.InvalidField).WithName("createKey").WithSummary("Make a key; the answer shows it, and nothing ever again");
        keys.MapDelete("/{id}", RevokeAsync).Refuses(ProblemKinds.NotFound).WithName("revokeKey").WithSummary("Revoke a key, for good");
    }

    private static async Task<Results<Created<KeyCreated>, ProblemHttpResult>> CreateAsync(Body<KeyRequest> body, IApiKeyStore store, TimeProvider time, CancellationToken cancellationToken)
    {
        var request = body.Value;
        var errors = new FieldErrors();
        if (request.Name?.Trim() is not { Length: > 0 and <= MaxNameLength } name || name.Any(char.IsControl))
        {
            errors.Add("name", $"must be 1 to {MaxNameLength} characters on one line, to tell the key by");
            name = "";
        }

        if (request.Scopes is not { Count: > 0 })
        {
            errors.Add("scopes", "must name at least one of ingest, read, admin");
        }

        if (errors.Any)
        {
            return errors.ToProblem();
        }

        var dice = RandomNumberGenerator.GetBytes(ApiKeySecret.IdBytes + ApiKeySecret.SecretBytes);
        var (key, text) = ApiKeySecret.Create(name, [.. request.Scopes!.Distinct()], time.GetUtcNow(), dice);
        key = key with { SigningSecret = request.Signs ? WebhookSecrets.Create() : null };
        await store.SaveAsync(key, cancellationToken);
        return TypedResults.Created($"/api/keys/{key.Id}", new KeyCreated(KeyView.Of(key), text, key.SigningSecret));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RevokeAsync(string id, IApiKeyStore store, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(id, cancellationToken) is not { } key)
        {
            return Problem.NotFound("key", id);
        }

        if (key.RevokedAt is null)
        {
            await store.SaveAsync(key with { RevokedAt = time.GetUtcNow() }, cancellationToken);
        }

        return TypedResults.NoContent();
    }
}
