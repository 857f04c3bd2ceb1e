using System.CommandLine;
using Alerts.Core.Sources;
using Spectre.Console;

namespace Alerts.Local.Commands;

internal sealed class SourcesRemoveVerb : Verb
{
    private readonly Argument<string> source = new("source") { Description = "Its id or its address" };

    public SourcesRemoveVerb(Func<IAnsiConsole> console)
        : base("remove", "Stops watching a source; its articles and hits stay", ["alerts sources remove https://example.org/feed.xml"], console) => Arguments.Add(source);

    protected override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var named = invocation.Parsed.GetValue(source)!;
        var id = Uri.TryCreate(named, UriKind.Absolute, out var url) ? Source.IdOf(url) : named;
        await using var services = await invocation.OpenAsync(cancellationToken);
        if (!await services.Get<ISourceStore>().RemoveAsync(id, cancellationToken))
        {
            return invocation.Fail($"There is no source '{named}'. See: alerts sources list");
        }

        await services.AuditAsync("removeSource", $"/api/sources/{id}", cancellationToken);
        return invocation.AsJson ? invocation.Print(new { removed = id }) : invocation.Say($"Removed {named}.");
    }
}
