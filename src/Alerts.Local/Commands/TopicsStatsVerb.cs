using System.CommandLine;
using System.Globalization;
using Alerts.Core.Hits;
using Alerts.Core.Matching;
using Spectre.Console;

namespace Alerts.Local.Commands;

internal sealed class TopicsStatsVerb : Verb
{
    private const int PageSize = 1_000;

    private readonly Option<int> days = CountOption.Create("--days", "How far back", unsaid: 30, most: 3_650);

    public TopicsStatsVerb(Func<IAnsiConsole> console)
        : base("stats", "How the topics do: hits, and those that people say are none, by clause and publisher", ["alerts topics stats --days 30"], console) => Options.Add(days);

    protected override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        await using var services = await invocation.OpenAsync(cancellationToken);
        var since = TimeProvider.System.GetUtcNow().AddDays(-invocation.Parsed.GetValue(days));
        var stats = new List<TopicStats>();
        foreach (var topic in services.Get<ITopicCatalog>().Topics)
        {
            var (count, cursor) = (0, (string?)null);
            do
            {
                var page = await services.Get<IHitStore>().ListAsync(new HitQuery(topic.Id, Since: since, Take: PageSize, Cursor: cursor), cancellationToken);
                (count, cursor) = (count + page.Items.Count, page.Next);
            }
            while (cursor is not null);

            stats.Add(await TopicStats.OfAsync(topic.Id, since, count, services.Get<IHitFeedbackStore>(), cancellationToken));
        }

        return invocation.AsJson ? invocation.Print(stats) : Show(invocation, stats);
    }

    private static int Show(Invocation invocation, List<TopicStats> stats)
    {
        foreach (var topic in stats)
        {
            invocation.Say(string.Create(CultureInfo.InvariantCulture, $"{topic.TopicId}  {topic.Hits} hits, {topic.Marked} marked as none"));
            foreach (var clause in topic.Clauses)
            {
                invocation.Say(string.Create(CultureInfo.InvariantCulture, $"    {clause.Marked,4}  {clause.Name}"));
            }

            foreach (var publisher in topic.Publishers)
            {
                invocation.Say(string.Create(CultureInfo.InvariantCulture, $"    {publisher.Marked,4}  at {publisher.Name}"));
            }
        }

        return AlertsCommandLine.Done;
    }
}
