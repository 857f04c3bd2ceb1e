namespace Alerts.Tests.Web;

/// <summary>One host for a class of tests that do not mind each other's data: building the endpoints costs more than asking them.</summary>
public sealed class SharedWebHost : IAsyncLifetime
{
    internal WebHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await WebHost.StartAsync();

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
