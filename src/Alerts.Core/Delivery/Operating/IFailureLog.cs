namespace Alerts.Core.Delivery.Operating;

/// <summary>The last failure of each message that failed, kept beside its queue: the queue itself keeps none.</summary>
public interface IFailureLog
{
    Task RecordAsync(MessageFailure failure, CancellationToken cancellationToken);

    Task<IReadOnlyList<MessageFailure>> FindAsync(string queue, IReadOnlyCollection<string> keys, CancellationToken cancellationToken);
}
