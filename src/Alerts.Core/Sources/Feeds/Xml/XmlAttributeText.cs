namespace Alerts.Core.Sources.Feeds.Xml;

/// <summary>An attribute as the repairing reader found it.</summary>
internal readonly record struct XmlAttributeText(string Name, string Value)
{
    public string Prefix => Name.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? Name[..colon] : "";

    public string LocalName => Name.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? Name[(colon + 1)..] : Name;
}
