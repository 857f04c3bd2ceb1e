using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Alerts.Benchmarks.Fanout;

/// <summary>An endpoint on loopback that accepts every webhook and counts.</summary>
internal sealed class HookSink : IAsyncDisposable
{
    private readonly WebApplication app;
    private long calls;

    private HookSink(WebApplication app) => this.app = app;

    public long Calls => Interlocked.Read(ref calls);

    public string Authority => new Uri(app.Urls.First()).Authority;

    public static async Task<HookSink> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.SetMinimumLevel(LogLevel.None);
        var sink = new HookSink(builder.Build());
        sink.app.Run(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            Interlocked.Increment(ref sink.calls);
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        });
        await sink.app.StartAsync();
        return sink;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
