using System.CommandLine;
using Alerts.Local.Hosting;
using Spectre.Console;

namespace Alerts.Local.Commands;

/// <summary>The verbs of <c>alerts</c>. Exit codes: 0 done, 1 it failed or was not found, 2 wrong usage.</summary>
internal static class AlertsCommandLine
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUsage = 2;

    private const int WidthOfFiles = 400;

    /// <summary>How long a verb may take to finish what is in hand after Ctrl+C.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<int> RunAsync(string[] args)
    {
        if (Console.IsOutputRedirected)
        {
            // A file has no margin to wrap at.
            AnsiConsole.Profile.Width = WidthOfFiles;
        }

        var parsed = Create(() => AnsiConsole.Console).Parse(args);
        var exit = await InvokeAsync(parsed, Console.Out, Console.Error);
        return parsed.Errors.Count > 0 ? WrongUsage : exit;
    }

    /// <summary>Runs the verb; settings that cannot be used end it with a word to their writer, everything else unforeseen with its trace.</summary>
    internal static async Task<int> InvokeAsync(ParseResult parsed, TextWriter output, TextWriter error)
    {
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = Patience, EnableDefaultExceptionHandler = false, Output = output, Error = error });
        }
        catch (Exception e) when (SettingsFault.Explain(e) is { } fault)
        {
            await error.WriteLineAsync("alerts: " + fault);
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C; what was in hand is in the queues.
        }
        catch (Exception e)
        {
            await error.WriteLineAsync(e.ToString());
        }

        return Failed;
    }

    public static RootCommand Create(Func<IAnsiConsole> console)
    {
        var run = new RunCommand();
        var root = new RootCommand("Watches the news for North-Korea-linked crypto theft and hacks of exchanges, bridges, wallets and protocols, and tells whoever asked.")
        {
            run,
            new CheckVerb(console),
            new SourcesCommand(console),
            new SubscribersCommand(console),
            new TopicsCommand(console),
            new HitsVerb(console),
            new StoriesCommand(console),
            new IncidentsCommand(console),
            new KnowledgeCommand(console),
            new DeadLettersCommand(console),
            new DeliveriesCommand(console),
            new ChannelsCommand(console),
            new SuppressionsCommand(console),
            new AuditCommand(console),
            new HeartbeatCommand(console),
        };

        // No verb means run.
        foreach (var option in run.Options)
        {
            root.Options.Add(option);
        }

        root.SetAction(run.RunAsync);
        return root;
    }
}
