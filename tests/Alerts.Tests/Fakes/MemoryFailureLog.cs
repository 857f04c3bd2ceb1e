using System.Collections.Concurrent;
using Alerts.Core.Delivery.Operating;

namespace Alerts.Tests.Fakes;

public sealed class MemoryFailureLog : IFailureLog
{
    private readonly ConcurrentDictionary<string, MessageFailure> failures = new(StringComparer.Ordinal);

    public Task RecordAsync(MessageFailure failure, CancellationToken cancellationToken)
    {
        failures[failure.Key] = failure;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<MessageFailure>> FindAsync(string queue, IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<MessageFailure>>([.. keys.Select(failures.GetValueOrDefault).OfType<MessageFailure>()]);
}
