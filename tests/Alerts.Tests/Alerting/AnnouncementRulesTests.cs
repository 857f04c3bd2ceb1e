using Alerts.Core.Alerting;
using Alerts.Core.Incidents;
using Alerts.Core.Matching;
using Alerts.Core.Sources;
using Alerts.Core.Stories;
using Alerts.Core.Stories.Claims;
using Alerts.Tests.Fakes;
using Alerts.Tests.Stories.Claims;

namespace Alerts.Tests.Alerting;

/// <summary>Once, and again only where something material is new; and then from what to what.</summary>
public sealed class AnnouncementRulesTests
{
    [Fact]
    public void The_sums_of_Nobitex_are_one_story_with_a_range_and_two_updates()
    {
        var (story, told) = (Tell(Some.Story() with { MainVictim = "Nobitex" }, 0, ClaimLedgerTests.Amount(48.6m)), new List<string>());
        story = Announce(story, told);
        foreach (var (millions, hours) in new[] { (73m, 5), (81.7m, 9), (90m, 30), (100m, 31) })
        {
            story = Announce(Tell(story, hours, ClaimLedgerTests.Amount(millions)), told);
        }

        Assert.Equal(["new", "amount: $48.6 million -> $73 million", "amount: $73 million -> $90 million"], told);
        Assert.Equal((48_600_000m, 100_000_000m), (story.Facts.AmountUsdLow, story.Facts.AmountUsdHigh));
    }

    [Fact]
    public void An_attribution_of_higher_status_is_told_from_what_to_what()
    {
        var told = new List<string>();
        var story = Announce(Tell(Some.Story(), 0, ClaimLedgerTests.Attribution("researchers", "Lazarus Group", Hedge.Suspected)), told);
        story = Announce(Tell(story, 1, ClaimLedgerTests.Attribution("Elliptic", "Lazarus Group", Hedge.Suspected)), told);
        Announce(Tell(story, 30, ClaimLedgerTests.Attribution("FBI", "TraderTraitor", Hedge.Stated)), told);

        Assert.Equal("new", told[0]);
        Assert.EndsWith("attribution: suspected (researchers: suspects Lazarus Group) -> official (FBI: TraderTraitor)", told[^1]);
    }

    [Theory]
    [InlineData("press", false)]
    [InlineData("frozen", true)]
    [InlineData("recovered", true)]
    [InlineData("laundered", false)]
    [InlineData("confirmed", true)]
    [InlineData("denied", true)]
    [InlineData("paused withdrawals", false)]
    [InlineData("amount 11", false)]
    [InlineData("amount 12", true)]
    [InlineData("amount 8", true)]
    [InlineData("nothing", false)]
    public void Only_what_is_material_speaks_again(string what, bool speaks)
    {
        var told = new List<string>();
        var story = Announce(Tell(Some.Story(), 0, ClaimLedgerTests.Amount(10)), told);
        Claim[] claims = what.Split(' ') switch
        {
            ["press"] => [ClaimLedgerTests.Attribution(null, "Lazarus Group", Hedge.Suspected)],
            ["amount", var millions] => [ClaimLedgerTests.Amount(int.Parse(millions, System.Globalization.CultureInfo.InvariantCulture))],
            ["nothing"] => [],
            [FundsStates.Frozen or FundsStates.Recovered or FundsStates.Laundered] => [new Claim { Field = ClaimField.Funds, Value = what }],
            _ => [new Claim { Field = ClaimField.Statement, Value = what, By = "Bybit" }],
        };

        Announce(Tell(story, 1, claims), told);

        Assert.Equal(speaks ? 2 : 1, told.Count);
    }

    [Theory]
    [InlineData(NewsKind.NewEvent, StoryPhase.Theft, null, false)]
    [InlineData(NewsKind.FollowUp, StoryPhase.Recovery, null, false)]
    [InlineData(NewsKind.Retrospective, StoryPhase.Background, null, true)]
    [InlineData(NewsKind.RoundUp, StoryPhase.Background, null, true)]
    [InlineData(NewsKind.RoundUp, StoryPhase.Report, null, false)]
    [InlineData(NewsKind.CourtStep, StoryPhase.Prosecution, "mt-gox-2014-02", true)]
    [InlineData(NewsKind.CourtStep, StoryPhase.Prosecution, null, false)]
    [InlineData(NewsKind.FollowUp, StoryPhase.Recovery, "mt-gox-2014-02", false)]
    public void What_only_looks_back_is_for_digests(NewsKind kind, StoryPhase phase, string? incident, bool looksBack)
    {
        var decided = AnnouncementRules.Decide(Tell(Some.Story() with { Kind = kind, Phase = phase, IncidentId = incident }, 0));

        Assert.Equal(looksBack, Assert.IsType<AnnouncementDecision.Announce>(decided).LooksBack);
    }

    [Theory]
    [InlineData(NewsKind.CourtStep, 200, true)]
    [InlineData(NewsKind.CourtStep, 20, false)]
    [InlineData(NewsKind.FollowUp, 200, false)]
    public void A_step_in_court_on_a_theft_that_the_product_met_itself_long_ago_is_for_digests(NewsKind kind, int days, bool looksBack)
    {
        var story = Tell(Some.Story() with { Kind = kind, Phase = StoryPhase.Prosecution, IncidentId = "met-before" }, 0);
        var incident = new Incident { Id = "met-before", Name = "Kraken", OpenedAt = story.FirstSeenAt.AddDays(-days), UpdatedAt = story.FirstSeenAt };

        var told = IncidentTelling.Narrow((AnnouncementDecision.Announce)AnnouncementRules.Decide(story), story, incident);

        Assert.Equal(looksBack, told!.LooksBack);
    }

    [Fact]
    public void What_the_press_suspects_is_news_once_somebody_with_a_name_suspects_it()
    {
        var told = new List<string>();
        var story = Announce(Tell(Some.Story(), 0, ClaimLedgerTests.Attribution(null, "Lazarus Group", Hedge.Suspected)), told);
        story = Announce(Tell(story, 1, ClaimLedgerTests.Attribution(null, "Lazarus Group", Hedge.Suspected)), told);
        Announce(Tell(story, 2, ClaimLedgerTests.Attribution("Elliptic", "Lazarus Group", Hedge.Suspected)), told);

        Assert.Equal(2, told.Count);
        Assert.Contains("suspected (Elliptic: suspects Lazarus Group)", told[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dprk-crypto", null, "topic: dprk-crypto")]
    [InlineData("exchange-hack", null, "")]
    [InlineData("dprk-crypto", FundsStates.Frozen, "funds: partly frozen; topic: dprk-crypto")]
    [InlineData("exchange-hack", FundsStates.Frozen, "funds: partly frozen")]
    [InlineData("dprk-crypto, exchange-hack", null, "")]
    [InlineData("dprk-crypto, exchange-hack", FundsStates.Frozen, "funds: partly frozen")]
    public void A_further_topic_is_told_to_those_readers_who_follow_no_topic_that_was_told(string follows, string? funds, string news)
    {
        var story = Announce(Tell(Some.Story(topics: ["exchange-hack"]), 0), []);
        story = Tell(story with { Topics = ["dprk-crypto", "exchange-hack"] }, 1, funds is null ? [] : [new Claim { Field = ClaimField.Funds, Value = funds }]);

        var decided = Assert.IsType<AnnouncementDecision.Announce>(AnnouncementRules.Decide(story));
        var alert = Some.Alert() with { Story = story, Sequence = 2, NewTo = decided.NewTo, Changes = decided.Changes };
        var topics = follows.Split(", ");

        Assert.Equal(news.Length > 0, AlertRouter.Route(alert, Some.Subscription() with { QuietHours = null, Topics = topics }) is AlertRoute.Now);
        if (news.Length > 0) Assert.Equal(news, string.Join("; ", decided.Changes.Where(change => topics.All(topic => decided.NewTo[topic].Contains(change.Id))).Select(change => change.Id)));
        Assert.IsType<AnnouncementDecision.Nothing>(AnnouncementRules.Decide(Announce(story, [])));
    }

    [Fact]
    public void A_story_that_was_told_before_its_topics_were_kept_stays_silent()
    {
        var story = Announce(Tell(Some.Story(topics: ["exchange-hack"]), 0), []);
        story = story with { Announced = story.Announced! with { Topics = null }, Topics = ["dprk-crypto", "exchange-hack"] };

        Assert.IsType<AnnouncementDecision.Nothing>(AnnouncementRules.Decide(story));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nobody_is_told_again_for_the_topics_that_an_operators_decision_brought(bool isSplit)
    {
        var store = new MemoryStoryStore();
        foreach (var (number, topic) in new[] { (1, "exchange-hack"), (2, "dprk-crypto") })
        {
            var story = Announce(Tell(Tell(Some.Story(number, topics: [topic]) with { ArticleCount = 2 }, number * 10), (number * 10) + 1), []);
            await store.TrySaveAsync(story, CancellationToken.None);
        }

        var edited = isSplit
            ? await new StoryEditor(store).SplitAsync(Some.Story(2).Id, "a20", Some.Story(1).Id, CancellationToken.None)
            : await new StoryEditor(store).MergeAsync(Some.Story(2).Id, Some.Story(1).Id, CancellationToken.None);

        var into = Assert.IsType<StoryEdit.Done>(edited).Story;
        Assert.Equal(["dprk-crypto", "exchange-hack"], into.Topics);
        Assert.IsType<AnnouncementDecision.Nothing>(AnnouncementRules.Decide(into));
    }

    [Fact]
    public void A_first_sum_completes_the_news_and_the_next_is_measured_against_it()
    {
        // Of policy no sum changes the severity.
        var told = new List<string>();
        var story = Announce(Tell(Some.Story() with { Kind = NewsKind.Policy }, 0), told);
        story = Announce(Tell(story, 1, ClaimLedgerTests.Amount(1)), told);
        story = Announce(Tell(story, 2, ClaimLedgerTests.Amount(1.1m)), told);
        Announce(Tell(story, 3, ClaimLedgerTests.Amount(100)), told);

        Assert.Equal(["new", "amount: $1 million -> $100 million"], told);
    }

    /// <summary>The fresh article that a publisher took back makes no news of what was in the archive.</summary>
    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void What_was_taken_back_makes_old_news_no_fresher(bool isWithdrawn, bool speaks)
    {
        var story = Tell(Tell(Some.Story(), 0), 1);
        var (old, fresh) = (story.Articles[0], story.Articles[1]);

        var decided = AnnouncementRules.Decide(story with { Articles = [old with { PublishedAt = old.FirstSeenAt.AddDays(-9) }, fresh with { IsWithdrawn = isWithdrawn }] });

        Assert.Equal(speaks, decided is AnnouncementDecision.Announce);
    }

    private static Story Tell(Story story, int hours, params Claim[] claims)
    {
        var source = ClaimLedgerTests.Source($"a{hours}", "Press", hours);
        var article = new StoryArticle(source.ArticleId, source.Title, source.Url, source.Publisher, SourceTier.Trade, "en", source.At, source.At, "opened the story");
        return StoryFactsKeeper.Assess(story with { Articles = [.. story.Articles, article], Claims = story.Claims.With(source, claims) });
    }

    /// <summary>As the fan-out does: what is told is what stands.</summary>
    private static Story Announce(Story story, List<string> told)
    {
        var decided = AnnouncementRules.Decide(story);
        if (decided is AnnouncementDecision.Nothing { Completed: { } completed }) return story with { Announced = completed };
        if (decided is not AnnouncementDecision.Announce announce) return story;
        told.Add(announce.Sequence == 1 ? "new" : string.Join("; ", announce.Changes.Select(change => $"{change.Fact}: {change.From} -> {change.To}")));
        return story with { Announced = new Announcement(announce.Sequence, "alert", Some.Now, story.Severity, story.Facts, Complete: true) { Topics = [.. (story.Announced?.Topics ?? []).Union(story.Topics)] } };
    }
}
