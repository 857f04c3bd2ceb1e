using System.Text.Encodings.Web;
using System.Text.Json;
using Alerts.Core.Articles;
using Alerts.Core.Incidents;
using Alerts.Core.Matching;
using Alerts.Core.Stories;
using Alerts.Core.Stories.Amounts;

namespace Alerts.Eval;

/// <summary>Decides the topics of labelled articles in file order, as news that arrives.</summary>
internal static class MatchCommand
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task RunAsync(string input, string output)
    {
        var matcher = ArticleMatcher.BuiltIn();
        var joiner = new StoryJoiner(new StoriesInMemory());
        await using var results = new StreamWriter(output);
        foreach (var line in await File.ReadAllLinesAsync(input))
        {
            if (line.Length == 0) continue;
            var row = JsonSerializer.Deserialize<Row>(line, s_json)!;
            var reading = matcher.Read(ToArticle(row));
            var join = reading.Matched.Any() ? (await joiner.JoinAsync([reading], CancellationToken.None))[0] : null;
            var protagonists = Protagonists.Of(reading);
            var ownUsd = StoryAmount.Of(reading)?.Usd;
            results.WriteLine(JsonSerializer.Serialize(
                new Result(
                    row.Id, [.. reading.Matched.Select(match => match.TopicId)], join?.Story.Id, [.. protagonists.VictimLabels], [.. protagonists.ActorLabels], ownUsd ?? IncidentSum(join),
                    ownUsd, join?.Story.Phase.ToString(), join?.Story.IncidentId, join?.Reason, [.. reading.Matches.Select(Why)]),
                s_json));
        }
    }

    /// <summary>An alert carries its incident: where the story states no sum, the reader is told that of the known theft.</summary>
    private static decimal? IncidentSum(StoryJoin? join) =>
        join?.Story.IncidentId is { } id && ShippedIncidents.Find(id) is { } known ? known.Facts().AmountUsd : null;

    private static string Why(Match match) =>
        $"{match.TopicId} {match.Score}: {string.Join(", ", match.Explanation.Score.Select(part => $"{part.Points:+0;-0} {part.Name}"))}{string.Concat(match.Explanation.Gates.Where(gate => !gate.Passed).Select(gate => "; failed " + gate.Finding))}";

    private static Article ToArticle(Row row)
    {
        DateTimeOffset? date = DateTimeOffset.TryParse(row.Date, null, System.Globalization.DateTimeStyles.AssumeUniversal, out var parsed) ? parsed : null;
        return new Article
        {
            Id = row.Id,
            Url = row.Url,
            Title = row.Title,
            Text = row.Text,
            Language = row.Lang,
            PublishedAt = date,
            FirstSeenAt = date ?? TimeProvider.System.GetUtcNow(),
            SourceId = row.Outlet ?? "",
            Publisher = row.Outlet ?? "",
        };
    }

    private sealed record Row(string Id, string Url, string Title, string Text, string? Lang, string? Date, string? Outlet);

    /// <param name="OwnUsd">What the article itself states, without its incident.</param>
    private sealed record Result(
        string Id, IReadOnlyList<string> Topics, string? Story, IReadOnlyList<string> Victims, IReadOnlyList<string> Actors, decimal? AmountUsd, decimal? OwnUsd,
        string? Phase, string? Incident, string? Because, IReadOnlyList<string> Why);
}
