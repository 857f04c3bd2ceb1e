using System.CommandLine;
using System.Globalization;
using Alerts.Core.Hits;
using Alerts.Core.Knowledge;
using Alerts.Core.Messaging;
using Alerts.Core.Stories;
using Spectre.Console;

namespace Alerts.Local.Commands;

internal sealed class HitsVerb : Verb
{
    private readonly Option<string?> topic = new("--topic") { Description = "Only this topic" };
    private readonly Option<DateTimeOffset?> since = new("--since") { Description = "Only articles first seen since then (ISO 8601)" };
    private readonly Option<string?> text = new("--text") { Description = "Only hits that say these words" };
    private readonly Option<string?> entity = new("--entity") { Description = "Only articles that name this group, exchange or person, by any of its names" };
    private readonly Option<Severity?> severity = new("--severity") { Description = "Only from this severity on" };
    private readonly Option<int> take = CountOption.Create("--take", "At most so many", unsaid: 50);

    public HitsVerb(Func<IAnsiConsole> console)
        : base("hits", "Lists the hits, newest first, with their reasons", ["alerts hits --topic dprk-crypto --since 2026-11-01", "alerts hits --entity 업비트 --severity high", "alerts hits --json | jq '.[].title'"], console)
    {
        Options.Add(topic);
        Options.Add(since);
        Options.Add(text);
        Options.Add(entity);
        Options.Add(severity);
        Options.Add(take);
    }

    protected override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var parsed = invocation.Parsed;
        var wanted = parsed.GetValue(take);
        var name = parsed.GetValue(entity);
        var named = name is null ? null : KnowledgeBase.BuiltIn.IdsNamed(name);
        if (name is not null && named is null)
        {
            return invocation.Misuse($"Nothing is known by the name '{name}'. For any other word use --text.");
        }

        await using var services = await invocation.OpenAsync(cancellationToken);
        var hits = new List<Hit>();
        Page<Hit>? page = null;
        do
        {
            var query = new HitQuery(parsed.GetValue(topic), parsed.GetValue(since), Text: parsed.GetValue(text), Take: Math.Min(wanted - hits.Count, 500), Cursor: page?.Next, MinimumSeverity: parsed.GetValue(severity), Concepts: named);
            page = await services.Get<IHitStore>().ListAsync(query, cancellationToken);
            hits.AddRange(page.Items);
        }
        while (page.Next is not null && hits.Count < wanted);

        if (invocation.AsJson)
        {
            return invocation.Print(hits.Select(hit => new
            {
                Id = hit.Id.ToString(),
                Topic = hit.Id.TopicId,
                hit.Title,
                hit.Url,
                hit.Publisher,
                hit.Language,
                hit.PublishedAt,
                hit.Id.FirstSeenAt,
                hit.Score,
                hit.Severity,
                hit.StoryId,
                hit.Explanation,
            }));
        }

        foreach (var hit in hits)
        {
            invocation.Console.MarkupLine($"[bold]{Markup.Escape(hit.Title)}[/]");
            invocation.Console.MarkupLine(string.Create(CultureInfo.InvariantCulture, $"  [aqua]{hit.Id.TopicId}[/] {hit.Score}  {Markup.Escape(hit.Publisher)} [[{hit.Language}]]  {hit.Id.FirstSeenAt:yyyy-MM-dd HH:mm} UTC"));
            invocation.Console.MarkupLine($"  [grey]because {Markup.Escape(hit.Explanation.Summary)}[/]");
            invocation.Console.MarkupLine($"  [grey]{Markup.Escape(hit.Url)}[/]");
        }

        return hits.Count > 0 ? AlertsCommandLine.Done : invocation.Say("No hits.");
    }
}
