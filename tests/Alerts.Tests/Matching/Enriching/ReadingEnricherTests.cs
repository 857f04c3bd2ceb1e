using Alerts.Core.Articles;
using Alerts.Core.Matching;
using Alerts.Core.Matching.Enriching;

namespace Alerts.Tests.Matching.Enriching;

public sealed class ReadingEnricherTests
{
    private const string Text = "Seoul, Monday.\nThieves took $40m from Zephyrpay, police said. Lazarus is suspected of the Zephyrpay theft.";

    private static readonly Uri Zephyrpay = new("https://example.org/Zephyrpay");

    [Fact]
    public async Task A_name_that_is_not_known_joins_the_explanation_with_its_provenance()
    {
        var mention = NamedIn(await EnrichAsync(Reading(), At("Zephyrpay")));

        Assert.Equal("fake", mention.Provenance);
        Assert.Equal(("Zephyrpay", "named:organization", ArticleField.Text, 2), (mention.Alias, mention.Kind, mention.Field, mention.Paragraph));
        Assert.Equal(("Thieves took $40m from ", ", police said. Lazarus is suspected of the Zephyrpay theft."), (mention.Before, mention.After));
        Assert.Equal("Zephyrpay", Text.Substring(mention.Start, mention.Length));
    }

    [Fact]
    public async Task Verdict_and_score_stay_and_the_explanation_names_the_source()
    {
        var before = Reading();

        var after = await EnrichAsync(before, At("Zephyrpay"));

        var (was, match) = (before.Matches[0], after.Matches[0]);
        Assert.Equal((was.Matched, was.Score, was.Explanation.Summary), (match.Matched, match.Score, match.Explanation.Summary));
        var clause = Assert.Single(match.Explanation.Clauses);
        Assert.Equal("also named, says fake", clause.Clause);
        Assert.Equal("Zephyrpay", Assert.Single(clause.Mentions).Name);
    }

    [Fact]
    public async Task Who_is_robbed_and_who_is_accused_stays()
    {
        const string Told = "The crypto exchange Zephyrpay was hacked on Monday. Ben Zhou, its chief executive, said that the coins are gone.";
        var before = Matching.Reading.Of("Crypto exchange hacked for $40 million", Told, "en");
        Assert.Equal(["Zephyrpay"], Protagonists.Of(before).Victims);

        var after = await EnrichAsync(before, In("Ben Zhou", "Person"), In("Zephyrpay", "Organization"));

        Assert.Equal(2, NamesIn(after).Count);
        Assert.Equal(Protagonists.Of(before).Victims, Protagonists.Of(after).Victims);
        Assert.Equal(Protagonists.Of(before).Actors, Protagonists.Of(after).Actors);

        static EnrichedEntity In(string name, string category) => new(name, category, Told.IndexOf(name, StringComparison.Ordinal), name.Length, 0.9);
    }

    public static TheoryData<string, EnrichedEntity[]> Useless { get; } = new()
    {
        { "nothing", [] },
        { "a place that the matcher has", [At("Lazarus")] },
        { "a part of such a place", [At("Laz")] },
        { "a guess", [At("Zephyrpay") with { Confidence = 0.3 }] },
        { "offsets of another text", [At("Zephyrpay") with { Start = 3 }] },
        { "offsets beyond the text", [At("Zephyrpay") with { Start = 5_000 }] },
        { "negative offsets", [At("Zephyrpay") with { Start = -1 }] },
    };

    [Theory]
    [MemberData(nameof(Useless))]
    public async Task What_is_of_no_use_changes_nothing(string what, EnrichedEntity[] entities)
    {
        var reading = Reading();

        Assert.True(ReferenceEquals(reading, await EnrichAsync(reading, entities)), what);
    }

    [Fact]
    public async Task A_name_is_told_once_with_its_first_place_and_its_link()
    {
        var second = Text.LastIndexOf("Zephyrpay", StringComparison.Ordinal);

        var reading = await EnrichAsync(Reading(), At("Zephyrpay") with { Start = second, Link = Zephyrpay }, At("Zephyrpay"));

        var mention = NamedIn(reading);
        Assert.Equal((Text.IndexOf("Zephyrpay", StringComparison.Ordinal), Zephyrpay.AbsoluteUri), (mention.Start, mention.Concept));
    }

    [Fact]
    public async Task Only_matched_articles_with_a_text_are_asked_about()
    {
        var fake = new Fake([]);
        var unmatched = Reading() with { Matches = [] };
        var empty = Reading() with { Article = Article("empty", "") };

        await new ReadingEnricher([fake]).EnrichAsync([unmatched, empty, Reading()], TestContext.Current.CancellationToken);

        Assert.Equal(["article"], fake.Asked);
    }

    [Theory]
    [InlineData("en", "en")]
    [InlineData("und", null)]
    public async Task An_unknown_language_is_left_to_the_service(string language, string? asked)
    {
        var fake = new Fake([]);
        await new ReadingEnricher([fake]).EnrichAsync([Reading() with { Language = language }], TestContext.Current.CancellationToken);

        Assert.Equal([asked], fake.Languages);
    }

    [Fact]
    public async Task A_failure_leaves_the_decision_as_it_was()
    {
        ArticleReading[] readings = [Reading()];

        Assert.Same(readings, await new ReadingEnricher([new Fake(() => throw new HttpRequestException("no service"))]).EnrichAsync(readings, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_answer_about_another_article_or_given_twice_changes_nothing_else()
    {
        var reading = Reading();
        var fake = new Fake(() => [new("stranger", [At("Zephyrpay")]), Enrichment.None("article"), new("article", [At("Zephyrpay")])]);

        Assert.Same(reading, Assert.Single(await new ReadingEnricher([fake]).EnrichAsync([reading], TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task What_is_called_off_is_no_failure()
    {
        using var source = new CancellationTokenSource();
        var fake = new Fake(() =>
        {
            source.Cancel();
            throw new OperationCanceledException(source.Token);
        });

        await Assert.ThrowsAsync<OperationCanceledException>(() => new ReadingEnricher([fake]).EnrichAsync([Reading()], source.Token));
    }

    [Fact]
    public async Task Without_an_enricher_nothing_changes()
    {
        ArticleReading[] readings = [Reading()];

        Assert.Same(readings, await new ReadingEnricher([]).EnrichAsync(readings, TestContext.Current.CancellationToken));
    }

    private static Mention NamedIn(ArticleReading reading) => Assert.Single(NamesIn(reading));

    private static IReadOnlyList<Mention> NamesIn(ArticleReading reading) => reading.Matches[0].Explanation.Clauses[^1].Mentions;

    private static async Task<ArticleReading> EnrichAsync(ArticleReading reading, params EnrichedEntity[] entities) =>
        Assert.Single(await new ReadingEnricher([new Fake(entities)]).EnrichAsync([reading], TestContext.Current.CancellationToken));

    private static EnrichedEntity At(string name) => new(name, "Organization", Text.IndexOf(name, StringComparison.Ordinal), name.Length, 0.9);

    private static Article Article(string id, string text) => new()
    {
        Id = id,
        Url = "https://example.org/" + id,
        Title = "Theft at a payment firm",
        Text = text,
        FirstSeenAt = DateTimeOffset.UnixEpoch,
        SourceId = "source",
        Publisher = "Example",
    };

    private static ArticleReading Reading() => new(
        Article("article", Text),
        "en",
        [new Mention { Concept = "lazarus", Name = "Lazarus Group", Kind = "actor", Alias = "Lazarus", Field = ArticleField.Text, Start = Text.IndexOf("Lazarus", StringComparison.Ordinal), Length = 7 }],
        [new Match("dprk-crypto", 1, Matched: true, 9, new Explanation { Summary = "North Korea and theft" })]);

    private sealed class Fake(Func<IReadOnlyList<Enrichment>>? answer) : ITextEnricher
    {
        private readonly EnrichedEntity[] entities = [];

        public Fake(EnrichedEntity[] entities)
            : this(answer: null) => this.entities = entities;

        public List<string> Asked { get; } = [];

        public List<string?> Languages { get; } = [];

        public string Name => "fake";

        public Task<IReadOnlyList<Enrichment>> EnrichAsync(IReadOnlyList<TextToEnrich> texts, CancellationToken cancellationToken)
        {
            Asked.AddRange(texts.Select(text => text.ArticleId));
            Languages.AddRange(texts.Select(text => text.Language));
            return Task.FromResult(answer?.Invoke() ?? [.. texts.Select(text => new Enrichment(text.ArticleId, entities))]);
        }
    }
}
