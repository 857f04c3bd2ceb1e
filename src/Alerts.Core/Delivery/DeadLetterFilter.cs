namespace Alerts.Core.Delivery;

/// <summary>Which dead letters are meant; null for all.</summary>
/// <param name="Since">Dead since then, inclusive.</param>
/// <param name="Until">Dead before then.</param>
public sealed record DeadLetterFilter(string? Queue = null, string? MessageId = null, DateTimeOffset? Since = null, DateTimeOffset? Until = null)
{
    public static DeadLetterFilter All { get; } = new();

    public bool Accepts(string messageId, DateTimeOffset? deadSince) =>
        (MessageId is null || MessageId == messageId) && (Since is null || deadSince >= Since) && (Until is null || deadSince < Until);
}
