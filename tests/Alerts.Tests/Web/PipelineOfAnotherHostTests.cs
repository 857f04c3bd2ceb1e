using System.Diagnostics;
using System.Text;
using Alerts.Web;

namespace Alerts.Tests.Web;

/// <summary>The Functions host has no Kestrel: it builds the endpoints into one delegate and calls it.</summary>
public sealed class PipelineOfAnotherHostTests
{
    private static readonly (string Method, string Path, int Status, string Piece)[] Requests =
    [
        ("GET", "/", 200, "<!DOCTYPE html>"),
        ("GET", "/api/hits", 200, "{\"items\":[]}"),
        ("GET", "/api/nothing", 404, "/problems/not-found"),
        ("POST", "/api/articles", 401, "/problems/unauthorized"),
        ("GET", "/feeds/all.rss", 200, "<rss"),
        ("GET", "/ready", 200, "\"ready\""),
        ("GET", "/openapi/v1.json", 200, "\"openapi\""),
    ];

    [Fact]
    public async Task The_endpoints_answer_without_a_server()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        // The one thing that routing takes from a host: both Kestrel's and the Functions worker's bring it.
        builder.Services.AddSingleton(new DiagnosticListener("Microsoft.AspNetCore"));
        WebHost.AddServices(builder.Services, new ConfigurationBuilder().Build());
        using var host = builder.Build();
        var app = new ApplicationBuilder(host.Services);
        app.UseAlerts();
        app.UseEndpoints(endpoints => endpoints.MapAlerts());
        var pipeline = app.Build();

        foreach (var (method, path, status, piece) in Requests)
        {
            await using var scope = host.Services.CreateAsyncScope();
            using var body = new MemoryStream();
            var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
            (context.Request.Method, context.Request.Path, context.Request.Scheme, context.Request.Host) = (method, path, "https", new HostString("alerts.example.org"));
            context.Response.Body = body;
            await pipeline(context);

            Assert.Equal((path, status), (path, context.Response.StatusCode));
            Assert.Contains(piece, Encoding.UTF8.GetString(body.ToArray()), StringComparison.Ordinal);
        }
    }
}
