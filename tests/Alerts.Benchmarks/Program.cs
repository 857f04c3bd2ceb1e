using Alerts.Benchmarks.Deciding;
using Alerts.Benchmarks.Fanout;
using Alerts.Benchmarks.Feeds;
using Alerts.Benchmarks.Matching;
using Alerts.Benchmarks.Pipeline;
using Alerts.Benchmarks.Polling;

switch (args.FirstOrDefault())
{
    case "feeds":
        return FeedsBenchmark.Run(args[1..]);
    case "match":
        return MatchBenchmark.Run(args[1..]);
    case "decide":
        return DecideBenchmark.Run(args[1..]);
    case "fanout":
        return await FanoutBenchmark.RunAsync(args[1..]);
    case "polling":
        return await PollingBenchmark.RunAsync();
    case "pipeline":
        return await PipelineBenchmark.RunAsync();
    default:
        Console.Error.WriteLine("usage: Alerts.Benchmarks decide [topics…] | fanout [subscribers] | feeds [quick | fuzz [count]] | match [quick] [ours] [aliases…] | pipeline | polling");
        return 2;
}
