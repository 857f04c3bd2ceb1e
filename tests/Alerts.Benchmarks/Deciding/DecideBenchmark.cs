using System.Diagnostics;
using System.Globalization;
using System.Text;
using Alerts.Core.Articles;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching;
using Alerts.Core.Matching.Topics;

namespace Alerts.Benchmarks.Deciding;

/// <summary>
/// Times the whole decision on one article of 5,000 characters: all aliases, all topics, explanation included, while the number of
/// subscribers' topics grows from 100 to 100,000. Every number comes from a seed.
/// </summary>
internal static class DecideBenchmark
{
    private const int Articles = 40;
    private const int ArticleLength = 5_000;
    private const int Names = 20_000;
    private static readonly TimeSpan s_each = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan s_warming = TimeSpan.FromSeconds(3);

    public static int Run(string[] args)
    {
        int[] counts = args.Length > 0 ? [.. args.Select(count => int.Parse(count, CultureInfo.InvariantCulture))] : [100, 1_000, 10_000, 100_000];
        var dice = new Random(20_250_221);
        var names = MakeNames(dice, Names);
        var articles = MakeArticles(dice, names);
        var victims = KnowledgeBase.BuiltIn.Concepts.Where(concept => concept.Kind == Kinds.Victim).Select(concept => concept.Id).ToArray();
        // Code that runs for the first time is compiled twice, and part of that while it runs: no line of the table should pay for it.
        Measure(ArticleMatcher.Create(KnowledgeBase.BuiltIn, MakeTopics(new Random(1), names, victims, counts[0])), articles, s_warming, out _);
        Console.WriteLine($"{"topics",8} {"ms an article",14} {"matches",8} {"KiB an article",15} {"build s",8}");
        foreach (var count in counts)
        {
            var topics = MakeTopics(dice, names, victims, count);
            var start = Stopwatch.GetTimestamp();
            var matcher = ArticleMatcher.Create(KnowledgeBase.BuiltIn, topics);
            var built = Stopwatch.GetElapsedTime(start);
            var matches = articles.Sum(article => matcher.Read(article).Matches.Count);
            Measure(matcher, articles, TimeSpan.FromSeconds(0.5), out _);
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var time = Measure(matcher, articles, s_each, out var read);
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{count,8} {time.TotalMilliseconds / read,14:0.000} {(double)matches / Articles,8:0.0} {allocated / 1024.0 / read,15:0.0} {built.TotalSeconds,8:0.00}"));
        }

        return 0;
    }

    private static TimeSpan Measure(ArticleMatcher matcher, Article[] articles, TimeSpan atLeast, out int read)
    {
        var start = Stopwatch.GetTimestamp();
        for (read = 0; Stopwatch.GetElapsedTime(start) < atLeast; read += articles.Length)
        {
            foreach (var article in articles) matcher.Read(article);
        }

        return Stopwatch.GetElapsedTime(start);
    }

    private static string[] MakeNames(Random dice, int count)
    {
        string[] starts = ["Nor", "Vel", "Zan", "Kri", "Tol", "Mar", "Quo", "Bel", "Dra", "Fen", "Gal", "Hol"];
        string[] ends = ["tek", "dex", "pay", "vault", "chain", "swap", "lend", "mint", "bank", "port"];
        string[] kinds = ["Finance", "Exchange", "Protocol", "Wallet", "Bridge", "Capital", "Custody", "Labs"];
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (names.Count < count)
        {
            names.Add($"{Pick(dice, starts)}{(char)('a' + dice.Next(26))}{(char)('a' + dice.Next(26))}{Pick(dice, ends)} {Pick(dice, kinds)}");
        }

        return [.. names];
    }

    private static Article[] MakeArticles(Random dice, string[] names)
    {
        string[] sentences =
        [
            "The company said on Monday that it had hired new staff and opened an office in the city.", "Prices of bitcoin rose by two per cent while shares fell.",
            "Analysts expect the central bank to keep rates where they are until spring.", "Officials did not answer questions about the report.",
            "The exchange paused withdrawals after $12 million in ether was stolen from a hot wallet.", "Investigators suspect the Lazarus Group, which works for North Korea.",
            "Customers wrote that they could not reach support for hours.", "A spokesman said all users will be compensated from company funds.",
            "The weather in the capital stayed mild, and traffic was light.", "Researchers published a paper on the security of bridges between chains.",
        ];
        var articles = new Article[Articles];
        for (var index = 0; index < articles.Length; index++)
        {
            var text = new StringBuilder();
            while (text.Length < ArticleLength)
            {
                text.Append(dice.Next(5) == 0 ? $"{Pick(dice, names)} declined to comment. " : Pick(dice, sentences) + " ");
                if (dice.Next(4) == 0) text.Append('\n');
            }

            articles[index] = new Article
            {
                Id = $"a{index}",
                Url = "https://example.org/",
                Title = index % 3 == 0 ? "Exchange hacked, $12 million stolen" : "Markets close higher",
                Text = text.ToString(0, ArticleLength),
                Language = "en",
                FirstSeenAt = DateTimeOffset.UnixEpoch,
                SourceId = "s",
                Publisher = "p",
            };
        }

        return articles;
    }

    private static List<Topic> MakeTopics(Random dice, string[] names, string[] victims, int count)
    {
        var topics = new List<Topic>(BuiltInTopics.All(KnowledgeBase.BuiltIn));
        while (topics.Count < count)
        {
            var text = dice.Next(4) switch
            {
                0 => $"\"{Pick(dice, names)}\" and kind:theft",
                1 => $"any(concept:{Pick(dice, victims)}, concept:{Pick(dice, victims)}) and not title(\"{Pick(dice, names)}\")",
                2 => $"sentence(concept:{Pick(dice, victims)}, any(kind:theft, kind:attack))",
                _ => $"near(10, \"{Pick(dice, names)}\", kind:crypto) or title(\"{Pick(dice, names)}\")",
            };
            topics.Add(TopicParser.Parse(text, KnowledgeBase.BuiltIn, $"t{topics.Count}") is TopicParse.Parsed parsed ? parsed.Topic : throw new InvalidOperationException(text));
        }

        return topics;
    }

    private static string Pick(Random dice, string[] from) => from[dice.Next(from.Length)];
}
