using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Alerts.Core;
using Alerts.Core.Messaging;
using Alerts.Infrastructure;
using Alerts.Infrastructure.Storage;
using Alerts.Infrastructure.Telemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Alerts.Tests.Telemetry;

/// <summary>A collector that is asked over real HTTP. Names and tags stand as plain UTF-8 in what it gets.</summary>
public sealed class CollectorTests : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, string> got = new();
    private WebApplication collector = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        collector = builder.Build();
        collector.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            got.AddOrUpdate(context.Request.Path, _ => Encoding.UTF8.GetString(body.ToArray()), (_, before) => before + Encoding.UTF8.GetString(body.ToArray()));
        });
        await collector.StartAsync();
    }

    public ValueTask DisposeAsync() => collector.DisposeAsync();

    [Fact]
    public async Task What_is_done_and_how_often_reaches_the_collector()
    {
        using var host = Build(new Dictionary<string, string?> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Urls.First(), ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf" });
        var tracing = host.Services.GetRequiredService<TracerProvider>();
        var metrics = host.Services.GetRequiredService<MeterProvider>();

        await new TimerDispatcher([new Failing()]).RunAsync("Failing", CancellationToken.None).ContinueWith(_ => { }, TaskScheduler.Default);
        host.Services.GetRequiredService<ActivityCounts>().Count(new Activity.HitStored("dprk-crypto", "t", "p", 70, "e"));
        host.Services.GetRequiredService<StorageRequestCounter>().Count("hits add");
        Assert.True(tracing.ForceFlush() && metrics.ForceFlush());

        Assert.All(["tick Failing", "error.type", "System.InvalidOperationException"], part => Assert.Contains(part, got["/v1/traces"], StringComparison.Ordinal));
        Assert.DoesNotContain("reader@example.org", got["/v1/traces"], StringComparison.Ordinal);
        Assert.All(["alerts.hits", "dprk-crypto", "alerts.storage.requests", "hits add"], part => Assert.Contains(part, got["/v1/metrics"], StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_set_up_where_the_environment_names_no_collector() => Assert.Null(Build([]).Services.GetService<TracerProvider>());

    [Theory]
    [InlineData("ClientId=11;Authorization=AAD", "11")]
    [InlineData("Authorization=AAD", "")]
    [InlineData("Authorization=Key", null)]
    [InlineData(null, null)]
    public void The_identity_for_application_insights_is_the_one_that_the_setting_names(string? setting, string? client) =>
        Assert.Equal(client, TelemetryServices.IdentityOf(setting));

    private static IHost Build(Dictionary<string, string?> settings)
    {
        settings["Alerts:Storage:ConnectionString"] = "UseDevelopmentStorage=true";
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddAlerts(builder.Configuration);
        return builder.Build();
    }

    private sealed class Failing : ITimerHandler
    {
        public string Name => "Failing";

        public Task RunAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("to reader@example.org");
    }
}
