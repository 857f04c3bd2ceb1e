using System.Globalization;
using System.Text;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching;
using Alerts.Core.Matching.Topics;

namespace Alerts.Eval.Learning;

/// <summary>
/// Learns what a built-in topic weighs beside its rules. The weights are learned as if there were no rules, so that they are a second opinion and not an echo of
/// rules that were written with the same articles in view; only where the two together begin to be a hit is set with the rules' scores. How far they are right is measured file
/// by file, with weights and beginning from the other files.
/// </summary>
internal static class LearnCommand
{
    private const double Penalty = 2;
    private const double ImportanceOfBorderline = 0.5;

    /// <summary>Points of the topic for one unit of log-odds: with 15 to 30 the two opinions together were right equally often.</summary>
    private const double Scale = 20;

    private const int MaxEase = 20;

    private const string Label = "how such news is told";

    public static int Run(string topicId, string output, string[] inputs)
    {
        if (BuiltInTopics.All(KnowledgeBase.BuiltIn).FirstOrDefault(topic => topic.Id == topicId) is not { } topic)
        {
            Console.Error.WriteLine($"there is no built-in topic '{topicId}'");
            return 2;
        }

        if (LabelledFiles.Read(inputs) is not { } labelled) return 2;
        var articles = labelled.SelectMany(file => file).ToList();
        var files = labelled.Index().SelectMany(file => file.Item.Select(_ => file.Index)).ToList();
        var (signs, held) = SignCandidates.Of(topic, articles);
        var rules = RuleScores(topic, articles);
        var isLabelled = articles.ConvertAll(article => article.Labels.Contains(topicId));
        Console.WriteLine($"{articles.Count} articles, {isLabelled.Count(label => label)} labelled; {signs.Count} signs");

        // Each file's articles by weights that know nothing of them.
        var odds = new double?[articles.Count];
        for (var file = 0; file < inputs.Length; file++)
        {
            var left = Fit(Examples(at => files[at] != file));
            for (var at = 0; at < articles.Count; at++)
            {
                if (files[at] == file && held[at] is { } present) odds[at] = left.LogOdds(present);
            }
        }

        for (var file = 0; file < inputs.Length; file++)
        {
            Print(Path.GetFileNameWithoutExtension(inputs[file]), at => files[at] == file, EaseOf(at => files[at] != file));
        }

        var ease = EaseOf(_ => true);
        Print("all", _ => true, ease);
        var all = Fit(Examples(_ => true));
        File.WriteAllText(output, Block(signs, all, ease));
        return 0;

        List<LogisticRegression.Example> Examples(Func<int, bool> chosen) =>
        [
            .. Enumerable.Range(0, articles.Count).Where(at => chosen(at) && held[at] is not null)
                .Select(at => new LogisticRegression.Example(held[at]!, isLabelled[at], articles[at].Borderline ? ImportanceOfBorderline : 1)),
        ];

        LogisticRegression Fit(List<LogisticRegression.Example> examples) => LogisticRegression.Fit(examples, signs.Count, Penalty);

        bool Hit(int at, int points) => rules[at] is { } score && odds[at] is { } logOdds && score + Scale * logOdds + points >= topic.Threshold;

        // Points to begin with, such that rules and weights together are wrong least often.
        int EaseOf(Func<int, bool> chosen) => Enumerable.Range(-MaxEase, 2 * MaxEase + 1).MinBy(points => (
            Enumerable.Range(0, articles.Count).Where(at => chosen(at) && Hit(at, points) != isLabelled[at]).Sum(at => articles[at].Borderline ? ImportanceOfBorderline : 1),
            Math.Abs(points)));

        void Print(string name, Func<int, bool> chosen, int easeOfOthers)
        {
            var firm = Enumerable.Range(0, articles.Count).Where(at => chosen(at) && !articles[at].Borderline).ToList();
            Console.WriteLine(
                $"{name,-16} firm: rules {F1(firm, at => rules[at] >= topic.Threshold)}   weights {F1(firm, at => odds[at] >= 0)}   both {F1(firm, at => Hit(at, easeOfOthers))}");
        }

        string F1(List<int> among, Func<int, bool> hit)
        {
            var right = among.Count(at => hit(at) && isLabelled[at]);
            var wrong = among.Count(at => hit(at) && !isLabelled[at]);
            var missed = among.Count(at => !hit(at) && isLabelled[at]);
            return string.Create(CultureInfo.InvariantCulture, $"{2.0 * right / Math.Max(1, 2 * right + wrong + missed):0.000} ({right}/{wrong}/{missed})");
        }
    }

    /// <summary>Null where the topic's requirements or gates rule an article out whatever its score.</summary>
    private static List<int?> RuleScores(Topic topic, List<LabelledArticle> articles)
    {
        var matcher = ArticleMatcher.Create(KnowledgeBase.BuiltIn, [topic with { Weighings = [], Threshold = -100_000 }]);
        return articles.ConvertAll(article => matcher.Read(article.ToArticle()).Matches is [{ Matched: true } match] ? match.Score : (int?)null);
    }

    private static string Block(IReadOnlyList<TopicScore> signs, LogisticRegression learned, int ease)
    {
        var block = new StringBuilder();
        block.Append(CultureInfo.InvariantCulture, $"weigh {Points(learned.Intercept) + ease} \"{Label}\"\n");
        foreach (var (sign, points) in signs.Select((sign, at) => (sign.Text, Points: Points(learned.Weights[at]))).Where(one => one.Points != 0).OrderByDescending(one => one.Points))
            block.Append(CultureInfo.InvariantCulture, $"  {points} {sign}\n");
        return block.ToString();

        static int Points(double logOdds) => (int)Math.Round(Scale * logOdds);
    }
}
