namespace Alerts.Core.Sources.Feeds.Xml;

/// <summary>A piece of a document's bytes, or of what was unescaped of them; the latter stands only until the next value is read.</summary>
internal readonly record struct PlainXmlSlice(int Start, int Length, bool IsUnescaped = false);
