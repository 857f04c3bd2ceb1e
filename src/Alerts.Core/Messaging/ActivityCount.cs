namespace Alerts.Core.Messaging;

/// <summary>How often one kind of thing has happened, told apart by <paramref name="Tags"/>.</summary>
public sealed record ActivityCount(string Name, IReadOnlyList<KeyValuePair<string, string>> Tags, long Count);
