using System.Buffers;
using System.Net;

namespace Alerts.Core.Sources.Feeds;

/// <summary>A text construct as it stood in the document, cleaned on first use.</summary>
internal sealed class FeedText(string raw, FeedTextKind kind, string? baseUrl, int plainLimit = int.MaxValue)
{
    /// <summary>Characters that turn the direction of what follows them, also of text that is not the publisher's.</summary>
    private static readonly SearchValues<char> Overrides = SearchValues.Create("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069");

    private string? _html;
    private string? _plain;

    public bool IsEmpty => raw.Length == 0;

    public int Length => raw.Length;

    /// <summary>As it stood in the document.</summary>
    public string Raw => raw;

    public string Html => _html ??= IsHtml() ? SafeHtml.Of(Text, baseUrl) : WebUtility.HtmlEncode(Text);

    public string Plain => _plain ??= Cut(IsHtml() ? HtmlText.Of(Text) : HtmlText.Collapse(Text));

    private string Text => HtmlReference.WithoutControls(raw);

    private bool IsHtml() => kind switch
    {
        FeedTextKind.Html => true,
        FeedTextKind.Unsure => HtmlText.LooksLikeHtml(raw),
        _ => false,
    };

    private string Cut(string text) => Shorten(text.AsSpan().IndexOfAny(Overrides) < 0 ? text : string.Concat(text.Where(c => !Overrides.Contains(c))));

    private string Shorten(string text) =>
        text.Length <= plainLimit ? text : text[..(char.IsHighSurrogate(text[plainLimit - 1]) ? plainLimit - 1 : plainLimit)];
}
