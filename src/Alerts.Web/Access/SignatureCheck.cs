using Alerts.Core.Subscriptions;
using Alerts.Web.Problems;
using Alerts.Web.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Alerts.Web.Access;

/// <summary>
/// Accepts a request that is signed instead of bringing a key. Senders of webhooks let their users set an address and a secret only,
/// so the key's id stands in the address: <c>POST /api/articles?key=ID</c>.
/// </summary>
internal sealed class SignatureCheck(IApiKeyStore keys, TimeProvider time)
{
    private const string Id = "webhook-id";
    private const string Timestamp = "webhook-timestamp";
    private const string Signature = "webhook-signature";

    public static bool IsSigned(HttpRequest request) => request.Headers.ContainsKey(Signature);

    public async Task<ProblemHttpResult?> CheckAsync(HttpContext context, ApiScope scope)
    {
        var request = context.Request;
        var (body, problem) = await JsonBody.ReadAsync(request, ArticleLimits.BatchBytes, context.RequestAborted);
        if (problem is not null)
        {
            return problem;
        }

        // The endpoint reads the same bytes that were verified.
        request.Body = new MemoryStream(body.ToArray(), writable: false);

        var keyId = request.Query["key"].ToString();
        if (keyId.Length == 0)
        {
            return Problem.Of(ProblemKinds.BadSignature, "A signed request names its key in the address: ?key=ID.");
        }

        if (await keys.GetAsync(keyId, context.RequestAborted) is not { RevokedAt: null, SigningSecret: { } secret } key)
        {
            return Problem.Of(ProblemKinds.BadSignature, "The key in the address is not known here, was revoked, or has no secret to sign with.");
        }

        var headers = request.Headers;
        if (SignedRequest.WhyNot(secret, headers[Id].ToString(), headers[Timestamp].ToString(), body.Span, headers[Signature].ToString(), time.GetUtcNow()) is { } why)
        {
            return Problem.Of(ProblemKinds.BadSignature, $"The request was not taken: {why}.");
        }

        var caller = new Caller(key.Id, key.Name, key.Scopes);
        context.Features.Set(caller);
        return caller.May(scope) ? null : Problem.Of(ProblemKinds.Forbidden, $"The key \"{caller.Name}\" lacks the scope {scope.ToString().ToLowerInvariant()}.");
    }
}
