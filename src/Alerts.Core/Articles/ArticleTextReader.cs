namespace Alerts.Core.Articles;

/// <summary>
/// Gets the full text: the entry's own where it carries it, else the page's, else the summary. Pages are fetched side by side.
/// </summary>
public sealed class ArticleTextReader(IPageReader pages)
{
    private const int PagesAtOnce = 16;

    public async Task<IReadOnlyList<TextRead>> ReadAsync(IReadOnlyList<Article> articles, CancellationToken cancellationToken)
    {
        using var places = new SemaphoreSlim(PagesAtOnce);
        return await Task.WhenAll(articles.Select(async article =>
        {
            if (article.TextOrigin is TextOrigin.Entry or TextOrigin.Caller)
            {
                return new TextRead(article, WorthRepeating: false);
            }

            await places.WaitAsync(cancellationToken);
            try
            {
                return Merge(article, await ReadPageAsync(article.Url, cancellationToken));
            }
            finally
            {
                places.Release();
            }
        }));
    }

    private Task<PageOutcome> ReadPageAsync(string url, CancellationToken cancellationToken) =>
        Uri.TryCreate(url, UriKind.Absolute, out var page)
            ? pages.ReadAsync(page, cancellationToken)
            : Task.FromResult<PageOutcome>(new PageOutcome.NoText("the entry has no page"));

    private static TextRead Merge(Article article, PageOutcome outcome) => outcome switch
    {
        PageOutcome.Page page => new TextRead(
            article with
            {
                Title = article.Title.Length > 0 ? article.Title : page.Title,
                Text = page.Text.Length > Article.MaxTextLength ? page.Text[..Article.MaxTextLength] : page.Text,
                TextOrigin = TextOrigin.Page,
                // What was decided by the summary alone is decided again by the whole text.
                Revision = article is { ReadAt: not null, TextOrigin: TextOrigin.Summary } ? article.Revision + 1 : article.Revision,
                TextReason = null,
                Language = article.Language ?? page.Language,
                PublishedAt = article.PublishedAt ?? (page.PublishedAt > article.FirstSeenAt ? article.FirstSeenAt : page.PublishedAt),
            },
            WorthRepeating: false),
        PageOutcome.NoText none => FallBack(article, none.Reason, worthRepeating: false),
        PageOutcome.Unreachable unreachable => FallBack(article, unreachable.Reason, unreachable.WorthRetrying),
        _ => throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}."),
    };

    private static TextRead FallBack(Article article, string reason, bool worthRepeating) =>
        new(article with { Text = article.Summary, TextOrigin = TextOrigin.Summary, TextReason = reason }, worthRepeating);
}

/// <param name="WorthRepeating">The page could not be had, but may be later.</param>
public sealed record TextRead(Article Article, bool WorthRepeating);
