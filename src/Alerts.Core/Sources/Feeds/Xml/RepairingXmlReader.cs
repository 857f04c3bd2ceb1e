using System.Buffers;
using System.Text;
using System.Xml;

namespace Alerts.Core.Sources.Feeds.Xml;

/// <summary>
/// An XML reader for documents that are not XML. It never refuses: stray brackets and ampersands are text, HTML's references are known,
/// attributes may lack quotes, missing end tags are supplied, superfluous ones ignored, forbidden characters dropped, prefixes need no
/// declaration. It opens nothing, expands no entity within an entity, and keeps no more elements open than it is told to.
/// </summary>
internal sealed class RepairingXmlReader(string text, int maxDepth) : ForwardXmlReader
{
    private const int MostEntities = 1_000;
    private const int MostExpansion = 1_000_000;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000b\u000c\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\ufffe\uffff");

    private static readonly NamespaceScope Root = new(null, []);

    private readonly List<OpenElement> _open = [];
    private readonly List<XmlAttributeText> _attributes = [];
    private Dictionary<string, string>? _entities;
    private int _expansion;
    private int _at;
    private int _closeTo = -1;
    private bool _popNext;
    private string _value = "";

    public override int Depth => Kind is XmlNodeType.Element or XmlNodeType.EndElement ? _open.Count - 1 : _open.Count;

    public override bool IsEmptyElement => Kind == XmlNodeType.Element && _open[^1].IsEmpty;

    public override string LocalName => Attribute >= 0 ? _attributes[Attribute].LocalName : Top?.LocalName ?? "";

    public override string NamespaceURI => Attribute >= 0 ? "" : Top?.Namespace ?? "";

    public override string Prefix => Attribute >= 0 ? _attributes[Attribute].Prefix : Top?.Prefix ?? "";

    public override string Value => Attribute >= 0 ? _attributes[Attribute].Value : Kind is XmlNodeType.Text or XmlNodeType.CDATA ? _value : "";

    public override string XmlLang
    {
        get
        {
            for (var i = _open.Count - 1; i >= 0; i--)
            {
                if (_open[i].Language is { } language)
                    return language;
            }

            return "";
        }
    }

    protected override int Attributes => _attributes.Count;

    private OpenElement? Top => Kind is XmlNodeType.Element or XmlNodeType.EndElement && _open.Count > 0 ? _open[^1] : null;

    public override string GetAttribute(int i) => _attributes[i].Value;

    public override string? GetAttribute(string name, string? namespaceURI)
    {
        foreach (var attribute in _attributes)
        {
            if (attribute.LocalName == name && (attribute.Prefix.Length > 0) == !string.IsNullOrEmpty(namespaceURI))
                return attribute.Value;
        }

        return null;
    }

    public override string? LookupNamespace(string prefix) => (_open.Count > 0 ? _open[^1].Scope : Root).Find(prefix);

    public override bool Read()
    {
        State = ReadState.Interactive;
        Attribute = -1;
        if (_popNext)
        {
            _open.RemoveAt(_open.Count - 1);
            _popNext = false;
        }

        if (_closeTo >= 0 && _open.Count > _closeTo)
            return End();
        _closeTo = -1;
        while (_at < text.Length)
        {
            if (text[_at] == '<' ? ReadMarkup() : ReadText())
                return true;
            if (_closeTo >= 0 && _open.Count > _closeTo)
                return End();
        }

        // Whatever is still open ends with the document.
        if (_open.Count > 0)
        {
            _closeTo = 0;
            return End();
        }

        Kind = XmlNodeType.None;
        State = ReadState.EndOfFile;
        return false;
    }

    protected override int IndexOf(string name) => _attributes.FindIndex(attribute => attribute.Name == name);

    private bool End()
    {
        _attributes.Clear();
        Kind = XmlNodeType.EndElement;
        _popNext = true;
        return true;
    }

    private bool ReadText()
    {
        var end = text.IndexOf('<', _at);
        // A bracket that opens nothing belongs to the text.
        while (end >= 0 && !OpensMarkup(end))
            end = text.IndexOf('<', end + 1);
        if (end < 0)
            end = text.Length;
        var run = text.AsSpan(_at, end - _at);
        _at = end;
        if (_open.Count == 0 || run.IsEmpty)
            return false;
        return Emit(XmlNodeType.Text, Decode(run));
    }

    private bool Emit(XmlNodeType type, string value)
    {
        _attributes.Clear();
        Kind = type;
        _value = value;
        return true;
    }

    private bool OpensMarkup(int at) =>
        at + 1 < text.Length && (text[at + 1] is '!' or '?' or '_' || char.IsLetter(text[at + 1]) || (text[at + 1] == '/' && at + 2 < text.Length && (char.IsLetter(text[at + 2]) || text[at + 2] == '_')));

    private bool ReadMarkup()
    {
        if (!OpensMarkup(_at))
        {
            // Only at the very start of a text run: read it together with what follows.
            var start = _at;
            _at++;
            var end = text.IndexOf('<', _at);
            if (end < 0)
                end = text.Length;
            _at = end;
            return _open.Count > 0 && Emit(XmlNodeType.Text, Decode(text.AsSpan(start, end - start)));
        }

        switch (text[_at + 1])
        {
            case '?':
                SkipPast("?>", fallback: ">");
                return false;
            case '!':
                return ReadDeclaration();
            case '/':
                ReadEndTag();
                return false;
            default:
                return ReadStartTag();
        }
    }

    private bool ReadDeclaration()
    {
        if (string.CompareOrdinal(text, _at, "<!--", 0, 4) == 0)
        {
            SkipPast("-->", fallback: ">", from: _at + 4);
            return false;
        }

        if (string.CompareOrdinal(text, _at, "<![CDATA[", 0, 9) == 0)
        {
            var start = _at + 9;
            var end = text.IndexOf("]]>", start, StringComparison.Ordinal);
            _at = end < 0 ? text.Length : end + 3;
            return _open.Count > 0 && Emit(XmlNodeType.CDATA, Clean(text.AsSpan(start, (end < 0 ? text.Length : end) - start)));
        }

        if (string.Compare(text, _at, "<!DOCTYPE", 0, 9, StringComparison.OrdinalIgnoreCase) == 0)
            ReadDoctype();
        else
            SkipPast(">", fallback: ">");
        return false;
    }

    /// <summary>Takes the general entities of the internal subset whose values are plain text; everything else of a DTD is passed over.</summary>
    private void ReadDoctype()
    {
        var close = text.IndexOf('>', _at);
        var subset = text.IndexOf('[', _at);
        if (subset < 0 || (close >= 0 && close < subset))
        {
            _at = close < 0 ? text.Length : close + 1;
            return;
        }

        var end = text.IndexOf("]>", subset, StringComparison.Ordinal);
        if (end < 0)
            end = text.IndexOf(']', subset);
        var stop = end < 0 ? text.Length : end;
        var at = subset;
        while ((at = text.IndexOf("<!ENTITY", at, StringComparison.Ordinal)) >= 0 && at < stop && (_entities?.Count ?? 0) < MostEntities)
        {
            at += 8;
            var parts = text.AsSpan(at, Math.Min(stop - at, 4096)).TrimStart();
            var nameEnd = parts.IndexOfAny(" \t\r\n");
            if (nameEnd <= 0)
                continue;
            var name = parts[..nameEnd].ToString();
            var literal = parts[nameEnd..].TrimStart();
            if (literal.IsEmpty || literal[0] is not ('"' or '\''))
                continue;
            var length = literal[1..].IndexOf(literal[0]);
            if (length >= 0 && literal.Slice(1, length) is var value && !value.Contains('<'))
                (_entities ??= []).TryAdd(name, value.ToString());
        }

        _at = end < 0 ? text.Length : text.IndexOf('>', end) is >= 0 and var bracket ? bracket + 1 : text.Length;
    }

    private void ReadEndTag()
    {
        var start = _at + 2;
        var end = NameEnd(start);
        var name = text.AsSpan(start, end - start);
        var bracket = text.IndexOf('>', end);
        var next = text.IndexOf('<', end);
        _at = bracket < 0 || (next >= 0 && next < bracket) ? (next < 0 ? text.Length : next) : bracket + 1;
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (!name.Equals(_open[i].Name, StringComparison.OrdinalIgnoreCase))
                continue;
            _closeTo = i;
            return;
        }
    }

    private bool ReadStartTag()
    {
        var start = _at + 1;
        var end = NameEnd(start);
        var name = NameTable.Add(text[start..end]);
        // An entry does not hold entries: the one before was not closed.
        if (IsEntry(name) && _open.FindLastIndex(element => IsEntry(element.Name)) is >= 0 and var unclosed)
        {
            _closeTo = unclosed;
            return false;
        }

        if (ClosesStrayMarkup(name) is { } container)
        {
            _closeTo = container;
            return false;
        }

        _attributes.Clear();
        _at = end;
        var closed = ReadAttributes();
        if (_open.Count >= maxDepth)
            return false;
        var scope = NamespaceScope.With(_open.Count > 0 ? _open[^1].Scope : Root, _attributes);
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var prefix = colon > 0 ? name[..colon] : "";
        var local = colon > 0 ? NameTable.Add(name[(colon + 1)..]) : name;
        var empty = closed || (prefix.Length == 0 && name is "br" or "hr" or "img" or "wbr");
        _open.Add(new OpenElement(name, prefix, local, scope.Find(prefix) ?? "", scope, GetAttribute("xml:lang"), empty));
        Kind = XmlNodeType.Element;
        _popNext = empty;
        return true;
    }

    /// <summary>A field of an entry within HTML that stands loose in the entry means that the HTML was not closed; how many elements then stay open.</summary>
    private int? ClosesStrayMarkup(string name)
    {
        if (!IsField(name))
            return null;
        var last = _open.Count - 1;
        while (last > 0 && !IsField(_open[last].Name) && HtmlVocabulary.Known.Contains(_open[last].Name))
            last--;
        return last >= 0 && last < _open.Count - 1 && (IsEntry(_open[last].Name) || _open[last].Name == "channel") ? last + 1 : null;
    }

    private static bool IsField(string name) => name is "title" or "link" or "guid" or "pubDate" or "description" or "category" or "author" or "summary" or "content" or "id" or "updated";

    private static bool IsEntry(string name) => name is "item" or "entry";

    /// <summary>Reads up to the tag's end; true when the tag closes its element itself.</summary>
    private bool ReadAttributes()
    {
        while (_at < text.Length)
        {
            var c = text[_at];
            if (c == '>')
            {
                _at++;
                return false;
            }

            if (c == '<')
                return false;
            if (c == '/' && _at + 1 < text.Length && text[_at + 1] == '>')
            {
                _at += 2;
                return true;
            }

            if (!IsNameCharacter(c))
            {
                _at++;
                continue;
            }

            ReadAttribute();
        }

        return false;
    }

    private void ReadAttribute()
    {
        var start = _at;
        _at = NameEnd(_at);
        var name = text[start.._at];
        var equals = _at;
        while (equals < text.Length && char.IsWhiteSpace(text[equals]))
            equals++;
        if (equals >= text.Length || text[equals] != '=')
        {
            _attributes.Add(new XmlAttributeText(name, ""));
            return;
        }

        _at = equals + 1;
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
            _at++;
        if (_at >= text.Length)
            return;
        int end;
        if (text[_at] is '"' or '\'')
        {
            end = text.IndexOf(text[_at], _at + 1);
            start = _at + 1;
            if (end < 0)
                end = text.Length;
            _at = Math.Min(end + 1, text.Length);
        }
        else
        {
            start = _at;
            end = text.AsSpan(_at).IndexOfAny(" \t\r\n>") is >= 0 and var length ? _at + length : text.Length;
            if (end < text.Length && text[end] == '>' && end > start && text[end - 1] == '/')
                end--;
            _at = end;
        }

        _attributes.Add(new XmlAttributeText(name, Decode(text.AsSpan(start, end - start))));
    }

    private int NameEnd(int at)
    {
        while (at < text.Length && IsNameCharacter(text[at]))
            at++;
        return at;
    }

    private static bool IsNameCharacter(char c) => char.IsLetterOrDigit(c) || c is '-' or '_' or ':' or '.';

    private void SkipPast(string terminator, string fallback, int from = -1)
    {
        var start = from < 0 ? _at + 1 : from;
        var end = text.IndexOf(terminator, start, StringComparison.Ordinal);
        if (end >= 0)
        {
            _at = end + terminator.Length;
            return;
        }

        end = text.IndexOf(fallback, start, StringComparison.Ordinal);
        _at = end < 0 ? text.Length : end + fallback.Length;
    }

    private string Decode(ReadOnlySpan<char> run)
    {
        var ampersand = run.IndexOf('&');
        if (ampersand < 0)
            return Clean(run);
        var result = new StringBuilder(run.Length);
        while (ampersand >= 0)
        {
            result.Append(run[..ampersand]);
            run = run[ampersand..];
            if (DeclaredEntity(run, out var value, out var length) || HtmlReference.Read(run, out value, out length))
            {
                result.Append(value);
                run = run[length..];
            }
            else
            {
                result.Append('&');
                run = run[1..];
            }

            ampersand = run.IndexOf('&');
        }

        return Clean(result.Append(run).ToString());
    }

    private bool DeclaredEntity(ReadOnlySpan<char> run, out string value, out int length)
    {
        value = "";
        length = 0;
        if (_entities is null || run.IndexOf(';') is not (> 1 and < 64) || run.IndexOf(';') is var end && !_entities.TryGetValue(run[1..end].ToString(), out value!))
            return false;
        length = end + 1;
        _expansion += value.Length;
        if (_expansion > MostExpansion)
            value = "";
        return true;
    }

    private static string Clean(ReadOnlySpan<char> run)
    {
        if (run.IndexOfAny(Forbidden) < 0)
            return run.ToString();
        var kept = new StringBuilder(run.Length);
        foreach (var c in run)
        {
            if (!Forbidden.Contains(c))
                kept.Append(c);
        }

        return kept.ToString();
    }
}
