using System.CommandLine;
using System.Globalization;
using Alerts.Core.Sources;
using Spectre.Console;

namespace Alerts.Local.Commands;

internal sealed class SourcesListVerb : Verb
{
    private readonly Option<SourceHealth?> health = new("--health") { Description = "Only those of this health" };

    public SourcesListVerb(Func<IAnsiConsole> console)
        : base("list", "Lists the sources and how they are", ["alerts sources list", "alerts sources list --health degraded --json"], console) => Options.Add(health);

    protected override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        await using var services = await invocation.OpenAsync(cancellationToken);
        var wanted = invocation.Parsed.GetValue(health);
        var sources = (await services.Get<ISourceStore>().ListAsync(cancellationToken))
            .Where(source => wanted is null || source.State.Health == wanted)
            .OrderBy(source => source.Name, StringComparer.OrdinalIgnoreCase)
            .ToList();
        if (invocation.AsJson)
        {
            return invocation.Print(sources.Select(source => new
            {
                source.Id,
                source.Name,
                source.Kind,
                source.Url,
                source.Publisher,
                source.Tier,
                source.Language,
                source.Enabled,
                source.State.Health,
                source.State.Reason,
                source.State.LastOkAt,
                source.State.NextPollAt,
                source.State.EntriesListed,
            }));
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("id", "name", "kind", "health", "last ok", "why");
        foreach (var source in sources)
        {
            table.AddRow(new string[]
            {
                source.Id, source.Name, source.Kind.ToString().ToLowerInvariant(), source.Enabled ? source.State.Health.ToString().ToLowerInvariant() : "disabled",
                source.State.LastOkAt?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "never", source.State.Reason ?? "",
            }.Select(Markup.Escape).ToArray());
        }

        invocation.Console.Write(table);
        var healthy = sources.Count(source => source.State.Health is SourceHealth.Healthy);
        return invocation.Say(string.Create(CultureInfo.InvariantCulture, $"{healthy} of {sources.Count} healthy"));
    }
}
