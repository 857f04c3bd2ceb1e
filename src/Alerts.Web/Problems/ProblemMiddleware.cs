using Alerts.Core.Messaging;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace Alerts.Web.Problems;

/// <summary>
/// The last word on every answer that failed: an exception, or a status without a body, becomes problem+json, or a page where a
/// browser asked.
/// </summary>
internal sealed partial class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone: there is nobody to answer.
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            var kind = ProblemKinds.OfStatus(exception.StatusCode) ?? ProblemKinds.InvalidParameter;
            await WriteAsync(context, Problem.Details(kind, Said(exception)));
        }
        catch (InvalidCursorException) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            var errors = new FieldErrors().Add("cursor", "was not handed out by this listing; leave it out to start from the beginning");
            await WriteAsync(context, errors.ToProblem(ProblemKinds.InvalidParameter).ProblemDetails);
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            Log.Failed(logger, exception, context.Request.Method, context.GetEndpoint()?.DisplayName ?? "no endpoint");
            context.Response.Clear();
            var trace = System.Diagnostics.Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
            var details = Problem.Details(ProblemKinds.Internal, $"The request could not be carried out. Trace id: {trace}.");
            details.Extensions["traceId"] = trace;
            await WriteAsync(context, details);
        }

        var response = context.Response;
        if (response is { HasStarted: false, StatusCode: >= 400, ContentLength: null } && string.IsNullOrEmpty(response.ContentType)
            && ProblemKinds.OfStatus(response.StatusCode) is { } bare)
        {
            await WriteAsync(context, Problem.Details(bare, Bare(bare, context.Request)));
        }
    }

    private static Task WriteAsync(HttpContext context, ProblemDetails details) => new ProblemAnswer(details).ExecuteAsync(context);

    /// <summary>The framework names the parameter; its text up to the first full stop is in the caller's terms.</summary>
    private static string Said(BadHttpRequestException exception) => exception.StatusCode == StatusCodes.Status413PayloadTooLarge
        ? "The body is larger than this host takes."
        : exception.Message;

    private static string Bare(ProblemKind kind, HttpRequest request) => kind.Status switch
    {
        404 => $"Nothing is at {request.Path}.",
        405 => $"{request.Path} does not take {request.Method}.",
        _ => kind.Meaning,
    };

    private static partial class Log
    {
        [LoggerMessage(EventId = 700, Level = LogLevel.Error, Message = "{Method} {Endpoint} failed.")]
        public static partial void Failed(ILogger logger, Exception exception, string method, string endpoint);
    }
}
