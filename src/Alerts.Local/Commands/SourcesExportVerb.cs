using Alerts.Core.Sources;
using Spectre.Console;

namespace Alerts.Local.Commands;

internal sealed class SourcesExportVerb(Func<IAnsiConsole> console)
    : Verb("export", "Prints the feeds as OPML", ["alerts sources export > sources.opml"], console)
{
    protected override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        await using var services = await invocation.OpenAsync(cancellationToken);
        var sources = (await services.Get<ISourceStore>().ListAsync(cancellationToken)).Where(source => source.Kind != SourceKind.Caller).ToList();
        if (invocation.AsJson)
        {
            return invocation.Print(sources.Select(source => new { source.Name, source.Kind, source.Url, source.Publisher, source.Tier, source.Language, source.Definition }));
        }

        await invocation.Console.Profile.Out.Writer.WriteLineAsync(Opml.Write(sources));
        return AlertsCommandLine.Done;
    }
}
