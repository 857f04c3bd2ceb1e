using Alerts.Benchmarks.Deciding;
using Alerts.Benchmarks.Extraction;
using Alerts.Benchmarks.Fanout;
using Alerts.Benchmarks.Feeds;
using Alerts.Benchmarks.Hostile;
using Alerts.Benchmarks.Matching;
using Alerts.Benchmarks.Pipeline;
using Alerts.Benchmarks.Polling;
using Alerts.Benchmarks.Sanctions;
using Alerts.Benchmarks.Stories;

switch (args.FirstOrDefault())
{
    case "feeds":
        return FeedsBenchmark.Run(args[1..]);
    case "match":
        return MatchBenchmark.Run(args[1..]);
    case "decide":
        return DecideBenchmark.Run(args[1..]);
    case "extract" when args.Length <= 2:
        return ExtractionBenchmark.Run(args[1..]);
    case "fanout":
        return await FanoutBenchmark.RunAsync(args[1..]);
    case "polling":
        return await PollingBenchmark.RunAsync();
    case "hostile" when args.Length == 2:
        return await HostileRun.RunAsync(args[1]);
    case "pipeline":
        return await PipelineBenchmark.RunAsync();
    case "sanctions":
        return await SanctionsBenchmark.RunAsync();
    case "stories":
        return await StoriesBenchmark.RunAsync();
    default:
        Console.Error.WriteLine("usage: Alerts.Benchmarks decide [topics…] | extract [FOLDER] | fanout [subscribers [smtp-connections]] | feeds [quick | fuzz [count]] | hostile FOLDER | match [quick] [ours] [aliases…] | pipeline | polling | sanctions | stories");
        return 2;
}
