using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using System.Xml;

namespace Alerts.Core.Sources.Feeds.Xml;

/// <summary>The bytes of a plain document, and what of them stands for something else. For <see cref="PlainXmlReader"/>, which says what plain is.</summary>
internal sealed partial class PlainXmlScanner
{
    private const int LongestBuffered = 32 * 1024;

    private const string Forbidden = "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000b\u000c\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f";

    private static readonly SearchValues<byte> ForbiddenBytes = Bytes(Forbidden);
    private static readonly SearchValues<byte> TextStops = Bytes(Forbidden + "\r<&]");
    private static readonly SearchValues<byte> SectionStops = Bytes(Forbidden + "\r]");
    private static readonly SearchValues<byte> QuotedStops = Bytes(Forbidden + "\r\n\t<&\"");
    private static readonly SearchValues<byte> SingleQuotedStops = Bytes(Forbidden + "\r\n\t<&'");
    private static readonly SearchValues<byte> NotInNames = Bytes(string.Concat(Enumerable.Range(0, 256).Select(b => (char)b).Where(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or ':' or '.'))));

    private readonly byte[] _bytes;
    private readonly int _end;
    private readonly XmlNames _names;
    private readonly char[] _characters;
    private byte[] _unescaped = [];
    private int _unescapedLength;
    private int _at;

    public PlainXmlScanner(ReadOnlyMemory<byte> document, XmlNameTable table)
    {
        var segment = MemoryMarshal.TryGetArray(document, out var array) ? array : new ArraySegment<byte>(document.ToArray());
        (_bytes, _at, _end) = (segment.Array!, segment.Offset, segment.Offset + segment.Count);
        _names = new XmlNames(table);
        _characters = new char[Math.Min(LongestBuffered, segment.Count)];
        TrySkip("\uFEFF"u8);
        if (!Utf8.IsValid(Rest) || HasNonCharacter(Rest))
            throw NotPlain();
        SkipDeclaration();
    }

    /// <summary>The byte that comes next, or zero at the end.</summary>
    public byte Next => _at < _end ? _bytes[_at] : (byte)0;

    public bool IsAtEnd => _at == _end;

    private ReadOnlySpan<byte> Rest => _bytes.AsSpan(_at, _end - _at);

    public static XmlException NotPlain() => new("The document is not as plain as this reader wants it.");

    public bool TrySkip(ReadOnlySpan<byte> expected)
    {
        if (!Rest.StartsWith(expected))
            return false;
        _at += expected.Length;
        return true;
    }

    public void Skip(ReadOnlySpan<byte> expected)
    {
        if (!TrySkip(expected))
            throw NotPlain();
    }

    /// <summary>Text up to the next tag; <paramref name="isSpace"/> when it is what stands between tags.</summary>
    public PlainXmlSlice ReadText(out bool isSpace)
    {
        var start = _at;
        isSpace = SkipSpace() && Next == '<' && !_bytes.AsSpan(start, _at - start).Contains((byte)'\r');
        if (isSpace)
            return new PlainXmlSlice(start, _at - start);
        _at = start;
        return ReadUntil((byte)'<', TextStops);
    }

    /// <summary>What stands between <c>&lt;![CDATA[</c>, which was read, and <c>]]&gt;</c>.</summary>
    public PlainXmlSlice ReadSection()
    {
        var slice = ReadUntil((byte)']', SectionStops);
        _at += "]]>".Length;
        return slice;
    }

    /// <summary>An attribute's value in its quotes.</summary>
    public PlainXmlSlice ReadQuoted()
    {
        var quote = Next;
        if (quote is not ((byte)'"' or (byte)'\''))
            throw NotPlain();
        _at++;
        var slice = ReadUntil(quote, quote == '"' ? QuotedStops : SingleQuotedStops);
        _at++;
        return slice;
    }

    public bool SkipSpace()
    {
        var start = _at;
        while (_at < _end && _bytes[_at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            _at++;
        return _at > start;
    }

    /// <summary>The rest of a comment that was begun.</summary>
    public void SkipComment()
    {
        var length = Rest.IndexOf("--"u8);
        if (length < 0 || Rest[..length].ContainsAny(ForbiddenBytes))
            throw NotPlain();
        _at += length;
        Skip("-->"u8);
    }

    /// <summary>The rest of a processing instruction that was begun.</summary>
    public void SkipInstruction()
    {
        var name = ReadName();
        var length = Rest.IndexOf("?>"u8);
        if (length < 0 || (length > 0 && Next > ' ') || name.Prefix.Length > 0 || name.Text.Equals("xml", StringComparison.OrdinalIgnoreCase) || Rest[..length].ContainsAny(ForbiddenBytes))
            throw NotPlain();
        _at += length + 2;
    }

    public XmlName ReadName()
    {
        var length = Rest.IndexOfAny(NotInNames);
        if (length <= 0 || _names.Find(Rest[..length]) is not { } name)
            throw NotPlain();
        _at += length;
        return name;
    }

    public string Text(PlainXmlSlice slice)
    {
        var bytes = (slice.IsUnescaped ? _unescaped : _bytes).AsSpan(slice.Start, slice.Length);
        if (Ascii.IsValid(bytes))
            return Encoding.Latin1.GetString(bytes);
        if (bytes.Length > _characters.Length)
            return Encoding.UTF8.GetString(bytes);
        // The bytes are known to be valid, so no pass is needed to count what they will be.
        return new string(_characters, 0, Encoding.UTF8.GetChars(bytes, _characters));
    }

    /// <summary>U+FFFE and U+FFFF, which XML forbids.</summary>
    private static bool HasNonCharacter(ReadOnlySpan<byte> bytes)
    {
        for (var at = bytes.IndexOf((byte)0xEF); at >= 0; at = bytes.IndexOf((byte)0xEF))
        {
            bytes = bytes[at..];
            if (bytes is [_, 0xBF, 0xBE or 0xBF, ..])
                return true;
            bytes = bytes[1..];
        }

        return false;
    }

    private static SearchValues<byte> Bytes(string characters) => SearchValues.Create(Encoding.Latin1.GetBytes(characters));

    private void SkipDeclaration()
    {
        if (!Rest.StartsWith("<?xml"u8) || Rest.StartsWith("<?xml-"u8))
            return;
        var length = Rest.IndexOf("?>"u8);
        if (length < 0 || !PlainDeclaration().IsMatch(Encoding.ASCII.GetString(Rest[..length]).Replace('\'', '"')))
            throw NotPlain();
        _at += length + 2;
    }

    /// <summary>
    /// The value from here up to its end, which is <paramref name="end"/> or, for a bracket, <c>]]&gt;</c>. It is a piece of the document
    /// unless a reference or a line end has to be put otherwise.
    /// </summary>
    private PlainXmlSlice ReadUntil(byte end, SearchValues<byte> stops)
    {
        var start = _at;
        var copied = start;
        _unescapedLength = 0;
        while (true)
        {
            var length = Rest.IndexOfAny(stops);
            if (length < 0)
                throw NotPlain();
            _at += length;
            var stop = _bytes[_at];
            if (stop == ']')
            {
                // In a text it is forbidden, in a section it is the end.
                var closes = Rest.StartsWith("]]>"u8);
                if (closes && end == ']')
                    break;
                if (closes)
                    throw NotPlain();
                _at++;
                continue;
            }

            if (stop == end)
                break;
            if (stop is not ((byte)'&' or (byte)'\r' or (byte)'\n' or (byte)'\t'))
                throw NotPlain();
            // With room for the byte that most references are.
            Append(_bytes.AsSpan(copied, _at - copied), room: 1);
            if (stop == '&')
                AppendReference();
            else
                AppendSpace(stop, asLineEnd: end is (byte)'<' or (byte)']');
            copied = _at;
        }

        if (copied == start)
            return new PlainXmlSlice(start, _at - start);
        Append(_bytes.AsSpan(copied, _at - copied));
        return new PlainXmlSlice(0, _unescapedLength, IsUnescaped: true);
    }

    private void AppendSpace(byte space, bool asLineEnd)
    {
        _at += space == '\r' && Rest.StartsWith("\r\n"u8) ? 2 : 1;
        Append(asLineEnd ? "\n"u8 : " "u8);
    }

    private void AppendReference()
    {
        var rest = Rest;
        var (value, length) = rest switch
        {
            [_, (byte)'l', (byte)'t', (byte)';', ..] => ((byte)'<', 4),
            [_, (byte)'g', (byte)'t', (byte)';', ..] => ((byte)'>', 4),
            [_, (byte)'a', (byte)'m', (byte)'p', (byte)';', ..] => ((byte)'&', 5),
            [_, (byte)'q', (byte)'u', (byte)'o', (byte)'t', (byte)';', ..] => ((byte)'"', 6),
            [_, (byte)'a', (byte)'p', (byte)'o', (byte)'s', (byte)';', ..] => ((byte)'\'', 6),
            [_, (byte)'#', ..] => ((byte)0, 0),
            _ => throw NotPlain(),
        };
        if (length == 0)
        {
            AppendCharacter();
            return;
        }

        _at += length;
        _unescaped[_unescapedLength++] = value;
    }

    /// <summary><c>&amp;#8217;</c> or <c>&amp;#x2019;</c>.</summary>
    private void AppendCharacter()
    {
        var isHex = Rest is [_, _, (byte)'x', ..];
        var digits = Rest[(isHex ? 3 : 2)..];
        var length = digits.IndexOf((byte)';');
        if (length is < 1 or > 7)
            throw NotPlain();
        var code = 0;
        foreach (var digit in digits[..length])
        {
            if (isHex ? !char.IsAsciiHexDigit((char)digit) : !char.IsAsciiDigit((char)digit))
                throw NotPlain();
            code = isHex ? (code * 16) + Convert.ToInt32(((char)digit).ToString(), 16) : (code * 10) + (digit - '0');
        }

        if (!Rune.TryCreate(code, out var rune) || (code < ' ' && code is not ('\t' or '\n' or '\r')) || code is 0xFFFE or 0xFFFF)
            throw NotPlain();
        Span<byte> encoded = stackalloc byte[4];
        Append(encoded[..rune.EncodeToUtf8(encoded)]);
        _at += (isHex ? 3 : 2) + length + 1;
    }

    private void Append(ReadOnlySpan<byte> bytes, int room = 0)
    {
        if (_unescaped.Length - _unescapedLength < bytes.Length + room)
            Array.Resize(ref _unescaped, Math.Max(2 * _unescaped.Length, _unescapedLength + bytes.Length + 1024));
        bytes.CopyTo(_unescaped.AsSpan(_unescapedLength));
        _unescapedLength += bytes.Length;
    }

    [GeneratedRegex("""^<\?xml[ \t\r\n]+version="1\.0"([ \t\r\n]+encoding="(?i:utf-8)")?([ \t\r\n]+standalone="(yes|no)")?[ \t\r\n]*$""", RegexOptions.CultureInvariant)]
    private static partial Regex PlainDeclaration();
}
