using Alerts.Core.Matching;

namespace Alerts.Tests.Matching;

public sealed class ArticleEnricherTests
{
    private const string Title = "Zorblax exchange drained";
    private static readonly ArticleReading s_reading = Reading.Of(Title, "Thieves stole bitcoin from the crypto exchange Zorblax.");

    [Fact]
    public async Task What_the_service_finds_joins_the_mentions_with_its_name()
    {
        var enricher = new ArticleEnricher(new Fake(article => new(article, [new("Zorblax", "Organization", 0, 7, 0.9), new("exchange", "Organization", 0, 99_999, 0.9)], [])));
        var reading = Assert.Single(await enricher.EnrichAsync([s_reading], budget: 5, TestContext.Current.CancellationToken));
        var mention = Assert.Single(reading.Mentions, mention => mention.Provenance == "fake");
        Assert.Equal(("Zorblax", ArticleField.Title, 0), (mention.Alias, mention.Field, mention.Start));
        Assert.Equal(s_reading.Matches, reading.Matches);
    }

    [Fact]
    public async Task A_failure_leaves_the_decision_as_it_was()
    {
        var enricher = new ArticleEnricher(new Fake(_ => throw new HttpRequestException("no service")));
        Assert.Same(s_reading, Assert.Single(await enricher.EnrichAsync([s_reading], budget: 5, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Without_budget_nobody_is_asked()
    {
        var enricher = new ArticleEnricher(new Fake(_ => throw new InvalidOperationException("asked")));
        Assert.Same(s_reading, Assert.Single(await enricher.EnrichAsync([s_reading], budget: 0, TestContext.Current.CancellationToken)));
    }

    private sealed class Fake(Func<string, Enrichment> enrich) : ITextEnricher
    {
        public string Name => "fake";

        public Task<IReadOnlyList<Enrichment>> EnrichAsync(IReadOnlyList<TextToEnrich> texts, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<Enrichment>>([.. texts.Select(text => enrich(text.ArticleId))]);
    }
}
