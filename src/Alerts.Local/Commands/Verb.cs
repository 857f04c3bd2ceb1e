using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Alerts.Local.Hosting;
using Alerts.Web.Problems;
using Spectre.Console;

namespace Alerts.Local.Commands;

/// <summary>A verb of the command line: what all of them share.</summary>
internal abstract class Verb : Command
{
    protected static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly Option<string?> data = new("--data") { Description = $"The data folder [{LocalFolder.DefaultName}, or ALERTS_DATA]" };
    private readonly Option<bool> json = new("--json") { Description = "Print JSON" };
    private readonly Func<IAnsiConsole> console;

    /// <param name="examples">Command lines to show in the help.</param>
    protected Verb(string name, string description, IReadOnlyList<string> examples, Func<IAnsiConsole> console)
        : base(name, examples.Count == 0 ? description : $"{description}\n\nExamples:\n{string.Join('\n', examples.Select(example => "  " + example))}")
    {
        this.console = console;
        Options.Add(data);
        Options.Add(json);
        SetAction(RunAsync);
    }

    protected abstract Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken);

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var invocation = new Invocation(parsed, parsed.GetValue(data), parsed.GetValue(json), console(), parsed.InvocationConfiguration.Error);
        try
        {
            return await RunAsync(invocation, cancellationToken);
        }
        catch (StorageMissingException e)
        {
            return invocation.Fail(e.Message);
        }
        catch (UsageException e)
        {
            return invocation.Misuse(e.Message);
        }
    }

    /// <summary>One call of a verb.</summary>
    internal sealed record Invocation(ParseResult Parsed, string? Data, bool AsJson, IAnsiConsole Console, TextWriter Error)
    {
        public Task<LocalServices> OpenAsync(CancellationToken cancellationToken) => LocalServices.OpenAsync(LocalFolder.Open(Data), cancellationToken);

        public int Print<T>(T value)
        {
            // Straight to the writer: a terminal's width must not break the lines of JSON.
            Console.Profile.Out.Writer.WriteLine(JsonSerializer.Serialize(value, Json));
            return AlertsCommandLine.Done;
        }

        public int Say(string text)
        {
            Console.WriteLine(text);
            return AlertsCommandLine.Done;
        }

        public int Fail(string text)
        {
            Error.WriteLine("alerts: " + text);
            return AlertsCommandLine.Failed;
        }

        public int Misuse(string text)
        {
            Error.WriteLine("alerts: " + text);
            return AlertsCommandLine.WrongUsage;
        }

        /// <summary>Names of fields are those of the API, and of the options.</summary>
        public int Misuse(FieldErrors errors) =>
            Misuse(string.Join("; ", errors.ToDictionary().SelectMany(pair => pair.Value, (pair, message) => $"{pair.Key} {message}")) + ".");

        /// <returns>The text of a file that an option names, null where it names none.</returns>
        /// <exception cref="UsageException">There is no such file.</exception>
        public async Task<string?> ReadAsync(Option<FileInfo?> option, CancellationToken cancellationToken) => Parsed.GetValue(option) switch
        {
            null => null,
            { Exists: true } file => await File.ReadAllTextAsync(file.FullName, cancellationToken),
            var missing => throw new UsageException($"There is no file {missing}."),
        };
    }
}
