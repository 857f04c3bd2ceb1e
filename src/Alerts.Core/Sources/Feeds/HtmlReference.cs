using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using AngleSharp.Html;

namespace Alerts.Core.Sources.Feeds;

/// <summary>Character references: <c>&amp;eacute;</c>, <c>&amp;#233;</c>, <c>&amp;#xE9;</c>, and those of windows-1252 that people mean by 128 to 159.</summary>
internal static class HtmlReference
{
    private const int LongestName = 32;
    private const string Windows1252 =
        "\u20ac\ufffd\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\ufffd\u017d\ufffd\ufffd\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\ufffd\u017e\u0178";

    /// <summary>Those that pages have always written without a semicolon too; any other name needs it.</summary>
    private static readonly FrozenSet<string> WithoutSemicolon = new[] { "amp", "lt", "gt", "quot", "nbsp", "copy", "reg", "eacute", "egrave", "agrave", "auml", "ouml", "uuml", "szlig" }
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Reads the reference that <paramref name="text"/> begins with.</summary>
    public static bool Read(ReadOnlySpan<char> text, out string value, out int length)
    {
        value = "";
        length = 0;
        if (text.Length < 3 || text[0] != '&')
            return false;
        return text[1] == '#' ? Numeric(text, out value, out length) : Named(text, out value, out length);
    }

    /// <summary>The text with the control characters 128 to 159 replaced by what windows-1252 has there: they are always that, mislabelled.</summary>
    public static string WithoutControls(string text) =>
        text.AsSpan().IndexOfAnyInRange('\u0080', '\u009f') < 0 ? text : string.Create(text.Length, text, static (result, source) =>
        {
            for (var i = 0; i < result.Length; i++)
                result[i] = source[i] is >= '\u0080' and <= '\u009f' and not '\u0085' ? Windows1252[source[i] - 128] : source[i];
        });

    private static bool Numeric(ReadOnlySpan<char> text, out string value, out int length)
    {
        value = "";
        length = 0;
        var hex = text[2] is 'x' or 'X';
        var start = hex ? 3 : 2;
        var end = start;
        while (end < text.Length && (hex ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end])))
            end++;
        if (end == start)
            return false;
        if (!int.TryParse(text[start..end], hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            code = 0xFFFD;
        length = end < text.Length && text[end] == ';' ? end + 1 : end;
        value = OfCode(code);
        return true;
    }

    private static string OfCode(int code) => code switch
    {
        >= 128 and <= 159 => Windows1252[code - 128].ToString(),
        '\t' or '\n' or '\r' => ((char)code).ToString(),
        < ' ' or (>= 0xD800 and <= 0xDFFF) or > 0x10FFFF or 0xFFFE or 0xFFFF => "\ufffd",
        _ => char.ConvertFromUtf32(code),
    };

    private static bool Named(ReadOnlySpan<char> text, out string value, out int length)
    {
        value = "";
        length = 0;
        var end = 1;
        while (end < text.Length && end <= LongestName && char.IsAsciiLetterOrDigit(text[end]))
            end++;
        if (end == 1)
            return false;
        var name = text[1..end].ToString();
        var semicolon = end < text.Length && text[end] == ';';
        if (!semicolon && !WithoutSemicolon.Contains(name))
            return false;
        length = semicolon ? end + 1 : end;
        value = name switch
        {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "apos" => "'",
            "nbsp" => "\u00a0",
            _ => HtmlEntityProvider.Resolver.GetSymbol(name + ";") ?? WebUtility.HtmlDecode($"&{name};"),
        };
        return value.Length > 0 && value[0] != '&' || name is "amp" or "AMP";
    }
}
