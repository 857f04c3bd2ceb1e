using System.Globalization;
using System.IO.Compression;
using System.Text;
using Alerts.Benchmarks.Feeds;
using Alerts.Infrastructure.Fetching.Pages;
using SmartReader;

namespace Alerts.Benchmarks.Extraction;

/// <summary>Pages a second of processor time, from bytes to main text, beside SmartReader alone. The pages are made, or those of a folder (<c>*.html</c>, <c>*.html.gz</c>).</summary>
internal static class ExtractionBenchmark
{
    private const int Rounds = 7;
    private static readonly Uri Url = new("https://news.example/2026/11/bridge-drained");

    public static int Run(string[] args)
    {
        var pages = args.Length == 0 ? [.. Enumerable.Range(0, 100).Select(MadePage.Of)] : Directory.EnumerateFiles(args[0]).Where(IsPage).Order(StringComparer.Ordinal).Select(Load).ToList();
        if (pages.Count == 0)
        {
            Console.Error.WriteLine($"{args[0]} holds no *.html and no *.html.gz");
            return 2;
        }

        Console.WriteLine($"{pages.Count} pages, {pages.Sum(page => page.Length) / 1e3 / pages.Count:0} kB each");
        var ours = Rate(pages, page => PageExtractor.Read(page, null, Url, CancellationToken.None)?.Text.Length ?? 0);
        var plain = Rate(pages, Plain);
        Console.WriteLine("| | pages/s | ms/page | characters |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var (name, (rate, characters)) in new[] { ("Alerts: decoding, facts, pruning, main text", ours), ("SmartReader alone", plain) })
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {rate:0} | {1000 / rate:0.0} | {characters} |"));
        }

        return 0;
    }

    /// <summary>The best of some rounds after one to get warm.</summary>
    private static (double Rate, long Characters) Rate(List<byte[]> pages, Func<byte[], int> read)
    {
        var best = 0.0;
        var characters = 0L;
        for (var round = 0; round <= Rounds; round++)
        {
            var start = Cpu.Used;
            characters = pages.Sum(page => (long)read(page));
            best = Math.Max(best, round == 0 ? 0 : pages.Count / (Cpu.Used - start).TotalSeconds);
        }

        return (best, characters);
    }

    private static int Plain(byte[] page)
    {
        using var reader = new Reader(Url.AbsoluteUri, Encoding.UTF8.GetString(page));
        return reader.GetArticle().TextContent?.Length ?? 0;
    }

    private static bool IsPage(string file) => file.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".html.gz", StringComparison.OrdinalIgnoreCase);

    private static byte[] Load(string file)
    {
        using var whole = new MemoryStream();
        using var stream = File.OpenRead(file);
        using var plain = file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(stream, CompressionMode.Decompress) : (Stream)stream;
        plain.CopyTo(whole);
        return whole.ToArray();
    }
}
