namespace Alerts.Core.Operations;

/// <summary>One kind of what is stored and not kept for ever.</summary>
public interface IPurgeable
{
    /// <summary>How far its walk came is kept under this name.</summary>
    string Name { get; }

    /// <summary>One step of a walk: removes what is older than it is kept, reading a thousand rows at most. Repeating a step finds nothing left to do.</summary>
    Task<(int Done, string? Next)> PurgeAsync(RetentionOptions kept, DateTimeOffset now, string? position, CancellationToken cancellationToken);
}
