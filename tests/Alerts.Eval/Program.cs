using Alerts.Eval;
using Alerts.Eval.Learning;

if (args.Length < 3)
{
    Console.Error.WriteLine("usage: Alerts.Eval VERB INPUT.jsonl RESULTS.jsonl, Alerts.Eval learn TOPIC WEIGHTS LABELLED.jsonl..., or Alerts.Eval learn-stories WEIGHTS.json LABELLED.jsonl...");
    return 2;
}

var (verb, input, output) = (args[0], args[1], args[2]);
switch (verb)
{
    case "feeds":
        FeedsCommand.Run(input, output);
        return 0;
    case "dates":
        DatesCommand.Run(input, output);
        return 0;
    case "urls":
        UrlsCommand.Run(input, output);
        return 0;
    case "ssrf":
        await SsrfCommand.RunAsync(input, output);
        return 0;
    case "extract":
        ExtractCommand.Run(input, output);
        return 0;
    case "match":
        await MatchCommand.RunAsync(input, output);
        return 0;
    case "learn-stories":
        return await LearnStoriesCommand.RunAsync(input, args[2..]);
    case "learn":
        return LearnCommand.Run(input, output, args[3..]);
    default:
        Console.Error.WriteLine($"unknown verb: {verb}");
        return 2;
}
