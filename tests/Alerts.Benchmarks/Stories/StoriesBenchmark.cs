using System.Diagnostics;
using System.Globalization;
using Alerts.Core.Articles;
using Alerts.Core.Matching;
using Alerts.Core.Stories;

namespace Alerts.Benchmarks.Stories;

/// <summary>What joining an article costs beside many stories, in one process: finding keys, comparing, storing; deciding its topics apart.</summary>
internal static class StoriesBenchmark
{
    private const int Measured = 2_000;
    private const int Days = 14;

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task<int> RunAsync()
    {
        var matcher = ArticleMatcher.BuiltIn();
        Console.WriteLine("  stories  ms per join");
        foreach (var stored in new[] { 1_000, 10_000, 100_000 })
        {
            var store = new StoriesInMemory();
            var joiner = new StoryJoiner(store);
            var number = 0;
            while (store.All.Count < stored)
            {
                await joiner.JoinAsync([Read(matcher, number++)], CancellationToken.None);
            }

            // Every other one tells what a stored story tells, in other words.
            var readings = Enumerable.Range(0, Measured).Select(at => at % 2 == 0 ? Read(matcher, number + at) : Retold(matcher, at * 31 % number, number + at)).ToList();
            var watch = Stopwatch.StartNew();
            var joined = await joiner.JoinAsync(readings, CancellationToken.None);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stored,9:N0}  {watch.Elapsed.TotalMilliseconds / Measured:0.000}   ({joined.Count(join => !join.Opened)} of {Measured} joined a story that was there)"));
        }

        return 0;
    }

    private static ArticleReading Read(ArticleMatcher matcher, int number) =>
        Read(matcher, number, number, $"{Name(number)} Protocol hacked for ${(number % 900) + 1}.{number % 9} million");

    private static ArticleReading Retold(ArticleMatcher matcher, int number, int id) =>
        Read(matcher, number, id, $"Crypto thieves drained ${(number % 900) + 1}.{number % 9} million from {Name(number)} Protocol");

    private static ArticleReading Read(ArticleMatcher matcher, int number, int id, string title)
    {
        var at = Start.AddMinutes((long)number * 7_919 % (Days * 24 * 60));
        return matcher.Read(new Article
        {
            Id = id.ToString("x8", CultureInfo.InvariantCulture),
            Url = string.Create(CultureInfo.InvariantCulture, $"https://press.example/{id}"),
            Title = title,
            Text = $"The DeFi team behind {Name(number)} Protocol confirmed the exploit. Hackers took ${(number % 900) + 1}.{number % 9} million in crypto tokens from its smart contracts, PeckShield said.",
            Language = "en",
            PublishedAt = at,
            FirstSeenAt = at,
            SourceId = "s",
            Publisher = "press",
        });
    }

    /// <summary>A name for each number: "Bakodi", "Famulo".</summary>
    private static string Name(int number)
    {
        const string Consonants = "bdfgklmnprstvz";
        const string Vowels = "aeiou";
        var name = new char[8];
        for (var at = 0; at < name.Length; at += 2)
        {
            name[at] = Consonants[number % Consonants.Length];
            number /= Consonants.Length;
            name[at + 1] = Vowels[(number + at) % Vowels.Length];
        }

        name[0] = char.ToUpperInvariant(name[0]);
        return new string(name);
    }
}
