using Alerts.Core.Alerting;
using Alerts.Core.Incidents;
using Alerts.Core.Matching;
using Alerts.Core.Sources;
using Alerts.Core.Stories;
using Alerts.Core.Stories.Claims;
using Alerts.Tests.Fakes;
using Alerts.Tests.Stories.Claims;

namespace Alerts.Tests.Alerting;

/// <summary>A theft, its attribution and its recovery are three stories of one incident, with readers of one topic, of the other and of both.</summary>
public sealed class IncidentTellingTests
{
    private const string Hack = "exchange-hack";
    private const string State = "dprk-crypto";

    private readonly Dictionary<string, Story> stories = new()
    {
        ["theft"] = Some.Story() with { Id = "theft", Topics = [Hack], Phase = StoryPhase.Theft, IncidentId = "i", MainVictim = "Bybit" },
        ["attribution"] = Some.Story() with { Id = "attribution", Topics = [State, Hack], Phase = StoryPhase.Attribution, IncidentId = "i", MainVictim = "Bybit" },
        ["sanction"] = Some.Story() with { Id = "sanction", Topics = [State], Phase = StoryPhase.Sanction, IncidentId = "i", MainVictim = "Bybit" },
    };

    private readonly List<Reader> readers = [new("hack", [Hack]), new("state", [State]), new("both", [Hack, State])];

    private Incident incident = new() { Id = "i", Name = "Bybit", OpenedAt = Some.Now, UpdatedAt = Some.Now };
    private readonly List<(ClaimSource Source, Claim[] Claims)> unrecorded = [];
    private bool isBehind;
    private int articles;

    [Fact]
    public void What_a_follow_up_told_is_not_told_again_by_the_story_of_the_theft()
    {
        Tell("theft", ClaimLedgerTests.Amount(100));
        Tell("attribution", ClaimLedgerTests.Amount(100), Fbi);
        Tell("theft", Fbi);

        Assert.Equal(["new theft", "new attribution"], readers[0].Got);
        Assert.Equal(["new attribution"], readers[1].Got);
        Assert.Equal(["new theft", "new attribution"], readers[2].Got);
    }

    /// <summary>The story is written before its incident, and another article's message may come between the two.</summary>
    [Fact]
    public void What_the_incident_does_not_know_yet_is_told_and_once()
    {
        Tell("theft", ClaimLedgerTests.Amount(100));
        isBehind = true;
        Tell("theft", Fbi);
        isBehind = false;
        Tell("theft");
        Tell("attribution", ClaimLedgerTests.Amount(100));

        Assert.Equal(["new theft", "attribution", "new attribution"], readers[0].Got.Select(Fact));
        Assert.Equal(Some.Now, incident.Told[Hack].At);
        Assert.NotEmpty(incident.Told[Hack].Facts.Attributions);
    }

    [Fact]
    public void What_the_first_sum_becomes_is_told_also_where_no_sum_was()
    {
        stories["theft"] = stories["theft"] with { Kind = NewsKind.Policy };
        Tell("theft");
        Tell("theft", ClaimLedgerTests.Amount(1));
        Tell("theft", ClaimLedgerTests.Amount(100));
        Tell("theft", ClaimLedgerTests.Amount(101));

        Assert.Equal(["new theft", "amount"], readers[0].Got.Select(got => got.Contains("amount: $100 million", StringComparison.Ordinal) ? "amount" : got));
    }

    [Theory]
    [InlineData(false, "topic: dprk-crypto")]
    [InlineData(true, "new sanction")]
    public void A_topic_that_the_story_gains_is_told_to_its_readers_where_no_story_of_the_incident_was(bool isToldBefore, string told)
    {
        Tell("theft", ClaimLedgerTests.Amount(100));
        if (isToldBefore) Tell("sanction", ClaimLedgerTests.Amount(100));
        stories["theft"] = stories["theft"] with { Topics = [State, Hack] };
        Tell("theft");
        Tell("theft");

        Assert.Equal(["new theft"], readers[0].Got);
        Assert.Equal([told], readers[1].Got);
        Assert.Equal(isToldBefore ? ["new theft", "new sanction"] : ["new theft"], readers[2].Got);
    }

    [Fact]
    public void Readers_of_another_topic_are_told_by_the_story_that_they_follow()
    {
        Tell("theft", ClaimLedgerTests.Amount(100));
        Tell("sanction", ClaimLedgerTests.Amount(100), Fbi);
        Tell("theft", Fbi);

        Assert.Equal(["new theft", "attribution"], readers[0].Got.Select(Fact));
        Assert.Equal(["new sanction"], readers[1].Got);
        Assert.Equal(["new theft", "new sanction"], readers[2].Got);
    }

    [Fact]
    public void Those_who_know_it_by_any_of_their_topics_are_spared()
    {
        Tell("theft", ClaimLedgerTests.Amount(100));
        Tell("attribution", ClaimLedgerTests.Amount(100));
        Tell("sanction", ClaimLedgerTests.Amount(100));
        Tell("theft", Fbi);
        Tell("attribution", Fbi);

        Assert.Single(readers[0].Got, got => got.Contains("attribution:", StringComparison.Ordinal));
        Assert.Single(readers[1].Got, got => got.Contains("attribution:", StringComparison.Ordinal));
        Assert.Single(readers[2].Got, got => got.Contains("attribution:", StringComparison.Ordinal));
    }

    [Fact]
    public void A_repeat_after_a_crash_decides_as_before()
    {
        Tell("theft", ClaimLedgerTests.Amount(100));
        var story = Grow(stories["theft"], Fbi);
        var decided = (AnnouncementDecision.Announce)AnnouncementRules.Decide(story);
        var first = IncidentTelling.Narrow(decided, story, incident)!;
        var accounted = IncidentTelling.Account(incident, story, first, Some.Now);
        var second = IncidentTelling.Narrow(decided, story, accounted)!;

        Assert.Equal(first.Changes, second.Changes);
        Assert.Same(accounted, IncidentTelling.Account(accounted, story, second, Some.Now));
    }

    /// <summary>What was entered and not sent would else count as told, by the word of those who spoke meanwhile.</summary>
    [Fact]
    public void A_repeat_after_a_crash_tells_what_it_entered_though_others_spoke_meanwhile()
    {
        Tell("theft", ClaimLedgerTests.Amount(100));
        Tell("attribution", ClaimLedgerTests.Amount(100));
        var story = Grow(stories["theft"], Fbi);
        var decided = (AnnouncementDecision.Announce)AnnouncementRules.Decide(story);
        var first = IncidentTelling.Narrow(decided, story, incident)!;
        incident = IncidentTelling.Account(incident, story, first, Some.Now);

        Tell("attribution", new Claim { Field = ClaimField.Funds, Value = FundsStates.Frozen });
        var repeat = IncidentTelling.Narrow(decided, story, incident);

        Assert.Contains("funds: ", readers[0].Got[^1], StringComparison.Ordinal);
        Assert.Equal(first.Changes, repeat!.Changes);
        Assert.Same(incident, IncidentTelling.Account(incident, story, repeat, Some.Now));
    }

    [Fact]
    public void What_waits_for_a_digest_counts_as_untold()
    {
        Tell("theft", ClaimLedgerTests.Amount(100));
        stories["sanction"] = stories["sanction"] with { IsRetold = true };
        Tell("sanction", ClaimLedgerTests.Amount(100));

        Assert.False(incident.Told.ContainsKey(State));
    }

    /// <summary>Whatever the order, and whichever story it comes through: nothing material twice to one reader, and nothing never.</summary>
    [Fact]
    public void In_any_order_each_reader_is_told_each_change_once()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var test = new IncidentTellingTests();
            var random = new Random(seed);
            var events = (from story in test.stories.Keys from claims in s_news select (story, claims)).ToArray();
            random.Shuffle(events);
            foreach (var (story, claims) in events.Take(8 + random.Next(12)))
            {
                test.isBehind = random.Next(3) == 0;
                if (random.Next(8) == 0) test.stories["theft"] = test.stories["theft"] with { Topics = [State, Hack] };
                test.Tell(story, claims);
            }

            Assert.All(test.readers, reader => Assert.Empty(reader.Repeats));
            Assert.All(test.readers, reader => Assert.All(test.stories.Values.Where(story => story.Announced is not null && story.Topics.Intersect(reader.Topics).Any()), story => Assert.True(reader.Knows(story), $"seed {seed}: {reader.Name} does not know {story.Id}")));
        }
    }

    private static readonly Claim[][] s_news =
    [
        [ClaimLedgerTests.Amount(100)],
        [ClaimLedgerTests.Amount(104)],
        [ClaimLedgerTests.Amount(150)],
        [ClaimLedgerTests.Attribution("Elliptic", "Lazarus Group", Hedge.Stated)],
        [Fbi],
        [new Claim { Field = ClaimField.Funds, Value = FundsStates.Frozen }],
        [new Claim { Field = ClaimField.Funds, Value = FundsStates.Recovered }],
        [new Claim { Field = ClaimField.Statement, Value = Statements.Confirmed, By = "Bybit" }],
    ];

    private static Claim Fbi => ClaimLedgerTests.Attribution("FBI", "TraderTraitor", Hedge.Stated);

    private static string Fact(string got) => got.Contains(':', StringComparison.Ordinal) ? "attribution" : got;

    private Story Grow(Story story, params Claim[] claims)
    {
        var source = ClaimLedgerTests.Source($"a{articles}", "Press", articles++);
        var article = new StoryArticle(source.ArticleId, source.Title, source.Url, source.Publisher, SourceTier.Trade, "en", source.At, source.At, "opened the story");
        unrecorded.Add((source, claims));
        if (!isBehind)
        {
            incident = unrecorded.Aggregate(incident, (known, late) => known with { Claims = known.Claims.With(late.Source, late.Claims) });
            unrecorded.Clear();
        }

        return StoryFactsKeeper.Assess(story with { Articles = [.. story.Articles, article], Claims = story.Claims.With(source, claims) });
    }

    /// <summary>As the fan-out does.</summary>
    private void Tell(string id, params Claim[] claims)
    {
        var story = stories[id] = Grow(stories[id], claims);
        var decision = AnnouncementRules.Decide(story);
        if (decision is AnnouncementDecision.Nothing { Completed: { } completed }) stories[id] = story with { Announced = completed };
        if (decision is not AnnouncementDecision.Announce decided) return;
        if (IncidentTelling.Narrow(decided, story, incident) is not { } announce)
        {
            stories[id] = story with { Announced = IncidentTelling.Elsewhere(story.Announced!, story) };
            return;
        }

        incident = IncidentTelling.Account(incident, story, announce, Some.Now);
        stories[id] = story with { Announced = new Announcement(announce.Sequence, Alert.IdOf(id, announce.Sequence), Some.Now, story.Severity, story.Facts, Complete: true) { Topics = [.. (story.Announced?.Topics ?? []).Union(story.Topics)] } };
        if (announce.LooksBack) return;
        foreach (var reader in readers.Where(reader => IsFor(reader, story, announce))) reader.Hear(story, IncidentTelling.Known(incident, story).Facts(), announce);
    }

    private static bool IsFor(Reader reader, Story story, AnnouncementDecision.Announce announce)
    {
        var alert = Some.Alert() with { Story = story, NewTo = announce.NewTo, LooksBack = announce.LooksBack };
        return AlertRouter.Route(alert, Some.Subscription() with { Topics = reader.Topics, MinimumSeverity = "low", Languages = [] }) is AlertRoute.Now;
    }

    /// <summary>Keeps what it was told, by itself.</summary>
    private sealed record Reader(string Name, string[] Topics)
    {
        private readonly HashSet<string> funds = [];
        private AttributionStatus attribution;
        private decimal? amount;
        private string? stand;
        private Severity severity;

        public List<string> Got { get; } = [];

        public List<string> Repeats { get; } = [];

        public void Hear(Story story, StoryFacts facts, AnnouncementDecision.Announce announce)
        {
            Got.Add(announce.Sequence == 1 ? "new " + story.Id : string.Join("; ", announce.Changes.Select(change => $"{change.Fact}: {change.To}")));
            // Those whom an alert goes to know more or less; it must tell each of them something.
            var isNew = announce.Sequence == 1 || announce.Changes.Any(change => change.Fact switch
            {
                "attribution" => facts.Attribution > attribution,
                // A sum that goes to and fro between two topics may be told nearly twice, but never as it was told last.
                "amount" => facts.AmountUsd != amount,
                "funds" => facts.Funds.Any(fact => !funds.Contains(fact.State)),
                "victim" => stand != Stand(facts),
                "topic" => Got.Count == 1,
                _ => story.Severity > severity,
            });
            if (!isNew) Repeats.Add(Got[^1]);

            attribution = facts.Attribution > attribution ? facts.Attribution : attribution;
            amount = facts.AmountUsd ?? amount;
            stand = Stand(facts) ?? stand;
            severity = story.Severity > severity ? story.Severity : severity;
            funds.UnionWith(facts.Funds.Select(fact => fact.State));
        }

        /// <summary>Sums apart: of two stories with two sums the incident has one.</summary>
        public bool Knows(Story story) =>
            attribution >= story.Facts.Attribution && severity >= story.Severity && story.Facts.Funds.All(fact => funds.Contains(fact.State)) && (Stand(story.Facts) is null || stand is not null);

        private static string? Stand(StoryFacts facts) => facts.Statements.FirstOrDefault(statement => statement is Statements.Confirmed or Statements.Denied);
    }
}
