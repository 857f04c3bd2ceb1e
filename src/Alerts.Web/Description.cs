using Alerts.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace Alerts.Web;

/// <summary>The API's description: <c>/openapi/v1.json</c>, also checked in as <c>openapi.json</c>, and the pages at <c>/docs</c>.</summary>
internal static class Description
{
    private const string KeyScheme = "apiKey";

    /// <summary>The pages are the only ones with a script: their own, from this host.</summary>
    private const string DocsPolicy =
        "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
        + "frame-ancestors 'none'; base-uri 'none'";

    public static void AddAlertsDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Alerts",
                Version = "1",
                Description = "News alerts on North-Korea-linked crypto theft and hacks of exchanges, bridges, wallets and protocols. Every error is application/problem+json; its type leads to a page "
                    + "that explains it. Listings answer {items, next}: give next as cursor to go on.",
                License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
            };
            document.Servers = [];
            DescribeProblems(document);
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes[KeyScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "An API key; for one's own subscription, the token of the preferences link. X-API-Key: KEY does as well.",
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            DescribeBatch(operation);
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<RequiredScope>().LastOrDefault() is { } required)
            {
                operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyScheme, context.Document)] = [] }];
                var who = required switch
                {
                    { OrOwner: true } => "For administrators and the subscription's owner.",
                    { OpenWhereReadIsPublic: true } => "Needs the scope read where reading is not public.",
                    _ => $"Needs the scope {required.Scope.ToString().ToLowerInvariant()}.",
                };
                operation.Description = operation.Description is { Length: > 0 } description ? $"{description} {who}" : who;
            }

            return Task.CompletedTask;
        });
    });

    /// <summary>The framework does not know the extensions that ours carry.</summary>
    private static void DescribeProblems(OpenApiDocument document)
    {
        if (document.Components?.Schemas?.TryGetValue("ProblemDetails", out var schema) == true && schema is OpenApiSchema problem)
        {
            problem.Description = "RFC 9457. The type is stable and leads to a page that explains it.";
            problem.Properties ??= new Dictionary<string, IOpenApiSchema>();
            problem.Properties["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "What is wrong, by field or parameter.",
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
            };
            problem.Properties["traceId"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "To quote when reporting an error of ours." };
        }
    }

    /// <summary>One article or an array of them: a body of two shapes, which no parameter of an endpoint says.</summary>
    private static void DescribeBatch(OpenApiOperation operation)
    {
        if (operation is { OperationId: "pushArticles", RequestBody.Content: { } content } && content.TryGetValue("application/json", out var json) && json.Schema is { } one)
        {
            json.Schema = new OpenApiSchema
            {
                OneOf = [one, new OpenApiSchema { Type = JsonSchemaType.Array, Items = one, MinItems = 1, MaxItems = ArticleLimits.BatchCount }],
            };
        }
    }

    public static void MapAlertsDescription(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapOpenApi();
        endpoints.MapScalarApiReference("/docs", options => options.WithTitle("Alerts API").DisableDefaultFonts().DisableAgent().DisableMcp().DisableTelemetry().HideDeveloperTools().HideClientButton()).AddEndpointFilter(async (context, next) =>
        {
            context.HttpContext.Response.Headers.ContentSecurityPolicy = DocsPolicy;
            return await next(context);
        });
    }
}
