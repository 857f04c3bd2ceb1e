using System.Text.Json;
using Alerts.Core.Messaging;
using Alerts.Core.Sources;
using Alerts.Core.Stories.Amounts;
using Alerts.Core.Stories.Claims;
using Alerts.Tests.Fakes;
using CsCheck;

namespace Alerts.Tests.Stories.Claims;

public sealed class ClaimLedgerTests
{
    private static readonly Gen<Claim> Claims = Gen.OneOf(
        Gen.Int[1, 12].Select(millions => Amount(millions * 7m)),
        Gen.Select(Gen.Int[0, 2].Select(at => ((string?[])["FBI", "Elliptic", null])[at]), Gen.Bool.Select(one => one ? "TraderTraitor" : "Lazarus Group"), Gen.Enum<Hedge>(), Attribution),
        Gen.Bool.Select(one => one ? "Bybit" : "Phemex").Select(name => new Claim { Field = ClaimField.Victim, Value = name }),
        Gen.Bool.Select(one => one ? Statements.Confirmed : Statements.Denied).Select(value => new Claim { Field = ClaimField.Statement, Value = value, By = "Bybit" }),
        Gen.Int[1, 9].Select(millions => new Claim { Field = ClaimField.Funds, Value = FundsStates.Frozen, Usd = millions * 1_000_000m }));

    private static readonly Gen<(ClaimSource Source, Claim[] Claims)[]> Articles = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 40], Gen.Enum<SourceTier>(), Claims.Array[0, 6])
        .Array[1, 14].Select(drawn => drawn.Select((one, index) => (Source($"a{index}", $"p{one.Item1}", one.Item2, one.Item3), one.Item4.DistinctBy(claim => claim.Key).ToArray())).ToArray());

    [Fact]
    public void Neither_the_order_of_articles_nor_repeats_change_what_is_known() => Gen.Select(Articles, Gen.Int[0, 1000]).Sample((articles, seed) =>
    {
        var shuffled = articles.OrderBy(article => DerivedOrder(article.Source.ArticleId, seed)).ToArray();

        var one = Write(Add(articles));
        return one == Write(Add(shuffled)) && one == Write(Add([.. shuffled, .. articles])) && one == Write(Add(articles[..1]).With(Add(shuffled)));
    });

    [Fact]
    public void An_echo_that_is_not_kept_changes_nothing()
    {
        var claim = new Claim { Field = ClaimField.Victim, Value = "Bybit" };
        var full = Add([.. Enumerable.Range(0, LedgerClaim.MaxSightings).Select(at => (Source($"a{at}", "press", at, SourceTier.Trade), new[] { claim }))]);

        Assert.Same(full, full.With(Source("a9", "press", 9, SourceTier.Trade), [claim]));
        Assert.NotSame(full, full.With(Source("a9", "other press", 9, SourceTier.Trade), [claim]));
    }

    /// <summary>Of one publisher no more articles than a claim keeps places: an echo that was cut does not come back.</summary>
    [Fact]
    public void An_article_taken_out_leaves_as_if_it_had_never_come() => Gen.Select(Articles, Gen.Int[0, 13]).Sample((drawn, number) =>
    {
        var articles = drawn.GroupBy(article => article.Source.Publisher).SelectMany(family => family.Take(LedgerClaim.MaxSightings)).ToArray();
        var taken = articles[number % articles.Length];
        return Write(Add(articles).Without(taken.Source.ArticleId)) == Write(Add([.. articles.Where(article => article != taken)]));
    });

    [Fact]
    public void A_later_revision_takes_the_place_of_an_earlier_one_whichever_comes_first()
    {
        var (first, second) = (Source("a", "Press", 0) with { Revision = 1 }, Source("a", "Press", 0) with { Revision = 2 });

        var ordered = ClaimLedger.Empty.With(first, [Amount(70)]).With(second, [Amount(73)]);
        var reversed = ClaimLedger.Empty.With(second, [Amount(73)]).With(first, [Amount(70)]);

        Assert.Equal(73_000_000m, LedgerFacts.Of(ordered).AmountUsd);
        Assert.Equal(Write(ordered), Write(reversed));
    }

    [Fact]
    public void Five_thousand_articles_stay_within_bounds_and_the_first_values_stay()
    {
        var ledger = ClaimLedger.Empty;
        for (var number = 0; number < 5_000; number++)
        {
            ledger = ledger.With(Source($"a{number}", $"publisher {number % 300}", number % 900), [Amount(70 + (number % 5)), Attribution("FBI", "TraderTraitor", Hedge.Stated), new Claim { Field = ClaimField.Victim, Value = "Bybit" }]);
        }

        Assert.True(ledger.Claims.GroupBy(entry => entry.Claim.Field).All(field => field.Count() <= ClaimLedger.MaxPerField));
        Assert.True(Write(ledger).Length < 200_000, $"{Write(ledger).Length} characters");
        Assert.Equal(5, ledger.Of(ClaimField.Amount).Select(entry => entry.Claim.Usd).Distinct().Count());
    }

    /// <summary>Each: publisher, millions, hours, tier.</summary>
    [Theory]
    [InlineData("A 48.6 0", 48.6, 48.6, 48.6, 1)]
    [InlineData("A 48.6 0, A 73 1, A 81.7 2, A 90 3, A 100 4", 100, 48.6, 100, 1)]
    [InlineData("A 48.6 0, B 73 1", 73, 48.6, 73, 1)]
    [InlineData("A 70 0, B 71 1, C 85 2", 71, 70, 85, 2)]
    [InlineData("A 70 0, A 70 1, A 70 2, B 85 3, C 86 4", 86, 70, 86, 2)]
    [InlineData("A 70 0, B 71 1, C 85 2 official", 85, 70, 85, 1)]
    [InlineData("A 1460 0, B 1500 1, C 1400 2, D 9.2 3", 1460, 1400, 1500, 3)]
    public void The_sum_on_which_most_families_agree_is_told(string told, double usd, double low, double high, int families)
    {
        var facts = LedgerFacts.Of(told.Split(", ").Select((one, index) => (Parts: one.Split(' '), index)).Aggregate(ClaimLedger.Empty, (ledger, one) => ledger.With(
            Source($"a{one.index}", one.Parts[0], int.Parse(one.Parts[2], System.Globalization.CultureInfo.InvariantCulture), one.Parts.Length > 3 ? SourceTier.Official : SourceTier.Trade), [Amount(decimal.Parse(one.Parts[1], System.Globalization.CultureInfo.InvariantCulture))])));

        Assert.Equal((usd, low, high, families), ((double)facts.AmountUsd! / 1e6, (double)facts.AmountUsdLow! / 1e6, (double)facts.AmountUsdHigh! / 1e6, facts.AmountPublishers));
    }

    [Fact]
    public void Who_says_who_did_it_stands_in_the_open()
    {
        var facts = LedgerFacts.Of(ClaimLedger.Empty
            .With(Source("1", "A", 0), [Attribution("researchers", "Lazarus Group", Hedge.Suspected)])
            .With(Source("2", "B", 1), [Attribution("FBI", "TraderTraitor", Hedge.Stated)])
            .With(Source("3", "C", 2), [Attribution("Taylor Monahan", "North Korea", Hedge.Denied), Attribution("FBI", "TraderTraitor", Hedge.Stated)]));

        Assert.Equal(["FBI: TraderTraitor", "researchers: suspects Lazarus Group", "Taylor Monahan: not North Korea"], facts.Attributions.Select(line => line.Text));
        Assert.Equal("official (FBI: TraderTraitor)", facts.AttributionText);
        Assert.Equal(2, facts.Attributions[0].Publishers);
    }

    internal static Claim Amount(decimal millions) => new() { Field = ClaimField.Amount, Value = UsdText.Of(millions * 1_000_000m), Usd = millions * 1_000_000m };

    internal static Claim Attribution(string? by, string name, Hedge hedge) => new()
    {
        Field = ClaimField.Attribution,
        Value = (hedge == Hedge.Denied ? "not " : "") + name,
        Names = [name],
        By = by,
        Hedge = hedge,
        Status = hedge switch { Hedge.Denied => AttributionStatus.None, Hedge.Stated when by == "FBI" => AttributionStatus.Official, Hedge.Suspected => AttributionStatus.Suspected, _ => by is null ? AttributionStatus.Suspected : AttributionStatus.Vendor },
    };

    internal static ClaimSource Source(string id, string publisher, int hours, SourceTier tier = SourceTier.Trade) =>
        new(id, 1, "Title " + id, "https://press.example/" + id, publisher, tier, "en", Some.Now.AddHours(hours));

    private static ClaimLedger Add((ClaimSource Source, Claim[] Claims)[] articles) =>
        articles.Aggregate(ClaimLedger.Empty, (ledger, article) => ledger.With(article.Source, article.Claims));

    private static string DerivedOrder(string id, int seed) => Core.DerivedId.Of(id, $"{seed}");

    private static string Write(ClaimLedger ledger) => JsonSerializer.Serialize(ledger, MessageJson.Rows) + JsonSerializer.Serialize(LedgerFacts.Of(ledger), MessageJson.Rows);
}
