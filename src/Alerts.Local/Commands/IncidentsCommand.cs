using System.CommandLine;
using System.Globalization;
using Alerts.Core.Incidents;
using Alerts.Core.Stories.Amounts;
using Spectre.Console;

namespace Alerts.Local.Commands;

/// <summary><c>alerts incidents</c> lists, <c>alerts incidents show ID</c> tells one.</summary>
internal sealed class IncidentsCommand : Verb
{
    private readonly Option<int> take = CountOption.Create("--take", "At most so many", unsaid: 50, most: 1_000);

    public IncidentsCommand(Func<IAnsiConsole> console)
        : base("incidents", "Lists the thefts, the latest first, with their facts as they stand", ["alerts incidents", "alerts incidents show bybit-2025-02"], console)
    {
        Options.Add(take);
        Add(new ShowVerb(console));
    }

    protected override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var wanted = invocation.Parsed.GetValue(take);
        await using var services = await invocation.OpenAsync(cancellationToken);
        var page = await services.Get<IIncidentStore>().ListAsync(wanted, cursor: null, cancellationToken);
        if (invocation.AsJson)
        {
            return invocation.Print(page.Items.Select(incident => new { incident.Id, incident.Name, incident.OpenedAt, incident.UpdatedAt, Facts = incident.Facts() }));
        }

        foreach (var incident in page.Items)
        {
            var facts = incident.Facts();
            invocation.Console.MarkupLine(string.Create(
                CultureInfo.InvariantCulture,
                $"[aqua]{Markup.Escape(incident.Id),-24}[/] [bold]{Markup.Escape(incident.Name)}[/]  {Markup.Escape(Amount(facts) ?? "")}  [grey]{Markup.Escape(facts.AttributionText ?? "")}[/]"));
        }

        return page.Items.Count > 0 ? AlertsCommandLine.Done : invocation.Say("No incidents.");
    }

    private static string? Amount(Core.Stories.StoryFacts facts) => facts is { AmountUsdLow: { } low, AmountUsdHigh: { } high } ? UsdText.Of(low, high) : facts.AmountText;

    private sealed class ShowVerb : Verb
    {
        private readonly Argument<string> id = new("id") { Description = "As the list prints it" };

        public ShowVerb(Func<IAnsiConsole> console)
            : base("show", "Prints one incident: facts, history, disagreements, claims", ["alerts incidents show bybit-2025-02 --json"], console) => Arguments.Add(id);

        protected override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
        {
            var wanted = invocation.Parsed.GetValue(id)!;
            await using var services = await invocation.OpenAsync(cancellationToken);
            if (await services.Get<IIncidentStore>().GetAsync(wanted, cancellationToken) is not { } incident)
            {
                return invocation.Fail($"There is no incident {wanted}. \"alerts incidents\" lists them.");
            }

            var facts = incident.Facts();
            var history = IncidentHistory.Of(incident.Claims);
            if (invocation.AsJson)
            {
                return invocation.Print(new { incident.Id, incident.Name, incident.OpenedAt, Facts = facts, Disagreements = Disagreements.Of(facts), History = history, incident.Stories, incident.Claims });
            }

            invocation.Say(incident.Name + (facts.Date is { } date ? ", " + date : ""));
            Say("victim", string.Join(", ", facts.Victims));
            Say("amount", Amount(facts));
            Say("taken", string.Join(", ", facts.Taken));
            Say("how", string.Join(", ", facts.Kinds));
            facts.Attributions.ToList().ForEach(line => Say("attribution", $"{line.Text} ({line.Status.ToString().ToLowerInvariant()})"));
            Say("disagree", string.Join("; ", Disagreements.Of(facts)));
            Say("funds", string.Join(", ", facts.Funds.Select(fact => fact.Text)));
            foreach (var change in history)
            {
                invocation.Say(string.Create(CultureInfo.InvariantCulture, $"  {change.At:yyyy-MM-dd HH:mm}  {change.Fact}: {(change.From is { } from ? from + " -> " : "")}{change.To}  ({change.Publisher})"));
            }

            return AlertsCommandLine.Done;

            void Say(string label, string? value)
            {
                if (!string.IsNullOrEmpty(value)) invocation.Say($"  {label,-12} {value}");
            }
        }
    }
}
