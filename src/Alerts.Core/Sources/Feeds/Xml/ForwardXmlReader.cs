using System.Xml;

namespace Alerts.Core.Sources.Feeds.Xml;

/// <summary>What the two own XML readers have in common: the nodes that feeds consist of, their attributes, and none of XML's rarities.</summary>
internal abstract class ForwardXmlReader : XmlReader
{
    private readonly NameTable _names = new();

    public sealed override int AttributeCount => Kind == XmlNodeType.Element ? Attributes : 0;

    public sealed override string BaseURI => "";

    public sealed override bool EOF => State == ReadState.EndOfFile;

    public sealed override XmlNameTable NameTable => _names;

    public sealed override XmlNodeType NodeType => Attribute >= 0 ? XmlNodeType.Attribute : Kind;

    public sealed override ReadState ReadState => State;

    /// <summary>What was read last, whichever of its attributes the reader stands on.</summary>
    protected XmlNodeType Kind { get; set; }

    /// <summary>The attribute that the reader stands on, or -1.</summary>
    protected int Attribute { get; set; } = -1;

    protected ReadState State { get; set; } = ReadState.Initial;

    /// <summary>How many attributes the element that was read last has.</summary>
    protected abstract int Attributes { get; }

    public sealed override bool MoveToAttribute(string name)
    {
        var index = IndexOf(name);
        if (index >= 0)
            Attribute = index;
        return index >= 0;
    }

    public sealed override bool MoveToAttribute(string name, string? ns) => MoveToAttribute(name);

    public sealed override bool MoveToElement()
    {
        var moved = Attribute >= 0;
        Attribute = -1;
        return moved;
    }

    public sealed override bool MoveToFirstAttribute()
    {
        if (AttributeCount == 0)
            return false;
        Attribute = 0;
        return true;
    }

    public sealed override bool MoveToNextAttribute()
    {
        if (Attribute + 1 >= AttributeCount)
            return false;
        Attribute++;
        return true;
    }

    public sealed override string? GetAttribute(string name) => IndexOf(name) is >= 0 and var index ? GetAttribute(index) : null;

    public sealed override bool ReadAttributeValue() => false;

    public sealed override void ResolveEntity() => throw new InvalidOperationException("References are resolved while reading.");

    /// <summary>The place of an attribute by its name with its prefix, or -1.</summary>
    protected abstract int IndexOf(string name);
}
