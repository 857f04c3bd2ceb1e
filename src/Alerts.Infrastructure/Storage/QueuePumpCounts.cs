namespace Alerts.Infrastructure.Storage;

/// <summary>What a pump has done with one queue since it was made.</summary>
public sealed record QueuePumpCounts(long Handled, long Failed, long Poisoned, int InHand);
