using Alerts.Core.Delivery;
using Alerts.Core.Messaging;

namespace Alerts.Tests.Fakes;

public sealed class MemoryDeadLetters : IDeadLetters
{
    private readonly List<DeadLetter> letters = [];

    /// <summary>What was moved back, in order.</summary>
    public List<DeadLetter> Replayed { get; } = [];

    public void Add(string queue, string body, DateTimeOffset? at = null, string? reason = null) => letters.Add(new DeadLetter(queue, $"message-{letters.Count + 1}", body, at, reason));

    public Task<IReadOnlyList<DeadLetter>> ListAsync(DeadLetterFilter filter, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DeadLetter>>([.. Of(filter).GroupBy(letter => letter.Queue).SelectMany(letters => letters.Take(32))]);

    public Task<int> ReplayAsync(DeadLetterFilter filter, CancellationToken cancellationToken)
    {
        var replayed = Of(filter).ToList();
        Replayed.AddRange(replayed);
        letters.RemoveAll(replayed.Contains);
        return Task.FromResult(replayed.Count);
    }

    public Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyDictionary<string, int>>(
        QueueNames.All.Concat(QueueNames.All.Select(QueueNames.PoisonOf)).ToDictionary(name => name, name => letters.Count(letter => QueueNames.PoisonOf(letter.Queue) == name)));

    private IEnumerable<DeadLetter> Of(DeadLetterFilter filter) => filter.Queue is null || QueueNames.All.Contains(filter.Queue)
        ? letters.Where(letter => (filter.Queue is null || letter.Queue == filter.Queue) && filter.Accepts(letter.MessageId, letter.InsertedAt))
        : throw new ArgumentOutOfRangeException(nameof(filter), filter.Queue, "There is no such queue.");
}
