using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Alerts.Infrastructure.Storage.Azurite;

/// <summary>
/// Installs the emulator from npm into <c>{tools}/azurite-{version}</c>. Whoever holds the lock file installs beside the target and
/// renames, so that a directory of that name is always whole and two processes at once install once.
/// </summary>
internal static class AzuriteInstaller
{
    public const string Version = "3.37.0";
    public const int OldestNode = 20;
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(250);

    /// <returns>Null where the emulator is there now.</returns>
    public static async Task<AzuriteOutcome?> EnsureAsync(string toolsDirectory, Action<string> tell, CancellationToken cancellationToken)
    {
        if (await NodeComplaintAsync(cancellationToken) is { } complaint)
        {
            return complaint;
        }

        var target = DirectoryOf(toolsDirectory);
        if (Directory.Exists(target))
        {
            return null;
        }

        Directory.CreateDirectory(toolsDirectory);
        await using var held = await LockAsync(target + ".lock", cancellationToken);
        return Directory.Exists(target) ? null : await InstallAsync(target, tell, cancellationToken);
    }

    public static string DirectoryOf(string toolsDirectory) => Path.Combine(toolsDirectory, "azurite-" + Version);

    /// <param name="service">"table" or "queue".</param>
    public static string ScriptOf(string toolsDirectory, string service) =>
        Path.Combine(DirectoryOf(toolsDirectory), "node_modules", "azurite", "dist", "src", service, "main.js");

    private static async Task<AzuriteOutcome?> NodeComplaintAsync(CancellationToken cancellationToken)
    {
        var (exitCode, said) = await RunAsync("node", ["--version"], null, cancellationToken);
        var version = said.Trim().TrimStart('v');
        return exitCode != 0 ? new AzuriteOutcome.NodeMissing("none")
            : !int.TryParse(version.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) || major < OldestNode
                ? new AzuriteOutcome.NodeMissing(version)
                : null;
    }

    private static async Task<AzuriteOutcome?> InstallAsync(string target, Action<string> tell, CancellationToken cancellationToken)
    {
        tell($"Installing the storage emulator (azurite {Version} from npm), once; this takes about half a minute.");
        DeleteLeftovers(target);
        var beside = string.Create(CultureInfo.InvariantCulture, $"{target}.partial-{Environment.ProcessId}");
        Directory.CreateDirectory(beside);
        var (exitCode, said) = await RunAsync(
            OperatingSystem.IsWindows() ? "npm.cmd" : "npm",
            ["install", "--prefix", beside, "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error", "--fetch-retry-mintimeout=1000", "azurite@" + Version], beside, cancellationToken);
        if (exitCode is null)
        {
            return new AzuriteOutcome.NodeMissing("Node.js without npm");
        }

        if (exitCode != 0)
        {
            DeleteLeftovers(target);
            return new AzuriteOutcome.RegistryUnreachable(Essence(said));
        }

        Directory.Move(beside, target);
        return null;
    }

    /// <summary>npm says what went wrong first, and then at length.</summary>
    private static string Essence(string said) =>
        string.Join("; ", said.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(4).Select(line => line.Replace("npm error ", "", StringComparison.Ordinal)));

    /// <summary>Of installations that were interrupted. An npm that outlived its parent may still be writing: what cannot be deleted now stays for the next time.</summary>
    private static void DeleteLeftovers(string target)
    {
        foreach (var directory in Directory.GetDirectories(Path.GetDirectoryName(target)!, Path.GetFileName(target) + ".partial*"))
        {
            try
            {
                Directory.Delete(directory, recursive: true);
            }
            catch (IOException)
            {
            }
        }
    }

    private static async Task<FileStream> LockAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException)
            {
                await Task.Delay(LockPause, cancellationToken);
            }
        }
    }

    /// <returns>No exit code where there is no such program.</returns>
    private static async Task<(int? ExitCode, string Said)> RunAsync(string program, IEnumerable<string> arguments, string? directory, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = directory ?? "" };
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            try
            {
                await process.WaitForExitAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }

            return (process.ExitCode, await errors is { Length: > 0 } words ? words : await output);
        }
        catch (Win32Exception)
        {
            return (null, "");
        }
    }
}
