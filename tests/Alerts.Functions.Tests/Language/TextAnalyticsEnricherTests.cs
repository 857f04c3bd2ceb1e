using Alerts.Core.Matching;
using Alerts.Functions.Language;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Alerts.Functions.Tests.Language;

public sealed class TextAnalyticsEnricherTests
{
    private readonly FakeService service = new();
    private readonly FakeBudget budget = new() { Left = int.MaxValue };

    [Fact]
    public async Task Findings_come_back_to_the_article_and_the_offset_they_belong_to()
    {
        var second = new string('x', 5_000) + "\nLazarus";

        var enrichments = await EnrichAsync(Text("first", "Lazarus again"), Text("second", second));

        Assert.Equal(["first", "second"], enrichments.Select(enrichment => enrichment.ArticleId));
        Assert.Equal([0, 5_001], enrichments.Select(enrichment => Assert.Single(enrichment.Entities).Start));
        Assert.All(enrichments.Zip(["Lazarus again", second]), pair =>
            Assert.Equal("Lazarus", pair.Second.Substring(pair.First.Entities[0].Start, pair.First.Entities[0].Length)));
    }

    [Fact]
    public async Task Documents_are_sent_five_at_a_time()
    {
        await EnrichAsync([.. Enumerable.Range(0, 12).Select(number => Text($"article {number}", "Lazarus"))]);

        Assert.Equal([5, 5, 2], service.Batches);
    }

    [Fact]
    public async Task What_the_budget_does_not_cover_is_not_asked()
    {
        budget.Left = 5 * 2;

        var enrichments = await EnrichAsync([.. Enumerable.Range(0, 12).Select(number => Text($"article {number}", "Lazarus"))]);

        Assert.Equal([5], service.Batches);
        Assert.Equal(12, enrichments.Count);
        Assert.Equal(5, enrichments.Count(enrichment => enrichment.Entities.Count > 0));
    }

    [Fact]
    public async Task A_service_that_does_not_answer_leaves_everything_as_it_was_and_is_not_asked_again()
    {
        service.Outcome = new AnalysisOutcome.Unavailable("429");

        var enrichments = await EnrichAsync([.. Enumerable.Range(0, 12).Select(number => Text($"article {number}", "Lazarus"))]);

        Assert.Equal([5], service.Batches);
        Assert.All(enrichments, enrichment => Assert.Empty(enrichment.Entities));
    }

    [Fact]
    public async Task A_document_that_the_service_refused_is_without_findings()
    {
        service.Outcome = new AnalysisOutcome.Analysed(new Dictionary<string, DocumentFindings>());

        Assert.Empty(Assert.Single(await EnrichAsync(Text("article", "Lazarus"))).Entities);
    }

    private Task<IReadOnlyList<Enrichment>> EnrichAsync(params TextToEnrich[] texts) =>
        new TextAnalyticsEnricher(service, budget, Options.Create(new LanguageOptions { DailyRecords = 1_000 }), NullLogger<TextAnalyticsEnricher>.Instance).EnrichAsync(texts, TestContext.Current.CancellationToken);

    private static TextToEnrich Text(string articleId, string text) => new(articleId, text, "en");

    /// <summary>Finds Lazarus.</summary>
    private sealed class FakeService : ITextAnalyticsGateway
    {
        public List<int> Batches { get; } = [];

        public AnalysisOutcome? Outcome { get; set; }

        public Task<AnalysisOutcome> AnalyseAsync(IReadOnlyList<TextDocument> documents, CancellationToken cancellationToken)
        {
            Batches.Add(documents.Count);
            return Task.FromResult(Outcome ?? new AnalysisOutcome.Analysed(documents.ToDictionary(document => document.Id, Find)));
        }

        private static DocumentFindings Find(TextDocument document)
        {
            var at = document.Text.IndexOf("Lazarus", StringComparison.Ordinal);
            return new DocumentFindings(at < 0 ? [] : [new EnrichedEntity("Lazarus", "Organization", at, 7, 0.9)], []);
        }
    }

    private sealed class FakeBudget : IEnrichmentBudget
    {
        public int Left { get; set; }

        public Task<bool> TryTakeAsync(string enricher, int records, int daily, CancellationToken cancellationToken)
        {
            Assert.Equal(("azure-ai-language", 1_000), (enricher, daily));
            if (records > Left)
                return Task.FromResult(false);

            Left -= records;
            return Task.FromResult(true);
        }
    }
}
