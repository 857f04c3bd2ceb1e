using Alerts.Core.Messaging;

namespace Alerts.Core.Articles;

/// <summary>
/// The one way into the store, for polled and for pushed articles: add what is absent, then ask for what is unread. An article
/// that is there but unread is asked for again, since whoever added it may have died before asking.
/// </summary>
public sealed class ArticleIntake(IArticleStore articles, IMessageQueue queue)
{
    /// <returns>The stored articles, one for each, in order; one article listed twice is one article.</returns>
    public async Task<IReadOnlyList<Article>> TakeAsync(IReadOnlyList<Article> listed, CancellationToken cancellationToken)
    {
        var distinct = listed.DistinctBy(article => article.Id).ToList();
        var stored = new Dictionary<string, Article>(distinct.Count);
        foreach (var (article, _) in await articles.AddIfAbsentAsync(distinct, cancellationToken))
        {
            stored[article.Id] = article;
        }

        await AskAsync([.. stored.Values.Where(article => article.ReadAt is null).Select(article => article.Id)], cancellationToken);
        return [.. listed.Select(article => stored[article.Id])];
    }

    /// <summary>The publisher changed these: the next revision is stored, read and decided anew.</summary>
    public async Task ReviseAsync(IReadOnlyList<Article> changed, CancellationToken cancellationToken)
    {
        var latest = changed.DistinctBy(article => article.Id).ToDictionary(article => article.Id);
        var stored = await articles.GetAsync(latest.Keys, cancellationToken);
        await TakeAsync([.. latest.Values.ExceptBy(stored.Select(article => article.Id), article => article.Id)], cancellationToken);
        while (stored.Count > 0)
        {
            var revised = stored.Where(article => article.PurgedAt is null && Differs(article, latest[article.Id])).Select(article => Revise(article, latest[article.Id])).ToList();
            var refused = (await articles.SaveAsync(revised, cancellationToken)).Select(article => article.Id).ToHashSet(StringComparer.Ordinal);
            // Also for a change that is stored and unread: whoever stored it may have died before asking.
            await AskAsync([.. revised.Concat(stored.Where(article => article.ReadAt is null && article.PurgedAt is null)).Select(article => article.Id).Except(refused)], cancellationToken);
            // Somebody has read or changed these meanwhile: what stands now is revised, and counted on from there.
            stored = refused.Count == 0 ? [] : await articles.GetAsync(refused, cancellationToken);
        }
    }

    private static bool Differs(Article stored, Article listed) =>
        stored.Title != listed.Title
        || (listed.Summary.Length > 0 && stored.Summary != listed.Summary)
        || (listed.TextOrigin is TextOrigin.Entry or TextOrigin.Caller && stored.Text != listed.Text);

    private static Article Revise(Article stored, Article listed) => stored with
    {
        Title = listed.Title,
        Summary = listed.Summary.Length > 0 ? listed.Summary : stored.Summary,
        Text = listed.Text,
        TextOrigin = listed.TextOrigin,
        TextReason = null,
        // The page of what was read by its summary may come at the same moment, and counts on by one.
        Revision = stored.Revision + (stored is { ReadAt: not null, TextOrigin: TextOrigin.Summary } ? 2 : 1),
        ReadAt = null,
    };

    private async Task AskAsync(List<string> ids, CancellationToken cancellationToken)
    {
        foreach (var chunk in ids.Chunk(ReadMessage.MaxArticles))
        {
            await queue.SendAsync(QueueNames.Read, new ReadMessage(chunk), cancellationToken: cancellationToken);
        }
    }
}
