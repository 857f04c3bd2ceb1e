using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Alerts.Crash.Judging;

/// <summary>Real endpoints that keep account of the calls that they have accepted.</summary>
internal sealed class HookLedger : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<(string Recipient, string MessageId)> accepted = new();

    private HookLedger(WebApplication app) => this.app = app;

    public string Authority => new Uri(app.Urls.First()).Authority;

    public int Count => accepted.Count;

    public static async Task<HookLedger> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        builder.Logging.SetMinimumLevel(LogLevel.None);
        var ledger = new HookLedger(builder.Build());
        ledger.app.MapPost("/hooks/{number:int}", ledger.TakeAsync);
        await ledger.app.StartAsync();
        return ledger;
    }

    public string UrlOf(int number) => $"http://{Authority}{PathOf(number)}";

    public static string PathOf(int number) => FormattableString.Invariant($"/hooks/{number}");

    /// <summary>What was accepted after the first so many.</summary>
    public IReadOnlyList<(string Recipient, string MessageId)> Since(int count) => [.. accepted.Skip(count)];

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        accepted.Enqueue((context.Request.Path, context.Request.Headers["webhook-id"].ToString()));
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
