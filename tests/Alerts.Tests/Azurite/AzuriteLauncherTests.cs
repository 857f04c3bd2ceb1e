using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Alerts.Infrastructure.Storage.Azurite;
using Azure.Data.Tables;
using Azure.Storage.Queues;

namespace Alerts.Tests.Azurite;

public sealed class AzuriteLauncherTests : IDisposable
{
    private readonly string data = Path.Combine(Path.GetTempPath(), "alerts-tests-" + Guid.NewGuid().ToString("n"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_accepted_is_there_again_after_the_process_that_started_the_emulator_was_killed()
    {
        await using var killed = await StartAsync();
        await new TableClient(killed.ConnectionString, "kept").CreateAsync(Cancellation);
        await new TableClient(killed.ConnectionString, "kept").AddEntityAsync(new TableEntity("p", "r"), Cancellation);
        await new QueueClient(killed.ConnectionString, "kept").CreateAsync(cancellationToken: Cancellation);
        await new QueueClient(killed.ConnectionString, "kept").SendMessageAsync("message", Cancellation);

        // A killed process closes its end of the pipe, and does nothing more.
        killed.CloseInput();

        // The next start waits until the emulator has saved and gone.
        await using var next = await StartAsync();
        Assert.Equal((false, true), (killed.IsRunning, next.IsRunning));
        Assert.True((await new TableClient(next.ConnectionString, "kept").GetEntityIfExistsAsync<TableEntity>("p", "r", cancellationToken: Cancellation)).HasValue);
        Assert.Equal("message", (await new QueueClient(next.ConnectionString, "kept").ReceiveMessageAsync(cancellationToken: Cancellation)).Value.Body.ToString());
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_to_the_whole_group_does_not_stop_it_before_the_application_that_still_has_work_in_hand(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        await using var server = await StartAsync();

        using (var kill = Process.Start("kill", ["-s", signal, .. server.ProcessIds.Select(id => id.ToString(CultureInfo.InvariantCulture))]))
        {
            await kill.WaitForExitAsync(Cancellation);
            Assert.Equal(0, kill.ExitCode);
        }

        await Task.Delay(TimeSpan.FromSeconds(1), Cancellation);
        await new TableClient(server.ConnectionString, "kept").CreateAsync(Cancellation);
        await new QueueClient(server.ConnectionString, "kept").CreateAsync(cancellationToken: Cancellation);
        Assert.True(server.IsRunning);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var outcome = await AzuriteLauncher.StartAsync(new AzuriteSettings { ToolsDirectory = AzuriteFixture.ToolsDirectory, QueuePort = 0, TablePort = port }, _ => { }, Cancellation);

        Assert.Equal(new AzuriteOutcome.PortInUse(port), outcome);
        Assert.Contains($"Port {port}", outcome.Advice, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        if (Directory.Exists(data))
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private async Task<AzuriteServer> StartAsync()
    {
        var settings = new AzuriteSettings { ToolsDirectory = AzuriteFixture.ToolsDirectory, DataDirectory = data, QueuePort = 0, TablePort = 0 };
        var outcome = await AzuriteLauncher.StartAsync(settings, _ => { }, Cancellation);
        return Assert.IsType<AzuriteOutcome.Started>(outcome).Server;
    }
}
