using System.Diagnostics;
using System.Globalization;

namespace Alerts.Infrastructure.Storage.Azurite;

/// <summary>
/// Which processes have a data directory open. After a crash of the application they are still writing their data when it
/// starts again a moment later; two at once would overwrite each other's.
/// </summary>
internal static class AzuriteProcessFile
{
    private const string Name = "azurite.pid";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    public static void Write(string directory, IEnumerable<int> ids) =>
        File.WriteAllLines(Path.Combine(directory, Name), ids.Select(id => id.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Returns when they are gone, or after a while: then it is for the port check to say what is wrong.</summary>
    public static async Task AwaitPreviousAsync(string directory, CancellationToken cancellationToken)
    {
        var path = Path.Combine(directory, Name);
        var ids = File.Exists(path) ? (await File.ReadAllLinesAsync(path, cancellationToken)).Select(line => int.TryParse(line, CultureInfo.InvariantCulture, out var id) ? id : 0) : [];
        var clock = Stopwatch.StartNew();
        while (ids.Any(IsEmulator) && clock.Elapsed < Patience)
        {
            await Task.Delay(Glance, cancellationToken);
        }
    }

    private static bool IsEmulator(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.ProcessName.Contains("node", StringComparison.OrdinalIgnoreCase);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
