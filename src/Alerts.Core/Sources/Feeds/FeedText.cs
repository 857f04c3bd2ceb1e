using System.Net;

namespace Alerts.Core.Sources.Feeds;

/// <summary>A text construct as it stood in the document, cleaned on first use.</summary>
internal sealed class FeedText(string raw, FeedTextKind kind, string? baseUrl, int plainLimit = int.MaxValue)
{
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

    private string Cut(string text) =>
        text.Length <= plainLimit ? text : text[..(char.IsHighSurrogate(text[plainLimit - 1]) ? plainLimit - 1 : plainLimit)];
}
