using Alerts.Core.Articles;
using Alerts.Tests.Azurite;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Storage;

public abstract class ArticleStoreContract : StoreContract<IArticleStore>
{
    [Fact]
    public async Task An_article_comes_back_as_it_was_added()
    {
        var store = await NewStoreAsync();
        var article = Some.Article() with
        {
            Title = "북한 라자루스, \"Bybit\" 해킹 🚨",
            Text = string.Join('\n', Enumerable.Repeat("라자루스가 자금을 옮겼다.", 3_000)),
            Topics = ["dprk-crypto"],
            StoryId = "s",
            ReadAt = Some.Now,
        };

        var (stored, added) = Assert.Single(await store.AddIfAbsentAsync([article], Cancellation));
        Assert.True(added);
        Assert.Same(article, stored);
        Assert.Equivalent(article, Assert.Single(await store.GetAsync([article.Id, article.Id, "absent00absent"], Cancellation)) with { Version = null });
    }

    [Fact]
    public async Task Of_a_batch_only_what_is_new_is_added_and_each_is_answered_in_order()
    {
        var store = await NewStoreAsync();
        await store.AddIfAbsentAsync([Some.Article(2), Some.Article(4, "other.example")], Cancellation);

        List<Article> batch = [Some.Article(1), Some.Article(2) with { Title = "Changed" }, Some.Article(3), Some.Article(4, "other.example"), Some.Article(1) with { Title = "Twice" }];
        var answers = await store.AddIfAbsentAsync(batch, Cancellation);

        Assert.Equal([true, false, true, false, false], answers.Select(answer => answer.Added));
        Assert.Equal(batch.Select(article => article.Id), answers.Select(answer => answer.Stored.Id));
        Assert.Equal([Some.Article(1).Title, Some.Article(2).Title], [answers[4].Stored.Title, answers[1].Stored.Title]);
        Assert.Empty(await store.AddIfAbsentAsync([], Cancellation));
    }

    [Fact]
    public async Task A_purged_article_is_a_tombstone_that_is_found_and_not_listed()
    {
        var store = await NewStoreAsync();
        List<Article> articles = [.. Enumerable.Range(1, 1_230).Select(number => Some.Article(number, $"host{number % 40}.example") with { FirstSeenAt = Some.Now.AddDays(number % 2), ReadAt = Some.Now.AddDays(2), Text = new string('x', 300) })];
        foreach (var some in articles.Chunk(400))
        {
            await store.SaveAsync(some, Cancellation);
        }

        var old = await WalkAsync(store, Some.Now.AddHours(1));
        Assert.Equal(articles.Where((_, i) => i % 2 == 1).Select(article => article.Id).Order(), old.Order());
        await store.PurgeAsync(await store.GetAsync(old, Cancellation), Some.Now.AddDays(300), Cancellation);

        Assert.Empty(await WalkAsync(store, Some.Now.AddHours(1)));
        Assert.Equal(615, (await WalkAsync(store, Some.Now.AddYears(1))).Count);
        Assert.Equal(615, await store.ListReadAsync(Some.Now.AddDays(-9), Cancellation).CountAsync(Cancellation));
        var (stored, added) = Assert.Single(await store.AddIfAbsentAsync([articles[1] with { ReadAt = null }], Cancellation));
        Assert.Equal((false, "", "", Some.Now.AddDays(300)), (added, stored.Title, stored.Text, stored.PurgedAt));
        Assert.NotNull(stored.ReadAt);
    }

    private static async Task<List<string>> WalkAsync(IArticleStore store, DateTimeOffset before)
    {
        var ids = new List<string>();
        string? cursor = null;
        do
        {
            var page = await store.ListIdsAsync(before, cursor, Cancellation);
            ids.AddRange(page.Items);
            cursor = page.Next;
        }
        while (cursor is not null);

        return ids;
    }

    [Fact]
    public async Task Hundreds_of_articles_of_one_host_are_added_once_by_two_writers_at_once()
    {
        var store = await NewStoreAsync();
        var articles = Enumerable.Range(1, 250).Select(number => Some.Article(number)).ToList();

        var writers = await Task.WhenAll(store.AddIfAbsentAsync(articles, Cancellation), store.AddIfAbsentAsync([.. articles.AsEnumerable().Reverse()], Cancellation));

        Assert.Equal(250, writers.Sum(answers => answers.Count(answer => answer.Added)));
        Assert.Equal(250, (await store.GetAsync([.. articles.Select(article => article.Id)], Cancellation)).Count);
    }

    [Fact]
    public async Task Saving_replaces_what_is_there_and_a_shorter_text_leaves_nothing_of_the_longer()
    {
        var store = await NewStoreAsync();
        await store.SaveAsync([Some.Article() with { Text = new string('x', 50_000) }], Cancellation);
        await store.SaveAsync([Some.Article() with { Text = "short", Revision = 2 }, Some.Article(2)], Cancellation);

        var stored = (await store.GetAsync([Some.Article().Id], Cancellation))[0];
        Assert.Equal(("short", 2), (stored.Text, stored.Revision));
    }

    [Fact]
    public async Task What_another_has_written_since_stands_and_all_others_are_saved()
    {
        var store = await NewStoreAsync();
        await store.SaveAsync([Some.Article(1), Some.Article(2), Some.Article(3), Some.Article(4, "other.example")], Cancellation);
        var read = await store.GetAsync([Some.Article(1).Id, Some.Article(2).Id, Some.Article(3).Id, Some.Article(4, "other.example").Id], Cancellation);
        var mine = read.Single(article => article.Id == Some.Article(2).Id);
        Assert.Empty(await store.SaveAsync([mine with { Title = "Corrected", Revision = 2 }], Cancellation));

        var refused = await store.SaveAsync([.. read.Select(article => article with { ReadAt = Some.Now })], Cancellation);

        Assert.Equal(mine.Id, Assert.Single(refused).Id);
        var stored = await store.GetAsync([.. read.Select(article => article.Id)], Cancellation);
        Assert.Equal(3, stored.Count(article => article.ReadAt is not null));
        Assert.Equal(("Corrected", null), stored.Where(article => article.Id == mine.Id).Select(article => (article.Title, article.ReadAt)).Single());
        Assert.Equal(mine.Id, Assert.Single(await store.SaveAsync([mine with { ReadAt = Some.Now }], Cancellation)).Id);
    }

    [Fact]
    public async Task The_longest_text_that_is_stored_fits_even_where_it_does_not_compress()
    {
        var store = await NewStoreAsync();
        var dice = new Random(7);
        var text = string.Create(Article.MaxTextLength, dice, (span, random) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = (char)random.Next(0x4E00, 0x9FFF);
            }
        });

        await store.SaveAsync([Some.Article() with { Text = text }], Cancellation);

        Assert.Equal(text, (await store.GetAsync([Some.Article().Id], Cancellation))[0].Text);
    }

    [Fact]
    public async Task Half_a_surrogate_pair_does_not_stop_an_article()
    {
        var store = await NewStoreAsync();
        await store.SaveAsync([Some.Article() with { Title = "cut \ud83d", Text = "cut \ud83d" }], Cancellation);

        Assert.StartsWith("cut ", (await store.GetAsync([Some.Article().Id], Cancellation))[0].Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_read_is_listed_newest_first_since_a_time_over_days_and_hosts()
    {
        var store = await NewStoreAsync();
        List<Article> read = [.. Enumerable.Range(1, 40).Select(number => Some.Article(number, $"host{number % 7}.example") with
        {
            FirstSeenAt = Some.Now.AddHours(-3 * number), ReadAt = Some.Now, Text = $"Text {number}.",
        })];
        await store.SaveAsync([.. read, Some.Article(99) with { FirstSeenAt = Some.Now }], Cancellation);
        await store.SaveAsync([read[3] with { Revision = 2, Title = "Corrected" }], Cancellation);

        var listed = await store.ListReadAsync(Some.Now.AddHours(-60), Cancellation).ToListAsync(Cancellation);

        Assert.Equal(Enumerable.Range(1, 20).Select(number => $"Text {number}."), listed.Select(article => article.Text));
        Assert.Equal(("Corrected", 2), (listed[3].Title, listed[3].Revision));
        Assert.Empty(await store.ListReadAsync(Some.Now.AddHours(1), Cancellation).ToListAsync(Cancellation));
    }

    public sealed class InMemory : ArticleStoreContract
    {
        protected override Task<IArticleStore> NewStoreAsync() => Task.FromResult<IArticleStore>(new MemoryArticleStore());
    }

    public sealed class InTables(AzuriteFixture azurite) : ArticleStoreContract
    {
        protected override Task<IArticleStore> NewStoreAsync() => InStorageAsync(azurite);
    }
}
