using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

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
        var ledger = new HookLedger(Loopback.NewServer());
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
