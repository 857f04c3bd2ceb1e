using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Benchmarks.Polling;

/// <summary>Feeds on loopback, some of which never answer.</summary>
internal sealed class FeedServer : IAsyncDisposable
{
    public const int Entries = 20;

    private readonly WebApplication app;
    private int answered;

    private FeedServer(WebApplication app) => this.app = app;

    public Uri Url => new(app.Urls.First());

    public int Answered => answered;

    public static async Task<FeedServer> StartAsync(Func<int, bool> hangs)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        var server = new FeedServer(builder.Build());
        server.app.MapGet("/feed/{number:int}", async (HttpContext context, int number) =>
        {
            if (hangs(number))
            {
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return;
            }

            Interlocked.Increment(ref server.answered);
            context.Response.Headers.ETag = "\"1\"";
            if (context.Request.Headers.IfNoneMatch == "\"1\"")
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }

            context.Response.ContentType = "application/rss+xml";
            await context.Response.Body.WriteAsync(Feed(number));
        });
        await server.app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static byte[] Feed(int number)
    {
        var rss = new StringBuilder("<rss version=\"2.0\"><channel><title>News</title>");
        for (var i = 0; i < Entries; i++)
        {
            rss.Append(CultureInfo.InvariantCulture, $"<item><title>Story {i} of source {number}</title><link>https://news{number}.example.com/story/{i}</link>")
                .Append(CultureInfo.InvariantCulture, $"<pubDate>Mon, 23 Nov 2026 {i:00}:00:00 GMT</pubDate><description>&lt;p&gt;What happened, told in a sentence or two.&lt;/p&gt;</description></item>");
        }

        return Encoding.UTF8.GetBytes(rss.Append("</channel></rss>").ToString());
    }
}
