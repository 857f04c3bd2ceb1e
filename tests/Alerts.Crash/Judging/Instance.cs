using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Alerts.Crash.Judging;

/// <summary>A worker's process, as its parent sees it.</summary>
internal sealed class Instance : IAsyncDisposable
{
    /// <summary>What a process that SIGKILL ended leaves behind.</summary>
    private const int Killed = 128 + 9;

    private readonly Process process;
    private readonly ConcurrentQueue<string> said = new();

    private Instance(Process process)
    {
        this.process = process;
        process.ErrorDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
    }

    /// <exception cref="InvalidOperationException">It has ended otherwise than by being killed.</exception>
    public bool IsDead => process.HasExited && (process.ExitCode == Killed ? true : throw new InvalidOperationException($"An instance ended by itself with {process.ExitCode}: {Complaints}"));

    public string Complaints => string.Join('\n', said.TakeLast(20));

    public static async Task<Instance> StartAsync(int seed, TimeSpan clock, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var seconds = ((int)clock.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var arguments = new[] { typeof(Instance).Assembly.Location, "worker", seed.ToString(CultureInfo.InvariantCulture), seconds }.Concat(settings.Select(setting => $"{setting.Key}={setting.Value}"));
        var process = new Process
        {
            StartInfo = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        process.Start();
        var instance = new Instance(process);
        process.BeginErrorReadLine();
        if (await process.StandardOutput.ReadLineAsync(cancellationToken) != "ready")
        {
            throw new InvalidOperationException($"An instance did not start: {instance.Complaints}");
        }

        return instance;
    }

    /// <returns>Whether it lived to say that it was done; where not, it is dead by now.</returns>
    public async Task<bool> TellAsync(string command, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.WriteLineAsync(command.AsMemory(), cancellationToken);
            await process.StandardInput.FlushAsync(cancellationToken);
            if (await process.StandardOutput.ReadLineAsync(cancellationToken) == "done " + command)
            {
                return true;
            }
        }
        catch (IOException)
        {
            // Its end of the pipe is closed.
        }

        await process.WaitForExitAsync(cancellationToken);
        return false;
    }

    /// <summary>kill -9.</summary>
    public void Kill() => process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
        process.Dispose();
    }
}
