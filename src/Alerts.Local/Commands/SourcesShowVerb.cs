using System.CommandLine;
using System.Globalization;
using Alerts.Core.Operations;
using Alerts.Core.Sources;
using Alerts.Core.Sources.Polling;
using Spectre.Console;

namespace Alerts.Local.Commands;

internal sealed class SourcesShowVerb : Verb
{
    private readonly Argument<string> id = new("id") { Description = "The source's id, or a part of its name" };

    public SourcesShowVerb(Func<IAnsiConsole> console)
        : base("show", "How a source is, and how it was", ["alerts sources show d41d8cd98f00b204", "alerts sources show \"The Record\""], console) => Arguments.Add(id);

    protected override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        await using var services = await invocation.OpenAsync(cancellationToken);
        var wanted = invocation.Parsed.GetValue(id)!;
        var all = await services.Get<ISourceStore>().ListAsync(cancellationToken);
        var found = all.Where(source => source.Id == wanted).ToList();
        if (found.Count == 0)
        {
            found = [.. all.Where(source => source.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase))];
        }

        if (found is not [var one])
        {
            return invocation.Fail(found.Count == 0
                ? $"There is no source '{wanted}': see alerts sources list."
                : $"'{wanted}' could be {string.Join(", ", found.Take(5).Select(source => $"{source.Name} ({source.Id})"))}.");
        }

        var latency = await services.Get<SourceLatencies>().FindAsync(one, cancellationToken);
        return invocation.AsJson ? invocation.Print(new { Source = one, Alerted = latency }) : Show(invocation, one, latency);
    }

    private static int Show(Invocation invocation, Source source, SourceLatency? latency)
    {
        var state = source.State;
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(3)).AddColumn();
        Add("name", source.Name);
        Add("address", source.Url?.AbsoluteUri ?? "a caller");
        if (PollRules.UrlOf(source) is { } polled && polled != source.Url)
        {
            Add("moved to", polled.AbsoluteUri);
        }

        Add("publisher", $"{source.Publisher}, {source.Tier.ToString().ToLowerInvariant()}, {source.Kind.ToString().ToLowerInvariant()}{(source.Language is { } language ? ", " + language : "")}");
        Add("health", (source.Enabled ? state.Health.ToString().ToLowerInvariant() : "switched off") + (state.Reason is { } reason ? $": {reason}" : ""));
        Add("polled", $"{Moment(state.LastPolledAt)}, last answer {Moment(state.LastOkAt)}, last new entry {Moment(state.LastNewEntryAt)}");
        Add("next", Moment(state.NextPollAt == default ? null : state.NextPollAt));
        Add("rhythm", string.Create(CultureInfo.InvariantCulture, $"{state.EntriesPerDay:0.##} entries a day, {state.EntriesListed} listed"));
        if (LagSketch.Percentile(state.Lags, 0.5) is { } half && LagSketch.Percentile(state.Lags, 0.95) is { } most)
        {
            Add("seen after", $"half within {PollRules.InWords(half)}, 95 % within {PollRules.InWords(most)}, of {LagSketch.CountOf(state.Lags)} entries");
        }

        if (latency is not null)
        {
            Add("alerted", $"{string.Join(", ", Stations(latency))}; of {latency.Alerts} alerts");
        }

        invocation.Console.Write(grid);
        if (state.History.Count > 0)
        {
            var table = new Table().Border(TableBorder.Simple).AddColumns("since", "health", "why");
            foreach (var change in state.History)
            {
                table.AddRow(Moment(change.At), change.Health.ToString().ToLowerInvariant(), Markup.Escape(change.Reason ?? ""));
            }

            invocation.Console.Write(table);
        }

        return AlertsCommandLine.Done;

        void Add(string label, string value) => grid.AddRow(label, Markup.Escape(value));
    }

    private static IEnumerable<string> Stations(SourceLatency latency) =>
        from station in new[] { ("matched", latency.SeenToMatched), ("announced", latency.MatchedToAnnounced), ("accepted", latency.AnnouncedToAccepted) }
        where station.Item2 is not null
        select string.Create(CultureInfo.InvariantCulture, $"{station.Item1} after {station.Item2.P50Seconds:0.#} s (95 %: {station.Item2.P95Seconds:0.#} s)");

    private static string Moment(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "never";
}
