using Alerts.Core.Sources.WebSub;

namespace Alerts.Benchmarks.Polling;

internal sealed class NoHub : IHubClient
{
    public Task<string?> AskAsync(Uri hub, IReadOnlyList<KeyValuePair<string, string>> form, CancellationToken cancellationToken) => Task.FromResult<string?>(null);
}
