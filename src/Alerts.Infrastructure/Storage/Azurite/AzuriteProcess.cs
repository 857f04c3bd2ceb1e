using System.Diagnostics;

namespace Alerts.Infrastructure.Storage.Azurite;

/// <summary>One service of the emulator, held by its standard input.</summary>
internal sealed class AzuriteProcess : IDisposable
{
    private const int MaxSaid = 2_000;
    private readonly Process process;
    private readonly Lock gate = new();
    private string said = "";

    public AzuriteProcess(string program, IEnumerable<string> arguments)
    {
        process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true },
        };
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.OutputDataReceived += (_, _) => { };
        process.Start();
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    /// <summary>The last of what it printed as errors.</summary>
    public string Said
    {
        get
        {
            lock (gate)
            {
                return said;
            }
        }
    }

    /// <summary>Lets it write its data and go.</summary>
    public async Task EndAsync(TimeSpan patience)
    {
        CloseInput();
        using var waiting = new CancellationTokenSource(patience);
        try
        {
            await process.WaitForExitAsync(waiting.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
        }
    }

    public void CloseInput() => process.StandardInput.Close();

    public void Kill() => process.Kill();

    public void Dispose() => process.Dispose();

    private void Hear(string? line)
    {
        lock (gate)
        {
            said = $"{said}\n{line}".Trim();
            said = said.Length > MaxSaid ? said[^MaxSaid..] : said;
        }
    }
}
