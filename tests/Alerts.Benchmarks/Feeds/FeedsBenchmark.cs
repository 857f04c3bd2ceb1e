using System.ServiceModel.Syndication;
using System.Xml;
using Alerts.Core.Sources.Feeds;

namespace Alerts.Benchmarks.Feeds;

/// <summary>Megabytes a second of processor time, beside what others would take for the job and the floor under all of them.</summary>
internal static class FeedsBenchmark
{
    private static readonly (string Name, Action<byte[]> Read)[] Readers =
    [
        ("bare XmlReader walk", Walk),
        ("Alerts", document => Entries(document)),
        ("Alerts, plain texts asked for", document => Entries(document, entry => entry.Title.Length + entry.PlainText().Length)),
        ("Alerts, HTML sanitised", document => Entries(document, entry => entry.Title.Length + (entry.SummaryHtml?.Length ?? 0) + (entry.ContentHtml?.Length ?? 0))),
        ("System.ServiceModel.Syndication", Syndication),
        ("CodeHollow.FeedReader", document => CodeHollow.FeedReader.FeedReader.ReadFromByteArray(document)),
    ];

    public static int Run(string[] args)
    {
        if (args is ["fuzz", ..])
            return FeedsFuzz.Run(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 100_000);
        var budget = TimeSpan.FromSeconds(args.Contains("quick") ? 0.5 : 3);
        var corpus = FeedCorpus.All();
        Console.WriteLine($"| MB/s | {string.Join(" | ", corpus.Select(item => $"{item.Name} ({item.Document.Length / 1e6:0.0} MB)"))} |");
        Console.WriteLine($"|---|{string.Concat(corpus.Select(_ => "---|"))}");
        var rows = Readers.Select(reader => (reader.Name, Rates: corpus.Select(item => Rate(reader.Read, item.Document, budget)).ToArray())).ToList();
        foreach (var (name, rates) in rows)
            Console.WriteLine($"| {name} | {string.Join(" | ", rates.Select(rate => rate is { } value ? value.ToString("0", System.Globalization.CultureInfo.InvariantCulture) : "refused"))} |");
        Console.WriteLine();
        var ours = rows[1].Rates;
        foreach (var (name, rates) in rows.Where(row => !row.Name.StartsWith("Alerts", StringComparison.Ordinal)))
            Console.WriteLine($"Alerts : {name} = {string.Join("  ", rates.Select((rate, i) => rate is { } value ? $"{ours[i]!.Value / value:0.00}" : "-"))}");
        return 0;
    }

    /// <summary>The best of nine rounds, which a busy machine disturbs least; null when the reader refuses the document.</summary>
    private static double? Rate(Action<byte[]> read, byte[] document, TimeSpan budget)
    {
        try
        {
            var warm = Cpu.Used;
            while (Cpu.Used - warm < budget / 3)
                read(document);
        }
        catch (Exception exception) when (exception is XmlException or NotSupportedException or FormatException)
        {
            return null;
        }

        var rates = new double[9];
        for (var round = 0; round < rates.Length; round++)
        {
            GC.Collect();
            var count = 0;
            var start = Cpu.Used;
            while (Cpu.Used - start < budget / rates.Length)
            {
                read(document);
                count++;
            }

            rates[round] = document.Length * (double)count / (Cpu.Used - start).TotalSeconds / 1e6;
        }

        return rates.Max();
    }

    private static void Walk(byte[] document)
    {
        using var reader = XmlReader.Create(new MemoryStream(document));
        while (reader.Read())
        {
        }
    }

    private static int Entries(byte[] document, Func<FeedEntry, int>? use = null)
    {
        if (FeedReader.Read(document, FeedContext.None) is not FeedDocument { Entries.Count: 1_000 } feed)
            throw new InvalidOperationException("The document was not read.");
        return use is null ? feed.Entries.Count : feed.Entries.Sum(use);
    }

    private static void Syndication(byte[] document)
    {
        using var reader = XmlReader.Create(new MemoryStream(document));
        if (SyndicationFeed.Load(reader).Items.Count() != 1_000)
            throw new InvalidOperationException("The document was not read.");
    }
}
