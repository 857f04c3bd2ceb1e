namespace Alerts.Core.Auditing;

/// <summary>One link of the chain.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="PreviousHash">The <paramref name="Hash"/> of the entry before; <see cref="AuditChain.Root"/> for the first.</param>
/// <param name="Hash">SHA-256, hexadecimal, over all other members (<see cref="AuditChain.HashOf"/>).</param>
public sealed record AuditEntry(long Number, DateTimeOffset At, AuditAct Act, string PreviousHash, string Hash);
