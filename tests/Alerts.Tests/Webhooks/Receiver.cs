using System.Collections.Concurrent;
using System.Net;

namespace Alerts.Tests.Webhooks;

/// <summary>An endpoint on loopback; one path a behaviour.</summary>
public sealed class Receiver : IAsyncLifetime
{
    private readonly CancellationTokenSource stopping = new();
    private WebApplication? app;

    public ConcurrentQueue<(string Path, IHeaderDictionary Headers, byte[] Body)> Calls { get; } = new();

    public string Authority { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        builder.Logging.SetMinimumLevel(LogLevel.None);
        app = builder.Build();
        app.Use(async (context, next) =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            Calls.Enqueue((context.Request.Path, new HeaderDictionary(context.Request.Headers.ToDictionary()), body.ToArray()));
            await next(context);
        });
        app.MapPost("/ok", () => Results.Text("thanks"));
        app.MapPost("/status/{code:int}", (int code) => code == 204 ? Results.NoContent() : Results.Text($"it is {code}", statusCode: code));
        app.MapPost("/later/{code:int}", (int code, HttpContext context) =>
        {
            context.Response.Headers.RetryAfter = "120";
            return Results.StatusCode(code);
        });
        app.MapPost("/moved", () => Results.Redirect("/ok", permanent: false, preserveMethod: true));
        app.MapPost("/reset", (HttpContext context) => context.Abort());
        app.MapPost("/slow", async () => await Task.Delay(Timeout.InfiniteTimeSpan, stopping.Token));
        app.MapPost("/endless", async (HttpContext context) =>
        {
            var chunk = new byte[16 * 1024];
            Array.Fill(chunk, (byte)'x');
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
        });
        await app.StartAsync();
        Authority = new Uri(app.Urls.First()).Authority;
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        if (app is not null)
            await app.DisposeAsync();
        stopping.Dispose();
    }
}
