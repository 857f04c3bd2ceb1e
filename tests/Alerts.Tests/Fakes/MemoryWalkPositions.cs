using Alerts.Core.Operations;

namespace Alerts.Tests.Fakes;

public sealed class MemoryWalkPositions : IWalkPositions
{
    private readonly Dictionary<string, string?> positions = [];

    public Task<string?> GetAsync(string walk, CancellationToken cancellationToken) => Task.FromResult(positions.GetValueOrDefault(walk));

    public Task SaveAsync(string walk, string? position, CancellationToken cancellationToken)
    {
        positions[walk] = position;
        return Task.CompletedTask;
    }
}
