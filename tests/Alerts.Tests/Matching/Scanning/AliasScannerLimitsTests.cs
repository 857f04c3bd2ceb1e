using System.Diagnostics;
using Alerts.Core.Matching.Scanning;

namespace Alerts.Tests.Matching.Scanning;

/// <summary>Texts that are made to hurt, and what a scan may cost.</summary>
public sealed class AliasScannerLimitsTests
{
    private const int Long = 300_000;
    private const int Huge = 10_000_000;

    private static readonly AliasScanner s_scanner = new AliasScannerBuilder()
        .Add("Lazarus Group", 1).Add("a a a a a a a a a a a a", 2).Add("朝朝朝朝朝朝朝朝朝朝", 3, AliasForm.Substring).Add("북한", 4).Add("x-x", 5).Add("GOP", 6, AliasForm.CaseSensitive)
        .Build();

    public static TheoryData<string, string> HostileTexts => new()
    {
        { "one word", "x" },
        { "the same word", "a " },
        { "one ideograph", "朝" },
        { "Hangul without end", "북" },
        { "spaces", " " },
        { "line ends", "\n" },
        { "marks", "\u0301" },
        { "an accented word", "e\u0301" },
        { "ignored characters", "\u200B" },
        { "half pairs", "\uD800" },
        { "halves the wrong way round", "\uDC00\uD800" },
        { "pairs", "𝐁" },
        { "right-to-left marks", "a\u200F" },
        { "near matches", "Lazarus -" },
        { "joiners", "x-" },
    };

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void Anything_repeated_without_end_takes_linear_time(string what, string unit)
    {
        string text = string.Concat(Enumerable.Repeat(unit, Long / unit.Length)) + " Lazarus Group";
        long start = Stopwatch.GetTimestamp();

        List<AliasOccurrence> results = AliasScannerTests.Scan(s_scanner, text);

        // Milliseconds when linear, and hours when not.
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(30), what);
        Assert.Equal(new(1, text.Length - 13, 13), results[^1]);
    }

    /// <summary>Each word may end in one of six ways, and written together they may be cut in as many to the power of forty.</summary>
    [Fact]
    public void Inflected_words_written_together_are_cut_in_no_time()
    {
        AliasScanner scanner = new AliasScannerBuilder().Add(string.Join(' ', Enumerable.Repeat("nnnn", 40)), 1, AliasForm.Inflected, "de").Build();

        Assert.Empty(AliasScannerTests.Scan(scanner, string.Join(' ', Enumerable.Repeat("nnnnn", 39)) + " nnnnx"));
        Assert.Single(AliasScannerTests.Scan(scanner, string.Join(' ', Enumerable.Repeat("nnnnn", 40))));
    }

    [Fact]
    public void Ten_megabytes_are_read_to_the_end()
    {
        string text = string.Concat(Enumerable.Repeat("One more sentence of quite ordinary news. ", Huge / 42)) + "Lazarus Group";

        Assert.Equal([new(1, text.Length - 13, 13)], AliasScannerTests.Scan(s_scanner, text));
    }

    [Fact]
    public void A_scan_of_composed_text_allocates_nothing()
    {
        string text = string.Concat(Enumerable.Repeat("The Lazarus Group, ＧＯＰ and Corée, 북한의 朝朝 x-x. ", 500));
        List<AliasOccurrence> results = new(10_000);
        // The first scans make the thread's scratch.
        for (int i = 0; i < 3; i++)
            s_scanner.Scan(text, results);
        results.Clear();
        long before = GC.GetAllocatedBytesForCurrentThread();

        s_scanner.Scan(text, results);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.NotEmpty(results);
    }

    [Fact]
    public void Threads_share_a_scanner()
    {
        string text = string.Concat(Enumerable.Repeat("Lazarus Group and 북한의 GOP x-x. ", 200));
        List<AliasOccurrence> expected = AliasScannerTests.Scan(s_scanner, text);

        Parallel.For(0, 64, _ => Assert.Equal(expected, AliasScannerTests.Scan(s_scanner, text)));
    }

    [Fact]
    public void Names_across_the_edge_of_a_chunk_are_found()
    {
        for (int before = 2_000; before < 2_100; before++)
        {
            string text = new string('.', before) + "Lazarus Group";
            Assert.Equal([new(1, before, 13)], AliasScannerTests.Scan(s_scanner, text));
        }
    }

    [Fact]
    public void Thousands_of_aliases_at_the_same_words_are_all_reported()
    {
        var builder = new AliasScannerBuilder();
        for (int id = 0; id < 5_000; id++)
            builder.Add("North Korea", id);

        Assert.Equal(Enumerable.Range(0, 5_000), AliasScannerTests.Scan(builder.Build(), "in North Korea").Select(found => found.Id));
    }
}
