using Alerts.Core.Delivery;
using Alerts.Core.Messaging;

namespace Alerts.Tests.Fakes;

public sealed class MemoryDeadLetters : IDeadLetters
{
    private readonly List<DeadLetter> letters = [];

    /// <summary>What was moved back, in order.</summary>
    public List<DeadLetter> Replayed { get; } = [];

    public void Add(string queue, string body) => letters.Add(new DeadLetter(queue, $"message-{letters.Count + 1}", body, null));

    public Task<IReadOnlyList<DeadLetter>> ListAsync(string? queue, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DeadLetter>>([.. Of(queue).GroupBy(letter => letter.Queue).SelectMany(letters => letters.Take(32))]);

    public Task<int> ReplayAsync(string? queue, string? messageId, CancellationToken cancellationToken)
    {
        var replayed = Of(queue).Where(letter => messageId is null || letter.MessageId == messageId).ToList();
        Replayed.AddRange(replayed);
        letters.RemoveAll(replayed.Contains);
        return Task.FromResult(replayed.Count);
    }

    public Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyDictionary<string, int>>(
        QueueNames.All.Concat(QueueNames.All.Select(QueueNames.PoisonOf)).ToDictionary(name => name, name => letters.Count(letter => QueueNames.PoisonOf(letter.Queue) == name)));

    private IEnumerable<DeadLetter> Of(string? queue) => queue is null ? letters
        : QueueNames.All.Contains(queue) ? letters.Where(letter => letter.Queue == queue)
        : throw new ArgumentOutOfRangeException(nameof(queue), queue, "There is no such queue.");
}
