using System.Text.Encodings.Web;
using System.Text.Json;
using Alerts.Core.Matching;
using Alerts.Core.Stories;

namespace Alerts.Eval.Learning;

/// <summary>
/// Learns what a sign that an article and a story have in common, or not, says of whether they are one event: from every article beside every story that the rules had made of the
/// articles before it. How far rules and weights together are right is measured file by file, with weights from the other files; an article that is missed is an alert of its own to
/// somebody who waits for the event, and wrong hits that join a story are not counted against it.
/// </summary>
internal static class LearnStoriesCommand
{
    /// <summary>With 0.3 to 3 the two together were right equally often.</summary>
    private const double Penalty = 1;

    /// <summary>A sign seen in fewer pairs than this tells of those pairs and not of a kind.</summary>
    private const int LeastPairs = 30;

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<int> RunAsync(string output, string[] inputs)
    {
        if (LabelledFiles.Read(inputs) is not { } labelled) return 2;
        var matcher = ArticleMatcher.BuiltIn();
        var files = new List<LabelledFile>();
        foreach (var (path, articles) in inputs.Zip(labelled))
        {
            var read = articles.AsParallel().AsOrdered().Select(article => new ReadArticle(article, matcher.Read(article.ToArticle()))).ToList();
            files.Add(new LabelledFile(Path.GetFileNameWithoutExtension(path), read, await PairsAsync(read)));
        }

        var pairs = files.SelectMany(file => file.Pairs).ToList();
        Console.WriteLine($"{files.Sum(file => file.Articles.Count)} articles, {pairs.Count} pairs, {pairs.Count(pair => pair.AreOne)} of one event");
        var all = new List<(StoryScore Rules, StoryScore Both)>();
        foreach (var file in files)
        {
            var others = StoryOpinion.Of(Fit(files.Where(other => other != file).SelectMany(other => other.Pairs)));
            var scores = (await ScoreAsync(file.Articles, StoryOpinion.None), await ScoreAsync(file.Articles, others));
            all.Add(scores);
            Print(file.Name, scores);
        }

        Print("mean", (Mean(all.ConvertAll(scores => scores.Rules)), Mean(all.ConvertAll(scores => scores.Both))));
        await File.WriteAllTextAsync(output, JsonSerializer.Serialize(Fit(pairs), s_json) + "\n");
        return 0;
    }

    /// <summary>In file order, as news that arrives.</summary>
    private static async Task<List<Pair>> PairsAsync(List<ReadArticle> articles)
    {
        var stories = new StoriesInMemory();
        var joiner = new StoryJoiner(stories, StoryOpinion.None);
        var events = articles.ToDictionary(article => article.Labelled.Id, article => article.Event, StringComparer.Ordinal);
        var pairs = new List<Pair>();
        foreach (var article in articles.Where(article => article.Reading.Matched.Any()))
        {
            var told = NewsEvent.Of(article.Reading);
            foreach (var story in stories.All)
            {
                if (!StoryAgreement.MayMeet(told, story)) continue;
                var areOne = story.Articles.Count(member => events[member.Id] == article.Event) * 2 >= story.Articles.Count;
                pairs.Add(new Pair(StorySigns.Of(told, story), areOne));
            }

            await joiner.JoinAsync([article.Reading], CancellationToken.None);
        }

        return pairs;
    }

    private static StoryOpinion.OpinionFile Fit(IEnumerable<Pair> examples)
    {
        var pairs = examples.ToList();
        var signs = pairs.SelectMany(pair => pair.Signs).CountBy(sign => sign).Where(sign => sign.Value >= LeastPairs).Select(sign => sign.Key).Order(StringComparer.Ordinal).ToList();
        var place = signs.Index().ToDictionary(sign => sign.Item, sign => sign.Index, StringComparer.Ordinal);
        var learned = LogisticRegression.Fit(
            [.. pairs.Select(pair => new LogisticRegression.Example([.. pair.Signs.Where(place.ContainsKey).Select(sign => place[sign])], pair.AreOne, 1))], signs.Count, Penalty);
        var weights = signs.Index().Select(sign => (Sign: sign.Item, Weight: Math.Round(learned.Weights[sign.Index], 2))).Where(sign => sign.Weight != 0)
            .OrderByDescending(sign => sign.Weight).ToDictionary(sign => sign.Sign, sign => sign.Weight);
        return new(Math.Round(learned.Intercept, 2), weights);
    }

    private static async Task<StoryScore> ScoreAsync(List<ReadArticle> articles, StoryOpinion opinion)
    {
        var joiner = new StoryJoiner(new StoriesInMemory(), opinion);
        var told = new List<(string Event, string Story)>();
        foreach (var article in articles)
        {
            var story = article.Reading.Matched.Any() ? (await joiner.JoinAsync([article.Reading], CancellationToken.None))[0].Story.Id : "missed " + article.Labelled.Id;
            if (article.Labelled.Labels.Count > 0) told.Add((article.Event, story));
        }

        return StoryScore.Of(told);
    }

    private static StoryScore Mean(List<StoryScore> scores) => new(scores.Average(score => score.Precision), scores.Average(score => score.Recall), scores.Average(score => score.AlertsPerEvent));

    private static void Print(string name, (StoryScore Rules, StoryScore Both) scores) => Console.WriteLine($"{name,-16} rules {scores.Rules}   both {scores.Both}");

    /// <param name="AreOne">Half of the story's articles or more tell the article's event.</param>
    private sealed record Pair(IReadOnlyCollection<string> Signs, bool AreOne);

    private sealed record ReadArticle(LabelledArticle Labelled, ArticleReading Reading)
    {
        public string Event => Labelled.Labels.Count > 0 && Labelled.Event is { Length: > 0 } told ? told : "of " + Labelled.Id;
    }

    private sealed record LabelledFile(string Name, List<ReadArticle> Articles, List<Pair> Pairs);
}
