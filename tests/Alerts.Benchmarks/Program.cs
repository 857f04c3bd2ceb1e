using Alerts.Benchmarks.Matching;

switch (args.FirstOrDefault())
{
    case "match":
        return MatchBenchmark.Run(args[1..]);
    default:
        Console.Error.WriteLine("usage: Alerts.Benchmarks match [quick] [ours] [aliases…]");
        return 2;
}
