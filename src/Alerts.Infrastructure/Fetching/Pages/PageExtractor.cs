using Alerts.Core.Articles;
using AngleSharp.Html.Parser;
using SmartReader;
using Article = Alerts.Core.Articles.Article;

namespace Alerts.Infrastructure.Fetching.Pages;

/// <summary>From a page's bytes to its article: one parse, from which first the facts and then the main text are taken. Opens nothing.</summary>
public static class PageExtractor
{
    /// <summary>Characters below which nothing was found; a news flash in Chinese has more.</summary>
    private const int LeastText = 60;

    /// <param name="answered">After redirects.</param>
    public static PageOutcome Extract(ReadOnlyMemory<byte> body, Uri asked, Uri answered, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(answered);
        using var stream = new MemoryStream(body.ToArray(), writable: false);
        using var document = new HtmlParser().ParseDocument(stream);
        cancellationToken.ThrowIfCancellationRequested();
        var facts = PageFacts.Read(document, answered);
        var text = MainText(document, answered, cancellationToken);
        if (SoftPages.Recognise(facts, text, asked, answered) is { } instead)
        {
            return new PageOutcome.NoText(instead);
        }

        return text.Length < LeastText
            ? new PageOutcome.NoText("no main text on the page")
            : new PageOutcome.Page(Cut(facts.Title, Article.MaxTitleLength), Cut(text, Article.MaxTextLength), facts.Language, facts.Published, facts.Canonical);
    }

    private static string MainText(AngleSharp.Html.Dom.IHtmlDocument document, Uri url, CancellationToken cancellationToken)
    {
        var text = "";
        using var reader = new Reader(url.AbsoluteUri, document) { DisableJSONLD = true };
        reader.AddCustomOperationEnd(article => text = PlainText.Of(article));
        using var task = reader.GetArticleAsync(cancellationToken);
        task.GetAwaiter().GetResult();
        return text;
    }

    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
