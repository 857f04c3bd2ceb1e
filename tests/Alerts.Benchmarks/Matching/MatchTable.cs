using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Alerts.Benchmarks.Matching;

/// <summary>One corpus, a row for each engine, a column for each number of aliases. The first engine measured is what the others must agree with.</summary>
internal sealed class MatchTable(string title, string[] articles, int[] sizes)
{
    private const int Runs = 15;
    private static readonly TimeSpan s_longestRun = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(1);

    private readonly long _bytes = articles.Sum(article => (long)Encoding.UTF8.GetByteCount(article));
    private readonly Dictionary<int, List<Mention>[]> _reference = [];
    private readonly List<(string Name, string[] Cells)> _rows = [];

    /// <summary>Measures one engine at every size; false when it found something else than the first.</summary>
    public bool Measure(Func<IMatcher> create, string[] names)
    {
        bool same = true;
        string[] cells = new string[sizes.Length];
        string name = "";
        for (int i = 0; i < sizes.Length; i++)
        {
            using IMatcher matcher = create();
            name = matcher.Name;
            string[] aliases = names[..sizes[i]];
            if (!matcher.TryBuild(aliases))
            {
                cells[i] = "–";
                continue;
            }
            double speed = Speed(matcher, out string[] scanned);
            int differences = Compare(matcher, aliases, scanned);
            cells[i] = speed.ToString("0", CultureInfo.InvariantCulture) + (differences == 0 ? "" : $" ({differences} differ!)");
            same &= differences == 0;
        }
        _rows.Add((name, cells));
        return same;
    }

    public void Print()
    {
        long mentions = _reference.GetValueOrDefault(sizes[^1])?.Sum(found => (long)found.Count) ?? 0;
        Console.WriteLine($"\n{title}: {_bytes / 1e6:0.0} MB of UTF-8 in {articles.Length} articles, {mentions} mentions at {sizes[^1]:N0} aliases; MB/s, the best of at least {Runs} runs for each article\n");
        Console.WriteLine($"| engine | {string.Join(" | ", sizes.Select(size => size.ToString("N0", CultureInfo.InvariantCulture)))} |");
        Console.WriteLine($"|---|{string.Concat(sizes.Select(_ => "---:|"))}");
        foreach ((string name, string[] cells) in _rows)
            Console.WriteLine($"| {name} | {string.Join(" | ", cells)} |");
    }

    // Each article's best time counts: it takes microseconds, so that in some run it is read undisturbed also on a busy machine.
    // Slow engines are timed on as many articles as they manage, and compared on those.
    private double Speed(IMatcher matcher, out string[] scanned)
    {
        List<Mention> mentions = new(1 << 16);
        var best = new long[articles.Length];
        long start = Stopwatch.GetTimestamp();
        int count = 0;
        while (count < articles.Length && Stopwatch.GetElapsedTime(start) < s_longestRun)
            best[count] = Time(matcher, articles[count++], mentions);
        scanned = articles[..count];

        // The compiler needs a while until it has seen what is hot.
        for (int run = 1; count == articles.Length && (run < Runs || Stopwatch.GetElapsedTime(start) < s_warmUp); run++)
        {
            for (int i = 0; i < count; i++)
                best[i] = Math.Min(best[i], Time(matcher, articles[i], mentions));
        }
        long bytes = scanned.Sum(article => (long)Encoding.UTF8.GetByteCount(article));
        return bytes / TimeSpan.FromSeconds(best[..count].Sum() / (double)Stopwatch.Frequency).TotalSeconds / 1e6;
    }

    private static long Time(IMatcher matcher, string article, List<Mention> mentions)
    {
        mentions.Clear();
        long start = Stopwatch.GetTimestamp();
        matcher.Scan(article, mentions);
        return Stopwatch.GetTimestamp() - start;
    }

    private int Compare(IMatcher matcher, string[] aliases, string[] scanned)
    {
        var found = new List<Mention>[scanned.Length];
        for (int i = 0; i < scanned.Length; i++)
            matcher.Scan(scanned[i], found[i] = []);
        if (_reference.TryAdd(aliases.Length, found))
            return 0;
        int differences = 0;
        for (int i = 0; i < scanned.Length; i++)
        {
            HashSet<Mention> expected = [.. MentionsAs(matcher, scanned[i], [.. _reference[aliases.Length][i].Where(mention => IsSpelt(mention, aliases, scanned[i]))])];
            expected.SymmetricExceptWith(found[i]);
            differences += expected.Count;
        }
        return differences;
    }

    // Alerts also finds "Trader Traitor" written together; the peers look for aliases as they are spelt.
    private static bool IsSpelt(Mention mention, string[] aliases, string text) =>
        text.AsSpan(mention.Start, mention.End - mention.Start).Equals(aliases[mention.Alias], StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Mention> MentionsAs(IMatcher matcher, string text, List<Mention> mentions) => matcher switch
    {
        HyperscanMatcher => mentions.Select(m => new Mention(m.Alias, -1, Encoding.UTF8.GetByteCount(text.AsSpan(0, m.End)))),
        RegexMatcher => WithoutOverlaps(mentions),
        _ => mentions,
    };

    private static IEnumerable<Mention> WithoutOverlaps(List<Mention> mentions)
    {
        int end = 0;
        foreach (Mention mention in mentions.OrderBy(m => m.Start).ThenByDescending(m => m.End))
        {
            if (mention.Start < end)
                continue;
            end = mention.End;
            yield return mention;
        }
    }
}
