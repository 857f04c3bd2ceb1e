using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Ganss.Xss;

namespace Alerts.Core.Sources.Feeds;

/// <summary>
/// HTML that may be shown in a page or a mail: no scripts, frames, forms, styles or trackers, links absolute and only to the web or to mail.
/// </summary>
public static class SafeHtml
{
    /// <summary>
    /// Serialisers walk trees by recursion, so trees must stay shallow. No publisher nests this deep; generators of attacks do,
    /// and get their text back as a paragraph a line.
    /// </summary>
    private const int DeepestTree = 300;

    private static readonly HtmlParser Parser = new();
    private static readonly HtmlSanitizer Sanitizer = Build();
    private static readonly string[] Dropped =
    [
        "script", "style", "noscript", "template", "iframe", "textarea", "select", "head", "title", "frameset", "frame", "noframes", "link", "meta", "base",
        "svg", "[hidden]",
    ];

    private static readonly string DroppedSelector = string.Join(',', Dropped);

    /// <summary>Thread-safe. <paramref name="baseUrl"/> makes relative links absolute.</summary>
    public static string Of(string html, string? baseUrl = null)
    {
        ArgumentNullException.ThrowIfNull(html);
        if (html.AsSpan().IndexOfAny('<', '&') < 0)
            return html.Replace(">", "&gt;", StringComparison.Ordinal);
        if (HtmlDepth.Exceeds(html, DeepestTree))
            return Paragraphs(HtmlText.Of(html));
        var document = Parser.ParseDocument("<!doctype html><body>");
        var body = document.Body!;
        body.InnerHtml = HtmlRepair.Mend(html);
        foreach (var element in body.QuerySelectorAll(DroppedSelector).ToArray())
            element.Remove();
        foreach (var image in body.QuerySelectorAll<IHtmlImageElement>("img").Where(IsPixel).ToArray())
            image.Remove();
        Sanitizer.SanitizeDom(document, body, Uri.TryCreate(baseUrl, UriKind.Absolute, out _) ? baseUrl! : "");
        return body.InnerHtml;
    }

    private static HtmlSanitizer Build()
    {
        var sanitizer = new HtmlSanitizer { KeepChildNodes = true };
        foreach (var tag in new[] { "form", "input", "button", "select", "option", "optgroup", "textarea", "fieldset", "legend", "label", "datalist", "keygen", "output", "html", "head", "body", "style" })
            sanitizer.AllowedTags.Remove(tag);
        foreach (var tag in new[] { "video", "audio", "source", "picture" })
            sanitizer.AllowedTags.Add(tag);
        foreach (var attribute in new[] { "style", "class", "id", "name", "background", "action", "dynsrc", "lowsrc", "usemap", "ismap", "accesskey", "tabindex", "contenteditable", "draggable", "dropzone" })
            sanitizer.AllowedAttributes.Remove(attribute);
        sanitizer.AllowedAttributes.Add("poster");
        sanitizer.UriAttributes.Add("poster");
        sanitizer.UriAttributes.Add("cite");
        sanitizer.UriAttributes.Add("longdesc");
        sanitizer.AllowedSchemes.Add("mailto");
        sanitizer.AllowedCssProperties.Clear();
        return sanitizer;
    }

    /// <summary>An image of at most one pixel shows nothing and reports the reader.</summary>
    private static bool IsPixel(IHtmlImageElement image) =>
        image.GetAttribute("width")?.Trim() is "0" or "1" && image.GetAttribute("height")?.Trim() is "0" or "1";

    private static string Paragraphs(string text) =>
        string.Concat(text.Split('\n').Select(line => $"<p>{System.Net.WebUtility.HtmlEncode(line)}</p>"));
}
