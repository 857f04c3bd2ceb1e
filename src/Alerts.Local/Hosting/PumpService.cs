using Alerts.Core;
using Alerts.Core.Messaging;
using Alerts.Infrastructure.Storage;

namespace Alerts.Local.Hosting;

/// <summary>Takes the place of the Functions host's queue triggers.</summary>
internal sealed class PumpService(QueuePump pump, MessageDispatcher messages) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        pump.RunAsync(QueueNames.All, messages.DispatchAsync, new QueuePumpSettings(), stoppingToken);
}
