namespace Alerts.Core.Messaging;

/// <summary>Some of a listing. <paramref name="Next"/> is an opaque cursor; null where the listing ends.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
