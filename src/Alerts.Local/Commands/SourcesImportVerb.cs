using System.CommandLine;
using Alerts.Core.Sources;
using Spectre.Console;

namespace Alerts.Local.Commands;

internal sealed class SourcesImportVerb : Verb
{
    private readonly Argument<FileInfo> file = new("file") { Description = "An OPML file" };

    public SourcesImportVerb(Func<IAnsiConsole> console)
        : base("import", "Adds the feeds of an OPML file", ["alerts sources import subscriptions.opml"], console) => Arguments.Add(file);

    protected override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var path = invocation.Parsed.GetValue(file)!;
        if (!path.Exists)
        {
            return invocation.Fail($"There is no file {path}.");
        }

        if (Opml.Read(await File.ReadAllBytesAsync(path.FullName, cancellationToken)) is not { } outline)
        {
            return invocation.Fail($"{path} is no OPML file.");
        }

        await using var services = await invocation.OpenAsync(cancellationToken);
        var store = services.Get<ISourceStore>();
        var added = 0;
        await invocation.Console.Progress().HideCompleted(true).StartAsync(async progress =>
        {
            var task = progress.AddTask("importing", maxValue: outline.Count);
            foreach (var source in outline)
            {
                added += await store.AddIfAbsentAsync(source with { AddedAt = TimeProvider.System.GetUtcNow() }, cancellationToken) ? 1 : 0;
                task.Increment(1);
            }
        });
        await services.AuditAsync("importSources", "/api/sources", cancellationToken, $"{added} added of {outline.Count} listed in {path.Name}");
        return invocation.AsJson ? invocation.Print(new { listed = outline.Count, added }) : invocation.Say($"{outline.Count} listed, {added} added, {outline.Count - added} watched already.");
    }
}
