using Alerts.Core.Delivery;
using Alerts.Infrastructure.Storage.Azurite;
using Alerts.Tests.Azurite;

namespace Alerts.Tests.Faults;

/// <summary>The emulator itself ends, by being stopped or killed, and is started again. Beside the other faults, since it is an emulator of its own.</summary>
public sealed class StorageRestartTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Storage_that_was_stopped_and_started_again_is_found_again()
    {
        var folder = Directory.CreateTempSubdirectory("alerts-storage-");
        var settings = new AzuriteSettings { ToolsDirectory = AzuriteFixture.ToolsDirectory, DataDirectory = folder.FullName, QueuePort = Crash.Judging.Loopback.FreePort(), TablePort = Crash.Judging.Loopback.FreePort() };
        var first = await StartAsync(settings);
        await using var system = await FaultyStorage.StartAsync(new Dictionary<string, string?> { ["Alerts:Storage:ConnectionString"] = first.ConnectionString });
        await system.PublishAsync(5);
        await FaultyStorage.WhileAsync(() => system.Mails.Count == 0);

        await first.DisposeAsync();
        await using var second = await StartAsync(settings);
        await system.AwaitMailsAsync(FaultyStorage.Soon);
        await system.AwaitRecordsAsync();

        system.AssertToldOnce();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Storage_that_was_killed_while_mails_were_under_way_loses_and_doubles_none()
    {
        var folder = Directory.CreateTempSubdirectory("alerts-storage-");
        var settings = new AzuriteSettings { ToolsDirectory = AzuriteFixture.ToolsDirectory, DataDirectory = folder.FullName, QueuePort = Crash.Judging.Loopback.FreePort(), TablePort = Crash.Judging.Loopback.FreePort() };
        var first = await StartAsync(settings);
        await using var system = await FaultyStorage.StartAsync(new Dictionary<string, string?> { ["Alerts:Storage:ConnectionString"] = first.ConnectionString });
        var (reached, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        system.Accepting = () =>
        {
            reached.TrySetResult();
            return goOn.Task;
        };
        await system.PublishAsync(5);
        await reached.Task.WaitAsync(FaultyStorage.Soon, Cancellation);

        // The emulator writes to disk every five seconds; the claims are there by then.
        await Task.Delay(TimeSpan.FromSeconds(7), Cancellation);
        first.Kill();
        await first.DisposeAsync();
        goOn.SetResult();
        await using var second = await StartAsync(settings);
        await system.AwaitMailsAsync(FaultyStorage.Soon);
        await system.AwaitRecordsAsync();

        system.AssertToldOnce();
        Assert.All(await system.DeliveriesAsync(), delivery => Assert.Equal(DeliveryState.Sent, delivery.State));
        folder.Delete(recursive: true);
    }

    private static async Task<AzuriteServer> StartAsync(AzuriteSettings settings) => await AzuriteLauncher.StartAsync(settings, _ => { }, Cancellation) switch
    {
        AzuriteOutcome.Started started => started.Server,
        var failure => throw new InvalidOperationException(failure.Advice),
    };
}
