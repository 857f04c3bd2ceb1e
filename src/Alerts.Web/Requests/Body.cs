using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Alerts.Web.Requests;

/// <summary>
/// A JSON body that was read under a cap and checked: type, size, syntax, unknown members, kinds of values. What is wrong is said in the
/// caller's terms, which the framework's own binding does not do. <see cref="BodyFilter"/> answers for a body that cannot be taken.
/// </summary>
internal sealed class Body<T> : IBody, IEndpointParameterMetadataProvider
    where T : class
{
    private readonly T? value;

    private Body(T? value, ProblemHttpResult? problem)
    {
        this.value = value;
        Problem = problem;
    }

    public T Value => value ?? throw new InvalidOperationException("The endpoint's group lacks the body filter.");

    public ProblemHttpResult? Problem { get; }

    public static async ValueTask<Body<T>?> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (bytes, problem) = await JsonBody.ReadAsync(context.Request, JsonBody.DefaultCap, context.RequestAborted);
        if (problem is not null)
        {
            return new Body<T>(null, problem);
        }

        var options = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        return JsonBody.TryParse<T>(bytes, options, out var parsed, out problem) ? new Body<T>(parsed, null) : new Body<T>(null, problem);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));
    }
}
