using System.Globalization;
using Alerts.Core.Messaging;
using Alerts.Core.Subscriptions;
using Spectre.Console;

namespace Alerts.Local.Commands;

internal sealed class SubscribersListVerb(Func<IAnsiConsole> console)
    : Verb("list", "Lists the subscriptions", ["alerts subscribers list", "alerts subscribers list --json"], console)
{
    private const int PageSize = 500;

    protected override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        await using var services = await invocation.OpenAsync(cancellationToken);
        var all = new List<Subscription>();
        Page<Subscription>? page = null;
        do
        {
            page = await services.Get<ISubscriptionStore>().ListAsync(PageSize, page?.Next, cancellationToken);
            all.AddRange(page.Items);
        }
        while (page.Next is not null);

        if (invocation.AsJson)
        {
            return invocation.Print(all.Select(item => new
            {
                item.Id,
                item.Channel.Kind,
                item.Channel.Target,
                item.Status,
                item.Topics,
                item.Cadence,
                item.Languages,
                item.MinimumSeverity,
                item.CreatedAt,
            }));
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("channel", "target", "status", "topics", "cadence", "since");
        foreach (var item in all)
        {
            table.AddRow(new string[]
            {
                item.Channel.Kind.ToString().ToLowerInvariant(), item.Channel.Target, item.Status.ToString().ToLowerInvariant(), string.Join(", ", item.Topics),
                item.Cadence.ToString().ToLowerInvariant(), item.CreatedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            }.Select(Markup.Escape).ToArray());
        }

        invocation.Console.Write(table);
        return AlertsCommandLine.Done;
    }
}
