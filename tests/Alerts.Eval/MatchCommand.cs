using System.Text.Json;
using Alerts.Core.Incidents;
using Alerts.Core.Matching;
using Alerts.Core.Stories;
using Alerts.Core.Stories.Amounts;

namespace Alerts.Eval;

/// <summary>Decides the topics of labelled articles in file order, as news that arrives.</summary>
internal static class MatchCommand
{
    public static async Task RunAsync(string input, string output)
    {
        var matcher = ArticleMatcher.BuiltIn();
        var joiner = new StoryJoiner(new StoriesInMemory());
        await using var results = new StreamWriter(output);
        foreach (var row in LabelledArticle.ReadAll(input))
        {
            var reading = matcher.Read(row.ToArticle());
            var join = reading.Matched.Any() ? (await joiner.JoinAsync([reading], CancellationToken.None))[0] : null;
            var protagonists = Protagonists.Of(reading);
            var ownUsd = StoryAmount.Of(reading)?.Usd;
            results.WriteLine(JsonSerializer.Serialize(
                new Result(
                    row.Id, [.. reading.Matched.Select(match => match.TopicId)], join?.Story.Id, [.. protagonists.VictimLabels], [.. protagonists.ActorLabels], ownUsd ?? IncidentSum(join),
                    ownUsd, join?.Story.Phase.ToString(), join?.Story.IncidentId, join?.Reason, [.. reading.Matches.Select(Why)]),
                LabelledArticle.Json));
        }
    }

    /// <summary>An alert carries its incident: where the story states no sum, the reader is told that of the known theft.</summary>
    private static decimal? IncidentSum(StoryJoin? join) =>
        join?.Story.IncidentId is { } id && ShippedIncidents.Find(id) is { } known ? known.Facts().AmountUsd : null;

    private static string Why(Match match) =>
        $"{match.TopicId} {match.Score}: {string.Join(", ", match.Explanation.Score.Select(part => $"{part.Points:+0;-0} {part.Name}"))}{string.Concat(match.Explanation.Gates.Where(gate => !gate.Passed).Select(gate => "; failed " + gate.Finding))}";

    /// <param name="OwnUsd">What the article itself states, without its incident.</param>
    private sealed record Result(
        string Id, IReadOnlyList<string> Topics, string? Story, IReadOnlyList<string> Victims, IReadOnlyList<string> Actors, decimal? AmountUsd, decimal? OwnUsd,
        string? Phase, string? Incident, string? Because, IReadOnlyList<string> Why);
}
