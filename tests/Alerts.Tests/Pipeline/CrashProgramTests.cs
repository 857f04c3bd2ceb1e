using System.Diagnostics;

namespace Alerts.Tests.Pipeline;

/// <summary>
/// The crash program in its small size: each of its fourteen points once, against real processes that are killed. Most of its time is
/// waiting, so two judges share the points, each with storage and ledgers of its own.
/// </summary>
public abstract class CrashProgramTests(string part)
{
    [Fact]
    public async Task Nothing_is_lost_or_repeated_where_processes_are_killed()
    {
        var program = typeof(Crash.CrashPoint).Assembly.Location;
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "--seeds", "1", "--subscribers", "25", "--part", part])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ALERTS_TOOLS"] = Azurite.AzuriteFixture.ToolsDirectory },
        })!;
        var (said, complaints) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        TestContext.Current.TestOutputHelper?.WriteLine(await said);
        Assert.True(process.ExitCode == 0, await said + await complaints);
    }

    public sealed class OddPoints() : CrashProgramTests("1/2");

    public sealed class EvenPoints() : CrashProgramTests("2/2");
}
