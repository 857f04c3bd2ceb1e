using System.Text;
using System.Text.RegularExpressions;
using UtfUnknown;

namespace Alerts.Core.Sources.Feeds;

/// <summary>
/// Finds out how a body is encoded: byte order mark, then the shape of its first bytes, then the transport's charset, then the document's own
/// declaration, then UTF-8 if the bytes are valid, then a guess from the bytes. UTF-7 is refused, because filters do not see markup in it.
/// </summary>
public static partial class FeedEncoding
{
    private const int GuessFrom = 64 * 1024;
    private static readonly UTF8Encoding StrictUtf8 = new(false, true);

    static FeedEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The text, and the web name of the encoding that it was in; null when the encoding is refused.</summary>
    public static (string Text, string Name)? Decode(ReadOnlySpan<byte> body, string? contentType)
    {
        if (Mark(body) is { } mark)
            return (mark.Encoding.GetString(body[mark.Length..]), mark.Encoding.WebName);
        if (Shape(body) is { } wide)
            return (wide.GetString(body), wide.WebName);
        var declared = Declared(body);
        if (IsRefused(Charset(contentType)) || IsRefused(declared))
            return null;
        foreach (var name in new[] { Charset(contentType), declared })
        {
            if (Named(name) is not { } encoding || IsWide(encoding))
                continue;
            if (encoding is not UTF8Encoding)
                return (encoding.GetString(body), name!.ToLowerInvariant());
            if (TryUtf8(body) is { } text)
                return (text, "utf-8");
        }

        return TryUtf8(body) is { } plain ? (plain, "utf-8") : Guess(body);
    }

    /// <summary>Whether the bytes can go to the XML reader as they are, because everybody says or leaves it open that they are UTF-8.</summary>
    public static bool IsPlainUtf8(ReadOnlySpan<byte> body, string? contentType)
    {
        if (Mark(body) is { } mark)
            return mark.Encoding is UTF8Encoding;
        if (Shape(body) is not null)
            return false;
        var charset = Charset(contentType);
        if (charset is not null && Named(charset) is { } named && named is not UTF8Encoding)
            return false;
        return Declared(body) is not { } declared || declared.Equals("utf-8", StringComparison.OrdinalIgnoreCase);
    }

    public static string? Charset(string? contentType)
    {
        if (contentType is null || CharsetParameter().Match(contentType) is not { Success: true } match)
            return null;
        return match.Groups[1].Value;
    }

    private static (Encoding Encoding, int Length)? Mark(ReadOnlySpan<byte> body) => body switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(true, true), 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => null,
    };

    /// <summary>Encodings of two and four bytes a character, told by the zeros around the first bracket.</summary>
    private static Encoding? Shape(ReadOnlySpan<byte> body) => body switch
    {
        [(byte)'<', 0, 0, 0, ..] => Encoding.UTF32,
        [0, 0, 0, (byte)'<', ..] => new UTF32Encoding(true, false),
        [(byte)'<' or (byte)'{' or (byte)' ' or (byte)'\n' or (byte)'\r', 0, not 0, 0, ..] => Encoding.Unicode,
        [0, (byte)'<' or (byte)'{' or (byte)' ' or (byte)'\n' or (byte)'\r', 0, not 0, ..] => Encoding.BigEndianUnicode,
        [0x4C, 0x6F, 0xA7, 0x94, ..] => Named("ibm037"),
        _ => null,
    };

    /// <summary>The name in the XML declaration, or in the meta element of a page.</summary>
    private static string? Declared(ReadOnlySpan<byte> body)
    {
        var head = body[..Math.Min(body.Length, 1024)];
        var start = head.IndexOf("encoding"u8);
        if (head.IndexOf("<?xml"u8) is >= 0 and var xml && start > xml && head.IndexOf("?>"u8) is var end && (end < 0 || start < end))
            return DeclaredName().Match(Encoding.Latin1.GetString(head[start..])) is { Success: true } match ? match.Groups[1].Value : null;
        return head.IndexOf("charset"u8) >= 0 && head.IndexOf("<meta"u8) >= 0 ? Charset(Encoding.Latin1.GetString(head)) : null;
    }

    private static bool IsRefused(string? name) => name is not null && name.Replace("_", "-", StringComparison.Ordinal).Contains("utf-7", StringComparison.OrdinalIgnoreCase);

    /// <summary>A declaration that could be read byte by byte cannot be in an encoding of two or four bytes a character.</summary>
    private static bool IsWide(Encoding encoding) => encoding is UnicodeEncoding or UTF32Encoding;

    private static Encoding? Named(string? name)
    {
        if (string.IsNullOrEmpty(name) || IsRefused(name))
            return null;
        // As browsers do: what calls itself Latin-1 or ASCII uses the windows code page; the Korean, Chinese and Thai sets have a superset in use.
        var canonical = name.Trim().ToLowerInvariant() switch
        {
            "iso-8859-1" or "iso8859-1" or "iso_8859-1" or "latin1" or "latin-1" or "l1" or "cp1252" or "x-ansi" or "ansi" => "windows-1252",
            "utf8" or "utf_8" or "unicode-1-1-utf-8" => "utf-8",
            "iso-8859-9" => "windows-1254",
            "iso-8859-11" or "tis620" => "windows-874",
            "gb2312" or "gbk" or "x-gbk" or "gb_2312-80" or "cp936" => "gb18030",
            "euc-kr" or "ks_c_5601-1987" or "ksc5601" or "cp949" or "uhc" or "ms949" => "ks_c_5601-1987",
            "x-sjis" or "sjis" or "shift-jis" or "ms_kanji" or "cp932" or "windows-31j" => "shift_jis",
            "cp1251" or "win-1251" or "windows1251" => "windows-1251",
            "cp1250" => "windows-1250",
            var other => other,
        };
        try
        {
            return Encoding.GetEncoding(canonical);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? TryUtf8(ReadOnlySpan<byte> body)
    {
        if (!System.Text.Unicode.Utf8.IsValid(body))
            return null;
        return StrictUtf8.GetString(body);
    }

    private static (string Text, string Name) Guess(ReadOnlySpan<byte> body)
    {
        // Mostly UTF-8 with a few broken bytes is more likely than any other encoding of the same bytes.
        if (IsMostlyUtf8(body))
            return (Encoding.UTF8.GetString(body), "utf-8");
        var detected = CharsetDetector.DetectFromBytes(body[..Math.Min(body.Length, GuessFrom)].ToArray()).Detected;
        var encoding = (detected?.Confidence > 0.5f ? Named(detected.EncodingName) : null) ?? Encoding.GetEncoding("windows-1252");
        return (encoding.GetString(body), encoding.WebName);
    }

    /// <summary>Whether more characters have the shape of UTF-8 than there are bytes that do not fit it.</summary>
    private static bool IsMostlyUtf8(ReadOnlySpan<byte> body)
    {
        var shaped = 0;
        var odd = 0;
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] < 0x80)
                continue;
            var following = body[i] switch { >= 0xC2 and < 0xE0 => 1, >= 0xE0 and < 0xF0 => 2, >= 0xF0 and <= 0xF4 => 3, _ => 0 };
            var found = 0;
            while (found < following && i + 1 < body.Length && body[i + 1] is >= 0x80 and <= 0xBF)
            {
                i++;
                found++;
            }

            if (following > 0 && found == following)
                shaped++;
            else
                odd += 1 + found;
        }

        return shaped > odd;
    }

    [GeneratedRegex("""charset\s*=\s*["']?\s*([A-Za-z0-9._:\-]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CharsetParameter();

    [GeneratedRegex("""^encoding\s*=\s*["']\s*([A-Za-z0-9._:\-]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex DeclaredName();
}
