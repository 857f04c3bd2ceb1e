using System.Buffers;
using System.Text;

namespace Alerts.Core.Sources.Feeds;

/// <summary>
/// Plain text of HTML in one pass over its characters, without a tree: a hundred thousand nested elements cost no more than as many
/// flat ones. Blocks end lines, scripts and the like vanish, character references are resolved.
/// </summary>
public static class HtmlText
{
    private const int Nearby = 300;

    private static readonly SearchValues<char> Markup = SearchValues.Create("<&");

    /// <summary>One line for each block, white space collapsed.</summary>
    public static string Of(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        if (html.AsSpan().IndexOfAny(Markup) < 0)
            return Collapse(html);
        html = HtmlRepair.EndUnclosed(html);
        var text = new TextWriter(html.Length);
        var at = 0;
        while (at < html.Length)
        {
            var next = html.AsSpan(at).IndexOfAny(Markup);
            if (next < 0)
            {
                text.Append(html.AsSpan(at));
                break;
            }

            text.Append(html.AsSpan(at, next));
            at += next;
            if (html[at] == '&')
                at += AppendReference(html.AsSpan(at), ref text);
            else
                at = Tag(html, at, ref text);
        }

        return text.Finish();
    }

    /// <summary>The text with runs of white space made one space, and none at its ends.</summary>
    public static string Collapse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsCollapsed(text))
            return text;
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!IsSpace(c))
                result.Append(c);
            else if (result.Length > 0 && result[^1] != ' ')
                result.Append(' ');
        }

        if (result.Length > 0 && result[^1] == ' ')
            result.Length--;
        return result.ToString();
    }

    /// <summary>Whether a text whose format does not say so is HTML: it closes an element or refers to a character, and all its tags are HTML's.</summary>
    internal static bool LooksLikeHtml(string text)
    {
        var at = text.AsSpan().IndexOfAny(Markup);
        if (at < 0)
            return false;
        var evidence = false;
        for (; at >= 0 && at < text.Length; at = Next(text, at + 1))
        {
            var rest = text.AsSpan(at);
            if (rest[0] == '&')
            {
                evidence |= HtmlReference.Read(rest, out _, out var length) && rest[length - 1] == ';';
                continue;
            }

            if (rest.StartsWith("<!--", StringComparison.Ordinal) || rest.StartsWith("<![CDATA[", StringComparison.Ordinal))
                continue;
            var closing = rest.Length > 1 && rest[1] == '/';
            var name = NameOf(rest[(closing ? 2 : 1)..]);
            if (name.IsEmpty)
                continue;
            if (!HtmlVocabulary.Known.Contains(name))
                return false;
            evidence |= closing || HtmlVocabulary.Void.Contains(name) || HtmlVocabulary.Blocks.Contains(name) || HasAttribute(text, at);
        }

        return evidence;
    }

    /// <summary>Looked for near the bracket only: a text of brackets must not be searched to its end from each.</summary>
    private static bool HasAttribute(string text, int at)
    {
        var tag = text.AsSpan(at + 1, Math.Min(Nearby, text.Length - at - 1));
        var end = tag.IndexOfAny('<', '>');
        return end >= 0 && tag[end] == '>' && tag[..end].Contains('=');
    }

    internal static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> afterBracket)
    {
        if (afterBracket.IsEmpty || !char.IsAsciiLetter(afterBracket[0]))
            return [];
        var length = 1;
        while (length < afterBracket.Length && (char.IsAsciiLetterOrDigit(afterBracket[length]) || afterBracket[length] is '-' or ':' or '_'))
            length++;
        return afterBracket[..length];
    }

    /// <summary>Where the tag that opens at <paramref name="at"/> ends (past its bracket), minding quotes.</summary>
    internal static int EndOfTag(string html, int at)
    {
        var scan = at + 1;
        while (scan < html.Length)
        {
            var stop = html.AsSpan(scan).IndexOfAny('>', '"', '\'');
            if (stop < 0)
                return html.Length;
            scan += stop;
            if (html[scan] == '>')
                return scan + 1;
            // A quote opens a value only after '='; elsewhere it is a stray character.
            var before = html.AsSpan(at, scan - at).TrimEnd();
            if (before[^1] == '=')
            {
                var close = html.IndexOf(html[scan], scan + 1);
                if (close < 0)
                    return html.IndexOf('>', scan) is var bracket and >= 0 ? bracket + 1 : html.Length;
                scan = close;
            }

            scan++;
        }

        return html.Length;
    }

    private static int Tag(string html, int at, ref TextWriter text)
    {
        var rest = html.AsSpan(at);
        if (rest.StartsWith("<!--", StringComparison.Ordinal))
            return html.IndexOf("-->", at + 4, StringComparison.Ordinal) is var end and >= 0 ? end + 3 : html.Length;
        if (rest.StartsWith("<![CDATA[", StringComparison.Ordinal))
            return at + 9;
        if (rest.Length > 1 && rest[1] is '!' or '?')
            return html.IndexOf('>', at) is var bang and >= 0 ? bang + 1 : html.Length;
        var closing = rest.Length > 1 && rest[1] == '/';
        var name = NameOf(rest[(closing ? 2 : 1)..]);
        if (name.IsEmpty)
        {
            if (closing)
                return html.IndexOf('>', at) is var odd and >= 0 ? odd + 1 : html.Length;
            text.Append(rest[..1]);
            return at + 1;
        }

        var after = EndOfTag(html, at);
        if (HtmlVocabulary.Blocks.Contains(name))
            text.Break();
        if (closing || !HtmlVocabulary.Hidden.Contains(name) || HtmlVocabulary.Void.Contains(name) || html[after - 1] != '>' || html[after - 2] == '/')
            return after;
        return AfterElement(html, after, name);
    }

    private static int AfterElement(string html, int at, ReadOnlySpan<char> name)
    {
        while (true)
        {
            var close = html.IndexOf("</", at, StringComparison.Ordinal);
            if (close < 0)
                return html.Length;
            at = close + 2;
            if (NameOf(html.AsSpan(at)).Equals(name, StringComparison.OrdinalIgnoreCase))
                return html.IndexOf('>', at) is var end and >= 0 ? end + 1 : html.Length;
        }
    }

    private static int AppendReference(ReadOnlySpan<char> rest, ref TextWriter text)
    {
        if (!HtmlReference.Read(rest, out var value, out var length))
        {
            text.Append("&");
            return 1;
        }

        text.Append(value);
        return length;
    }

    private static int Next(string text, int from)
    {
        if (from >= text.Length)
            return -1;
        var next = text.AsSpan(from).IndexOfAny(Markup);
        return next < 0 ? -1 : from + next;
    }

    private static bool IsCollapsed(string text)
    {
        var space = true;
        foreach (var c in text)
        {
            if (c > ' ' && c < '\u0080')
            {
                space = false;
                continue;
            }

            if (!IsSpace(c))
                space = false;
            else if (space || c != ' ')
                return false;
            else
                space = true;
        }

        return text.Length == 0 || !space;
    }

    /// <summary>White space, and the invisible characters that feeds put between words or at the start.</summary>
    private static bool IsSpace(char c) => c <= ' ' || c is '\u00a0' or '\u200b' or '\ufeff' or '\u0085' or '\u007f' || (c > '\u1000' && char.IsWhiteSpace(c));

    /// <summary>Collects text: runs of white space become one space, block ends one line feed.</summary>
    private struct TextWriter(int capacity)
    {
        private readonly StringBuilder _text = new(Math.Min(capacity, 64 * 1024));
        private bool _space;
        private bool _break;

        public readonly string Finish() => _text.ToString();

        public void Break() => _break = true;

        public void Append(ReadOnlySpan<char> run)
        {
            while (!run.IsEmpty)
            {
                if (IsSpace(run[0]))
                {
                    _space = true;
                    run = run[1..];
                    continue;
                }

                var length = 1;
                while (length < run.Length && !IsSpace(run[length]))
                    length++;
                if (_text.Length > 0 && (_space || _break))
                    _text.Append(_break ? '\n' : ' ');
                _space = _break = false;
                _text.Append(run[..length]);
                run = run[length..];
            }
        }
    }
}
