using System.Diagnostics;

namespace Alerts.Tests.Tools;

/// <summary>
/// Programs of others that judge ours, from the npm registry, in exact versions, installed once below <c>.alerts/tools</c>. Where
/// Node.js or the registry is not there, the tests that need them say so and are skipped.
/// </summary>
internal static class NodePackages
{
    private static readonly SemaphoreSlim Installing = new(1, 1);

    /// <returns>The folder that holds <c>node_modules</c>.</returns>
    public static async Task<string> EnsureAsync(string name, params string[] packages)
    {
        var folder = Path.Combine(Repository.Root, ".alerts", "tools", name);
        if (Directory.Exists(folder))
            return folder;

        await Installing.WaitAsync();
        try
        {
            if (!Directory.Exists(folder))
                await InstallAsync(folder, packages);
            return folder;
        }
        finally
        {
            Installing.Release();
        }
    }

    public static Process Start(string program, IEnumerable<string> arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{program} is not on the path: install Node.js 20 or newer to run this test.");
            throw;
        }
    }

    /// <summary>Whole or not at all: an installation that was cut off leaves no folder of this name.</summary>
    private static async Task InstallAsync(string folder, string[] packages)
    {
        var draft = $"{folder}.{Environment.ProcessId}";
        Directory.CreateDirectory(draft);
        using var npm = Start(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["install", "--prefix", draft, "--no-audit", "--no-fund", .. packages], draft);
        npm.StandardInput.Close();
        var output = npm.StandardOutput.ReadToEndAsync();
        var error = await npm.StandardError.ReadToEndAsync();
        await output;
        await npm.WaitForExitAsync();
        Assert.SkipUnless(npm.ExitCode == 0, $"npm could not install {string.Join(", ", packages)}: {error}");
        Directory.Move(draft, folder);
    }
}
