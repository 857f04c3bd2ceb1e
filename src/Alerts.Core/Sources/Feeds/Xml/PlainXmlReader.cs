using System.Xml;

namespace Alerts.Core.Sources.Feeds.Xml;

/// <summary>
/// An XML reader for what nearly all feeds are: UTF-8, well formed, without a DTD. It works on the document's bytes as they came, looks for the
/// next byte that means something many at a time, and makes a string only of what is asked for.
/// <code>
///   &lt;title&gt;Bridge drained &amp;amp; paused&lt;/title&gt;
///    ^name  ^text, up to &lt; &amp; ] and what is forbidden   ^compared with the name that is open
/// </code>
/// At the first thing that is not plain (a DTD, a reference to an entity, a name beyond ASCII) or that XML forbids, it throws
/// <see cref="XmlException"/>, and the document is read from its beginning by the framework's reader. So it may be as narrow as it likes; what it
/// accepts, it has to read exactly as that reader does.
/// </summary>
internal sealed class PlainXmlReader : ForwardXmlReader
{
    /// <summary>More are searched too often.</summary>
    private const int MostDeclarations = 256;

    /// <summary>More are compared with each other too often; the framework's reader has a table for it.</summary>
    private const int MostAttributes = 64;

    private readonly PlainXmlScanner _scanner;
    private readonly List<(string Prefix, string Address)> _declared = [];
    private readonly Dictionary<string, string> _addresses = [];
    private Element[] _open = new Element[16];
    private int _depth;
    private AttributeSlice[] _attributes = new AttributeSlice[8];
    private int _attributeCount;
    private int _scope;
    private bool _rootIsOver;
    private bool _popNext;
    private bool _isEmpty;
    private bool _hasPrefixedAttributes;
    private string? _language;
    private PlainXmlSlice _slice;
    private string? _value;

    public PlainXmlReader(ReadOnlyMemory<byte> document) => _scanner = new PlainXmlScanner(document, NameTable);

    public override int Depth => Attribute >= 0 || Kind is not (XmlNodeType.Element or XmlNodeType.EndElement) ? _depth : _depth - 1;

    public override bool IsEmptyElement => _isEmpty && Kind == XmlNodeType.Element;

    public override string LocalName => Attribute >= 0 ? _attributes[Attribute].Name.LocalName : Top?.LocalName ?? "";

    public override string Prefix => Attribute >= 0 ? _attributes[Attribute].Name.Prefix : Top?.Prefix ?? "";

    public override string NamespaceURI => Attribute >= 0 ? NamespaceOf(_attributes[Attribute].Name) : Top is null ? "" : _open[_depth - 1].Namespace;

    public override string Value => Attribute >= 0 ? GetAttribute(Attribute) : Kind is XmlNodeType.Element or XmlNodeType.EndElement ? "" : _value ??= _scanner.Text(_slice);

    public override string XmlLang => _depth > 0 ? _open[_depth - 1].Language : "";

    protected override int Attributes => _attributeCount;

    private XmlName? Top => Kind is XmlNodeType.Element or XmlNodeType.EndElement ? _open[_depth - 1].Name : null;

    public override string GetAttribute(int i)
    {
        ref var attribute = ref _attributes[i];
        return attribute.Value ??= _scanner.Text(attribute.Slice);
    }

    public override string? GetAttribute(string name, string? namespaceURI)
    {
        for (var i = 0; i < _attributeCount; i++)
        {
            var candidate = _attributes[i].Name;
            if (candidate.LocalName == name && (candidate.Prefix.Length == 0 ? string.IsNullOrEmpty(namespaceURI) : NamespaceOf(candidate) == namespaceURI))
                return GetAttribute(i);
        }

        return null;
    }

    public override string? LookupNamespace(string prefix)
    {
        for (var i = _declared.Count - 1; i >= 0; i--)
        {
            if (_declared[i].Prefix == prefix)
                return _declared[i].Address;
        }

        return prefix switch
        {
            "" => "",
            "xml" => "http://www.w3.org/XML/1998/namespace",
            "xmlns" => "http://www.w3.org/2000/xmlns/",
            _ => null,
        };
    }

    public override bool Read()
    {
        State = ReadState.Interactive;
        Attribute = -1;
        if (_popNext)
            Pop();
        while (!_scanner.IsAtEnd)
        {
            if (_scanner.Next != '<')
            {
                if (_depth > 0)
                    return Emit(_scanner.ReadText(out var isSpace), isSpace ? XmlNodeType.Whitespace : XmlNodeType.Text);
                if (!_scanner.SkipSpace())
                    throw PlainXmlScanner.NotPlain();
            }
            else if (_scanner.TrySkip("</"u8))
            {
                return ReadEndTag();
            }
            else if (_scanner.TrySkip("<?"u8))
            {
                _scanner.SkipInstruction();
            }
            else if (_scanner.TrySkip("<!--"u8))
            {
                _scanner.SkipComment();
            }
            else if (_depth > 0 && _scanner.TrySkip("<![CDATA["u8))
            {
                return Emit(_scanner.ReadSection(), XmlNodeType.CDATA);
            }
            else
            {
                return ReadStartTag();
            }
        }

        if (!_rootIsOver)
            throw PlainXmlScanner.NotPlain();
        (Kind, State) = (XmlNodeType.None, ReadState.EndOfFile);
        return false;
    }

    protected override int IndexOf(string name)
    {
        for (var i = 0; i < _attributeCount; i++)
        {
            if (_attributes[i].Name.Text == name)
                return i;
        }

        return -1;
    }

    private bool ReadStartTag()
    {
        if (_rootIsOver)
            throw PlainXmlScanner.NotPlain();
        _scanner.Skip("<"u8);
        var name = _scanner.ReadName();
        var declaredBefore = _declared.Count;
        _attributeCount = 0;
        _hasPrefixedAttributes = false;
        _language = null;
        var spaced = _scanner.SkipSpace();
        while (_scanner.Next is not ((byte)'>' or (byte)'/'))
        {
            if (!spaced)
                throw PlainXmlScanner.NotPlain();
            ReadAttribute();
            spaced = _scanner.SkipSpace();
        }

        _isEmpty = _scanner.Next == '/';
        _scanner.Skip(_isEmpty ? "/>"u8 : ">"u8);
        if (_attributeCount > 1 || _hasPrefixedAttributes)
            CheckAttributes();
        Push(name, declaredBefore);
        return true;
    }

    private void ReadAttribute()
    {
        var name = _scanner.ReadName();
        _scanner.SkipSpace();
        _scanner.Skip("="u8);
        _scanner.SkipSpace();
        if (_attributeCount == MostAttributes)
            throw PlainXmlScanner.NotPlain();
        var slice = _scanner.ReadQuoted();
        if (_attributeCount == _attributes.Length)
            Array.Resize(ref _attributes, 2 * _attributes.Length);
        // What was unescaped gives way to the next value.
        _attributes[_attributeCount++] = new AttributeSlice(name, slice, slice.IsUnescaped ? _scanner.Text(slice) : null);
        if (name.Prefix.Length > 0 || name.Text == "xmlns")
            ReadSpecialAttribute(name, GetAttribute(_attributeCount - 1));
    }

    private void ReadSpecialAttribute(XmlName name, string value)
    {
        _hasPrefixedAttributes |= name.Prefix.Length > 0;
        if (name.Prefix == "xmlns" || name.Prefix.Length == 0)
            Declare(name.Prefix.Length == 0 ? "" : name.LocalName, value);
        else if (name.Text == "xml:lang")
            _language = value;
        else if (name.Text == "xml:space" && value is not ("default" or "preserve"))
            throw PlainXmlScanner.NotPlain();
    }

    private void Declare(string prefix, string address)
    {
        if (_declared.Count == MostDeclarations || prefix is "xml" or "xmlns" || (address.Length == 0 && prefix.Length > 0) || address.StartsWith("http://www.w3.org/XML/", StringComparison.Ordinal) || address.StartsWith("http://www.w3.org/2000/xmlns", StringComparison.Ordinal))
            throw PlainXmlScanner.NotPlain();
        if (!_addresses.TryGetValue(address, out var same))
            _addresses.Add(address, same = address);
        _declared.Add((prefix, same));
        _scope++;
    }

    /// <summary>Prefixes have to be declared, and no attribute may stand there twice.</summary>
    private void CheckAttributes()
    {
        for (var i = 0; i < _attributeCount; i++)
        {
            var name = _attributes[i].Name;
            if (name.Prefix.Length > 0)
                _ = NamespaceOf(name);
            for (var other = 0; other < i; other++)
            {
                if (ReferenceEquals(name, _attributes[other].Name) || (name.Prefix.Length > 0 && _attributes[other].Name.Prefix.Length > 0 && ReferenceEquals(name.LocalName, _attributes[other].Name.LocalName)))
                    throw PlainXmlScanner.NotPlain();
            }
        }
    }

    private void Push(XmlName name, int declaredBefore)
    {
        if (_depth == _open.Length)
            Array.Resize(ref _open, 2 * _open.Length);
        _open[_depth] = new Element(name, NamespaceOf(name), _language ?? XmlLang, declaredBefore);
        _depth++;
        Kind = XmlNodeType.Element;
        _popNext = _isEmpty;
    }

    private void Pop()
    {
        var declared = _open[--_depth].DeclaredBefore;
        if (declared < _declared.Count)
        {
            _declared.RemoveRange(declared, _declared.Count - declared);
            _scope++;
        }

        _popNext = false;
        _rootIsOver = _depth == 0;
    }

    private string NamespaceOf(XmlName name)
    {
        if (name.ScopeOfNamespace == _scope)
            return name.Namespace;
        name.Namespace = LookupNamespace(name.Prefix) ?? throw PlainXmlScanner.NotPlain();
        name.ScopeOfNamespace = _scope;
        return name.Namespace;
    }

    private bool ReadEndTag()
    {
        if (_depth == 0)
            throw PlainXmlScanner.NotPlain();
        _scanner.Skip(_open[_depth - 1].Name.Bytes);
        _scanner.SkipSpace();
        _scanner.Skip(">"u8);
        _attributeCount = 0;
        Kind = XmlNodeType.EndElement;
        _popNext = true;
        return true;
    }

    private bool Emit(PlainXmlSlice slice, XmlNodeType kind)
    {
        Kind = kind;
        _attributeCount = 0;
        _slice = slice;
        _value = null;
        return true;
    }

    private record struct AttributeSlice(XmlName Name, PlainXmlSlice Slice, string? Value);

    private readonly record struct Element(XmlName Name, string Namespace, string Language, int DeclaredBefore);
}
