using System.Text.Json;
using Alerts.Infrastructure;
using Alerts.Infrastructure.Storage;
using Alerts.Local.Commands;
using Alerts.Tests.Azurite;
using Spectre.Console;

namespace Alerts.Tests.CommandLine;

/// <summary>A data folder, storage of its own in the emulator, and the verbs of <c>alerts</c> as they are called there.</summary>
internal sealed class Shell : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("alerts-shell-");
    private readonly ServiceProvider services;

    private Shell(ServiceProvider services) => this.services = services;

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public static async Task<Shell> OpenAsync(AzuriteFixture azurite, IReadOnlyDictionary<string, string?>? more = null)
    {
        var settings = new Dictionary<string, string?>(await azurite.NewSettingsAsync())
        {
            ["Alerts:Tokens:Keys:0:Id"] = "local",
            ["Alerts:Tokens:Keys:0:Key"] = Convert.ToBase64String(new byte[32]),
        };
        foreach (var (key, value) in more ?? new Dictionary<string, string?>())
            settings[key] = value;

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection().AddLogging().AddAlerts(configuration).BuildServiceProvider();
        await services.GetRequiredService<StorageSetup>().CreateAsync(CancellationToken.None);
        var shell = new Shell(services);
        shell.Write("alerts.json", JsonSerializer.Serialize(settings));
        return shell;
    }

    public string Write(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <param name="line">What is typed after <c>alerts</c>; quotes hold words together.</param>
    public async Task<(int Exit, string Out, string Error)> RunAsync(string line)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = 400;
        var parsed = AlertsCommandLine.Create(() => console).Parse($"{line} --data \"{folder.FullName}\"");
        var exit = await AlertsCommandLine.InvokeAsync(parsed, output, error);
        return (parsed.Errors.Count > 0 ? AlertsCommandLine.WrongUsage : exit, output.ToString(), error.ToString());
    }

    /// <returns>What a verb that succeeds prints as JSON.</returns>
    public async Task<JsonElement> JsonAsync(string line)
    {
        var (exit, text, error) = await RunAsync(line + " --json");
        Assert.True(exit == AlertsCommandLine.Done, error);
        return JsonDocument.Parse(text).RootElement;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
