using Alerts.Crash;
using Alerts.Crash.Judging;
using Alerts.Crash.Working;

if (args is ["worker", .. var worker])
{
    return await Worker.RunAsync(worker);
}

if (JudgeOptions.TryParse(args) is not { } options)
{
    Console.Error.WriteLine($"usage: Alerts.Crash [--seeds 1] [--subscribers 30] [--instances 1] [--connections 1] [--part 1/1] [--point NAME]; the points are {string.Join(", ", Enum.GetNames<CrashPoint>())}");
    return 2;
}

return await Judge.RunAsync(options);
