using System.Text;
using Alerts.Core.Sources.Feeds;
using Alerts.Tests.Sources.Feeds;

namespace Alerts.Benchmarks.Feeds;

/// <summary>Mutated documents in great number: none may make the reader throw, or take long.</summary>
internal static class FeedsFuzz
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    public static int Run(int count)
    {
        var feeds = 0;
        var repaired = 0;
        var worst = TimeSpan.Zero;
        for (var seed = 0; seed < count; seed++)
        {
            var input = FeedMutation.Of(seed);
            var start = Cpu.Used;
            try
            {
                if (FeedReader.Read(input, FeedContext.None) is FeedDocument document)
                {
                    feeds++;
                    repaired += document.WellFormed ? 0 : 1;
                    foreach (var entry in document.Entries)
                        _ = entry.Title.Length + entry.PlainText().Length + (entry.ContentHtml?.Length ?? 0) + (entry.SummaryHtml?.Length ?? 0);
                }
            }
            catch (Exception exception)
            {
                Console.Error.WriteLine($"seed {seed}: {exception}\n{Encoding.Latin1.GetString(input)}");
                return 1;
            }

            var used = Cpu.Used - start;
            worst = used > worst ? used : worst;
        }

        Console.WriteLine($"{count} inputs: {feeds} read as feeds, {repaired} of them repaired, {count - feeds} refused; the slowest took {worst.TotalMilliseconds:0} ms");
        return worst < Slow ? 0 : 1;
    }
}
