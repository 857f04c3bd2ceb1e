using System.CommandLine;
using Alerts.Core.Sources;
using Alerts.Web.Api;
using Alerts.Web.Problems;
using Spectre.Console;

namespace Alerts.Local.Commands;

internal sealed class SourcesAddVerb : Verb
{
    private readonly Argument<string> url = new("url") { Description = "Its address" };
    private readonly Option<string?> name = new("--name") { Description = "What it is called [its host]" };
    private readonly Option<SourceKind> kind = new("--kind") { Description = "How it is read", DefaultValueFactory = _ => SourceKind.Feed };
    private readonly Option<string?> publisher = new("--publisher") { Description = "The family it belongs to [its host]" };
    private readonly Option<SourceTier> tier = new("--tier") { Description = "How much its word counts", DefaultValueFactory = _ => SourceTier.Other };
    private readonly Option<string?> language = new("--language") { Description = "Its language, as a BCP 47 tag" };
    private readonly Option<FileInfo?> definition = new("--definition") { Description = "For a JSON API or an HTML list: a file that says how to read it" };

    public SourcesAddVerb(Func<IAnsiConsole> console)
        : base("add", "Watches another source", ["alerts sources add https://example.org/feed.xml --publisher Example --tier trade --language en"], console)
    {
        Arguments.Add(url);
        foreach (var option in (Option[])[name, kind, publisher, tier, language, definition])
        {
            Options.Add(option);
        }
    }

    protected override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var parsed = invocation.Parsed;
        await using var services = await invocation.OpenAsync(cancellationToken);
        var errors = new FieldErrors();
        var request = new SourceRequest
        {
            Url = parsed.GetValue(url),
            Name = parsed.GetValue(name),
            Kind = parsed.GetValue(kind),
            Publisher = parsed.GetValue(publisher),
            Tier = parsed.GetValue(tier),
            Language = parsed.GetValue(language),
            Definition = await invocation.ReadAsync(definition, cancellationToken),
        };
        if (services.Get<SourceRequestRules>().Create(request, errors) is not { } source)
        {
            return invocation.Misuse(errors);
        }

        if (!await services.Get<ISourceStore>().AddIfAbsentAsync(source, cancellationToken))
        {
            return invocation.Fail($"{source.Url} is watched already, as {source.Id}.");
        }

        await services.AuditAsync("addSource", $"/api/sources/{source.Id}", cancellationToken);
        return invocation.AsJson ? invocation.Print(new { source.Id, source.Name, source.Url }) : invocation.Say($"Added {source.Name} as {source.Id}; it is polled within a minute.");
    }
}
