namespace Alerts.Core.Sources.Feeds.Xml;

/// <summary>A name as it stands in a document's bytes, and as strings that are the same object for the same name.</summary>
internal sealed class XmlName(byte[] bytes, string text, string prefix, string localName)
{
    public byte[] Bytes => bytes;

    public string Text => text;

    public string Prefix => prefix;

    public string LocalName => localName;

    /// <summary>The namespace that it had when the scope was <see cref="ScopeOfNamespace"/>.</summary>
    public string Namespace { get; set; } = "";

    public int ScopeOfNamespace { get; set; } = -1;
}
