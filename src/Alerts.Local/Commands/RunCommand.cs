using System.CommandLine;
using Alerts.Local.Hosting;
using Spectre.Console;

namespace Alerts.Local.Commands;

/// <summary>The main job: storage, pipeline, HTTP, and a console to watch it on.</summary>
internal sealed class RunCommand : Command
{
    private readonly Option<int> port = new("--port") { Description = "Where HTTP is served on 127.0.0.1", DefaultValueFactory = _ => LocalConfiguration.DefaultPort };
    private readonly Option<string?> data = new("--data") { Description = $"The data folder [{LocalFolder.DefaultName}, or ALERTS_DATA]" };
    private readonly Option<bool> noDefaults = new("--no-default-sources") { Description = "Seed a new data folder without the default sources" };
    private readonly Option<bool> noSample = new("--no-sample") { Description = "Seed a new data folder without the sample stories and their reader" };

    public RunCommand()
        : base("run", "Runs everything on this machine until Ctrl+C (the default)")
    {
        Options.Add(port);
        Options.Add(data);
        Options.Add(noDefaults);
        Options.Add(noSample);
        SetAction(RunAsync);
    }

    public async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var plan = new RunPlan(
            LocalFolder.Open(parsed.GetValue(data)), parsed.GetValue(port), DefaultSources: !parsed.GetValue(noDefaults), Sample: !parsed.GetValue(noSample));
        return await new LocalHost(plan, AnsiConsole.Console).RunAsync(cancellationToken) ? AlertsCommandLine.Done : AlertsCommandLine.Failed;
    }
}
