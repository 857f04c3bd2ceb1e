using Alerts.Core.Articles;
using Alerts.Core.Sources.Feeds;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SmartReader;
using Article = Alerts.Core.Articles.Article;

namespace Alerts.Infrastructure.Fetching.Pages;

/// <summary>From a page's bytes to its article: one parse, from which first the facts and then the main text are taken. Opens nothing.</summary>
public static class PageExtractor
{
    /// <summary>Characters below which nothing was found; a news flash in Chinese has more.</summary>
    private const int LeastText = 60;

    /// <summary>Elements within elements. The parser's time grows with depth, and what reads the tree recurses into it; real pages have some dozens.</summary>
    private const int MaxDepth = 1_000;

    /// <param name="answered">After redirects.</param>
    public static PageOutcome Extract(ReadOnlyMemory<byte> body, string? contentType, Uri asked, Uri answered, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(answered);
        if (Read(body, contentType, answered, cancellationToken) is not { } page)
        {
            return new PageOutcome.NoText("a page in an encoding or of a depth that is not read");
        }

        var (facts, text, _) = page;
        return SoftPages.Recognise(page, asked, answered) is { } instead ? new PageOutcome.NoText(instead)
            : text.Length < LeastText ? new PageOutcome.NoText("no main text on the page")
            : new PageOutcome.Page(Cut(facts.Title, Article.MaxTitleLength), Cut(text, Article.MaxTextLength), facts.Language, facts.Published, facts.Canonical);
    }

    /// <returns>Null for what is not read at all.</returns>
    public static PageReading? Read(ReadOnlyMemory<byte> body, string? contentType, Uri url, CancellationToken cancellationToken)
    {
        if (FeedEncoding.Decode(body.Span, contentType) is not { Text: var html } || HtmlDepth.Exceeds(html, MaxDepth))
        {
            return null;
        }

        using var document = new HtmlParser().ParseDocument(html);
        cancellationToken.ThrowIfCancellationRequested();
        var facts = PageFacts.Read(document, url);
        PagePruning.Prune(document);
        var lines = MainLines(document, url, cancellationToken);
        return new PageReading(facts, ArticleLines.Join(lines), string.Join('\n', lines.Select(line => line.Text)));
    }

    private static IReadOnlyList<(string Text, bool IsHeading)> MainLines(IHtmlDocument document, Uri url, CancellationToken cancellationToken)
    {
        IReadOnlyList<(string Text, bool IsHeading)> lines = [];
        using var reader = new Reader(url.AbsoluteUri, document) { DisableJSONLD = true };
        reader.AddCustomOperationEnd(article => lines = PlainText.LinesOf(article));
        using var task = reader.GetArticleAsync(cancellationToken);
        task.GetAwaiter().GetResult();
        return lines;
    }

    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
