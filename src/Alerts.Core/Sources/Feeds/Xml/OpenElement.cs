namespace Alerts.Core.Sources.Feeds.Xml;

/// <summary>An element that the repairing reader has begun and not ended.</summary>
internal sealed record OpenElement(string Name, string Prefix, string LocalName, string Namespace, NamespaceScope Scope, string? Language, bool IsEmpty);
