using System.Diagnostics;
using System.Globalization;
using Alerts.Core.Messaging;
using Alerts.Core.Incidents;
using Alerts.Core.Sources;
using Alerts.Core.Subscriptions;
using Alerts.Infrastructure;
using Alerts.Infrastructure.Storage;
using Alerts.Local.Display;
using Alerts.Local.Sample;
using Alerts.Web;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace Alerts.Local.Hosting;

/// <summary>Puts the whole system on one machine: storage first, then HTTP, then timers and queues, so that nothing is polled before it can be kept.</summary>
internal sealed class LocalHost(RunPlan plan, IAnsiConsole console)
{
    /// <summary>How long work in hand may take to finish after Ctrl+C; what does not finish is in the queues and goes on at the next start.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(25);

    /// <returns>False where the host could not start; why has been printed.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var keys = LocalKeys.LoadOrCreate(plan.Folder);
        var configuration = LocalConfiguration.Build(plan.Folder, keys, plan.Port);
        await using var storage = await LocalStorage.OpenAsync(plan.Folder, configuration, console, cancellationToken);
        if (storage is null)
        {
            return false;
        }

        await using var app = Build(storage.Configuration);

        // Here rather than when the host starts, which would put its own trace before the word to the user.
        app.Services.GetService<IStartupValidator>()?.Validate();
        var sample = new SampleSite(plan.Folder, new Uri($"http://127.0.0.1:{plan.Port}"), TimeProvider.System);
        app.UseAlerts();
        app.MapAlerts();
        sample.Map(app);

        await app.Services.GetRequiredService<StorageSetup>().CreateAsync(cancellationToken);
        await ShippedIncidents.AddToAsync(app.Services.GetRequiredService<IIncidentStore>(), cancellationToken);
        var seeds = (plan.DefaultSources ? DefaultSources.Load() : []).Concat(plan.Sample ? [sample.Source] : []);
        var seeding = new Seeding(plan.Folder, app.Services.GetRequiredService<ISourceStore>(), app.Services.GetRequiredService<ISubscriptionStore>(), TimeProvider.System);
        await seeding.SeedAsync(seeds, withDemoReader: plan.Sample && storage.Configuration["Alerts:Email:Mode"] == "Outbox", cancellationToken);

        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            console.MarkupLine($"[red]Port {plan.Port} is in use.[/] Stop what listens there, or choose another: alerts run --port {plan.Port + 1}");
            return false;
        }

        await WelcomeAsync(app, Stopwatch.GetElapsedTime(started), cancellationToken);
        await app.WaitForShutdownAsync(cancellationToken);
        console.MarkupLine("[grey]Stopped. What was in the queues goes on at the next start.[/]");
        return true;
    }

    private WebApplication Build(IConfiguration configuration)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddConfiguration(configuration);
        builder.Logging.ClearProviders().AddConsole().SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.ListenLocalhost(plan.Port);
            kestrel.AddServerHeader = false;
        });

        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = Grace);
        builder.Services.AddSingleton(console);
        builder.Services.AddSingleton<LiveConsole>();
        builder.Services.AddSingleton<IActivityObserver>(services => services.GetRequiredService<LiveConsole>());
        builder.Services.AddAlerts(builder.Configuration);
        builder.Services.AddAlertsWeb(builder.Configuration);

        // Stopped in the reverse order: timers first, then the pump, the console last.
        builder.Services.AddHostedService(services => services.GetRequiredService<LiveConsole>());
        builder.Services.AddHostedService<PumpService>();
        builder.Services.AddHostedService<TimerLoop>();
        return builder.Build();
    }

    private async Task WelcomeAsync(WebApplication app, TimeSpan took, CancellationToken cancellationToken)
    {
        var sources = await app.Services.GetRequiredService<ISourceStore>().ListAsync(cancellationToken);
        var site = $"http://127.0.0.1:{plan.Port}";
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(3)).AddColumn();
        grid.AddRow("[bold]Alerts[/]", string.Create(CultureInfo.InvariantCulture, $"watches {sources.Count} sources, ready after {took.TotalSeconds:0.0} s"));
        grid.AddRow("site", $"{site}/          sign up, stories, sources");
        grid.AddRow("mails", $"{site}/inbox     what was written to {Markup.Escape(plan.Folder.Outbox)}");
        grid.AddRow("api", $"{site}/docs      the administrator's key is in {Markup.Escape(plan.Folder.Keys)}");
        grid.AddRow("data", $"{Markup.Escape(plan.Folder.Root)}; Ctrl+C stops and loses nothing");
        console.Write(grid);
        console.WriteLine();
    }
}
