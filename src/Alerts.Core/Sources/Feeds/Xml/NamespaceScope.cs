namespace Alerts.Core.Sources.Feeds.Xml;

/// <summary>The prefixes declared by an element and those around it. Elements that declare nothing share their parent's.</summary>
internal sealed class NamespaceScope(NamespaceScope? outer, Dictionary<string, string> declared)
{
    public static NamespaceScope With(NamespaceScope outer, List<XmlAttributeText> attributes)
    {
        Dictionary<string, string>? declared = null;
        foreach (var attribute in attributes)
        {
            if (attribute.Name == "xmlns")
                (declared ??= [])[""] = attribute.Value.Trim();
            else if (attribute.Name.StartsWith("xmlns:", StringComparison.Ordinal))
                (declared ??= [])[attribute.LocalName] = attribute.Value.Trim();
        }

        return declared is null ? outer : new NamespaceScope(outer, declared);
    }

    public string? Find(string prefix)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope.Declared.TryGetValue(prefix, out var address))
                return address;
        }

        return null;
    }

    private NamespaceScope? Outer => outer;

    private Dictionary<string, string> Declared => declared;
}
