namespace Alerts.Core.Sources;

/// <summary>From <paramref name="At"/> on a source was in this health, for this reason.</summary>
public sealed record HealthChange(DateTimeOffset At, SourceHealth Health, string? Reason);
