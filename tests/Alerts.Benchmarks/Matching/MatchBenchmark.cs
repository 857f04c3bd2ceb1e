using System.Globalization;
using Alerts.Core.Matching.Scanning;

namespace Alerts.Benchmarks.Matching;

/// <summary>Megabytes of UTF-8 text a second on one core, beside engines that run anywhere; all have to find the same mentions.</summary>
internal static class MatchBenchmark
{
    private const int Seed = 20_260_221;
    private const int EnglishBytes = 8_000_000;

    private static readonly int[] s_sizes = [200, 2_000, 20_000, 200_000, 1_000_000];

    public static int Run(string[] args)
    {
        int[] sizes = [.. args.Where(arg => int.TryParse(arg, out _)).Select(arg => int.Parse(arg, CultureInfo.InvariantCulture))];
        sizes = sizes.Length > 0 ? sizes : args.Contains("quick") ? s_sizes[..3] : s_sizes;
        bool peers = !args.Contains("ours");

        var english = new EnglishCorpus(Seed, Math.Max(200_000, sizes.Max()), EnglishBytes);
        var table = new MatchTable("English", english.Articles, sizes);
        bool same = table.Measure(() => new AlertsMatcher(), english.Names);
        if (peers)
        {
            same &= table.Measure(() => new HyperscanMatcher(), english.Names);
            same &= table.Measure(() => new SearchValuesMatcher(), english.Names);
            same &= table.Measure(() => new NGramMatcher(), english.Names);
            same &= table.Measure(() => new RegexMatcher(), english.Names);
            same &= table.Measure(() => new NaiveMatcher(), english.Names);
        }
        table.Print();
        foreach (IdeographCorpus corpus in IdeographCorpus.All(Seed, 20_000))
        {
            var unspaced = new MatchTable(corpus.Language, corpus.Articles, [20_000]);
            same &= unspaced.Measure(() => new AlertsMatcher(AliasForm.Substring), corpus.Names);
            if (peers)
                same &= unspaced.Measure(() => new NGramMatcher(characters: true), corpus.Names);
            unspaced.Print();
        }
        BuildCost.Print(english.Names);
        return same ? 0 : 1;
    }
}
