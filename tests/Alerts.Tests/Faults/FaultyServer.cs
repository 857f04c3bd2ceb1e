using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Text;

namespace Alerts.Tests.Faults;

/// <summary>A real server on loopback that does everything wrong that servers do. One path a fault.</summary>
public sealed class FaultyServer : IAsyncLifetime
{
    public const string Feed = "<rss version=\"2.0\"><channel><title>News</title><item><title>One</title></item></channel></rss>";

    private readonly CancellationTokenSource stopping = new();
    private WebApplication? app;

    public Uri Url { get; private set; } = new("http://unset");

    public Uri At(string path) => new(Url, path);

    public string Authority => Url.Authority;

    /// <summary>Of the last request for each path.</summary>
    public ConcurrentDictionary<string, IHeaderDictionary> Headers { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        builder.Logging.SetMinimumLevel(LogLevel.None);
        app = builder.Build();
        app.Use((context, next) =>
        {
            Headers[context.Request.Path] = new HeaderDictionary(context.Request.Headers.ToDictionary());
            return next(context);
        });
        Map(app);
        await app.StartAsync();
        Url = new Uri(app.Urls.First());
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        if (app is not null)
        {
            await app.DisposeAsync();
        }

        stopping.Dispose();
    }

    private void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/feed", (HttpContext context) =>
        {
            var response = context.Response;
            response.Headers.ETag = "\"v1\"";
            response.Headers.LastModified = "Mon, 23 Nov 2026 10:00:00 GMT";
            response.Headers.CacheControl = "max-age=600";
            response.Headers.Age = "60";
            if (context.Request.Headers.IfNoneMatch == "\"v1\"" || context.Request.Headers.IfModifiedSince == "Mon, 23 Nov 2026 10:00:00 GMT")
            {
                response.StatusCode = 304;
                return Task.CompletedTask;
            }

            response.ContentType = "application/rss+xml";
            return response.WriteAsync(Feed);
        });
        routes.MapGet("/status/{code:int}", (HttpContext context, int code) =>
        {
            context.Response.StatusCode = code;
            if (context.Request.Query.TryGetValue("after", out var after))
            {
                context.Response.Headers.RetryAfter = after;
            }
        });
        routes.MapGet("/challenge", (HttpContext context) =>
        {
            context.Response.StatusCode = 503;
            context.Response.Headers["cf-mitigated"] = "challenge";
        });
        routes.MapGet("/expires", (HttpContext context) =>
        {
            context.Response.Headers.Date = "Mon, 23 Nov 2026 10:00:00 GMT";
            context.Response.Headers.Expires = context.Request.Query["at"].ToString();
        });
        routes.MapGet("/hop/{left:int}", (HttpContext context, int left) => Redirect(context, 302, left == 0 ? "/feed" : $"/hop/{left - 1}"));
        routes.MapGet("/loop", (HttpContext context) => Redirect(context, 302, "/loop"));
        routes.MapGet("/moved/{status:int}", (HttpContext context, int status) => Redirect(context, status, "/feed"));
        routes.MapGet("/moved-mixed", (HttpContext context) => Redirect(context, 301, "/moved/302"));
        routes.MapGet("/to", (HttpContext context) => Redirect(context, 302, context.Request.Query["url"].ToString()));
        routes.MapGet("/nowhere", (HttpContext context) => context.Response.StatusCode = 302);
        routes.MapGet("/hang", () => Task.Delay(Timeout.Infinite, stopping.Token));
        routes.MapGet("/drip", async (HttpContext context) =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync("x", stopping.Token);
                await context.Response.Body.FlushAsync(stopping.Token);
                await Task.Delay(50, stopping.Token);
            }
        });
        routes.MapGet("/reset", (HttpContext context) => context.Abort());
        routes.MapGet("/cut", async (HttpContext context) =>
        {
            context.Response.ContentLength = 1_000;
            await context.Response.WriteAsync("only this", stopping.Token);
            await context.Response.Body.FlushAsync(stopping.Token);
            context.Abort();
        });
        routes.MapGet("/announces-much", async (HttpContext context) =>
        {
            context.Response.ContentLength = 100_000_000;
            await context.Response.WriteAsync("little", stopping.Token);
            await context.Response.Body.FlushAsync(stopping.Token);
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        routes.MapGet("/endless", async (HttpContext context) =>
        {
            var block = new byte[64 * 1024];
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(block, stopping.Token);
            }
        });
        routes.MapGet("/headers", (HttpContext context) => context.Response.Headers["x-much"] = new string('x', 200_000));
        routes.MapGet("/packed/{encoding}", (HttpContext context, string encoding, int cut = 0, int junk = 0) =>
            Send(context, [.. Pack(encoding, Encoding.UTF8.GetBytes(Feed))[..^cut], .. new byte[junk]], encoding));
        routes.MapGet("/packed-twice", (HttpContext context) => Send(context, Pack("gzip", Pack("gzip", Encoding.UTF8.GetBytes(Feed))), "gzip, gzip"));
        routes.MapGet("/packed-members", (HttpContext context) => Send(context, [.. Pack("gzip", "<rss>"u8.ToArray()), .. Pack("gzip", Encoding.UTF8.GetBytes(Feed))], "gzip"));
        routes.MapGet("/packed-lie", (HttpContext context) => Send(context, Encoding.UTF8.GetBytes(Feed), "gzip"));
        routes.MapGet("/packed-odd", (HttpContext context) => Send(context, [1, 2, 3], "zstd"));
        routes.MapGet("/sitemap.xml.gz", (HttpContext context) => Send(context, Pack("gzip", Encoding.UTF8.GetBytes(Feed)), null));
        routes.MapGet("/bomb/{encoding}", (HttpContext context, string encoding) => Send(context, Pack(encoding, new byte[40_000_000]), encoding));
    }

    private static Task Redirect(HttpContext context, int status, string location)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = location;
        return Task.CompletedTask;
    }

    private static Task Send(HttpContext context, byte[] body, string? encoding)
    {
        if (encoding is not null)
        {
            context.Response.Headers.ContentEncoding = encoding;
        }

        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body).AsTask();
    }

    private static byte[] Pack(string encoding, byte[] plain)
    {
        using var packed = new MemoryStream();
        using (Stream packing = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Fastest),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest),
            "deflate" => new ZLibStream(packed, CompressionLevel.Fastest),
            _ => throw new ArgumentOutOfRangeException(nameof(encoding)),
        })
        {
            packing.Write(plain);
        }

        return packed.ToArray();
    }
}
