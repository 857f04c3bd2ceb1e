using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Alerts.Web.Feeds;

/// <summary>An answer that readers ask for again and again: 304 as long as it stays as it is.</summary>
internal sealed class CachedBytes(byte[] body, string contentType, DateTimeOffset? lastModified) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.CacheControl = "public, max-age=60";
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 16))}\"");
        return TypedResults.Bytes(body, contentType + "; charset=utf-8", lastModified: lastModified, entityTag: tag).ExecuteAsync(httpContext);
    }
}
