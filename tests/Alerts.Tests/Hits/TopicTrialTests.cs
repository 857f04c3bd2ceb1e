using Alerts.Core.Articles;
using Alerts.Core.Hits.Trials;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching.Own;
using Alerts.Core.Matching.Topics;
using Alerts.Core.Stories;
using Alerts.Core.Subscriptions;
using Alerts.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace Alerts.Tests.Hits;

/// <summary>A topic is tried on what is stored before it counts.</summary>
public sealed class TopicTrialTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly MemoryArticleStore articles = new();
    private readonly MemoryOwnTopicStore topics = new();
    private readonly MemorySubscriptionStore subscriptions = new();
    private readonly FakeTimeProvider time = new(Some.Now);
    private readonly TopicTrials trials;
    private readonly OwnTopics own;

    public TopicTrialTests()
    {
        trials = new TopicTrials(articles, stories => new StoryJoiner(stories), time);
        own = new OwnTopics(topics, trials, new Memberships(subscriptions, time), time);
    }

    [Fact]
    public async Task A_trial_counts_hits_stories_weeks_sources_and_mails()
    {
        await StoreAsync(
            (1, "a", "Acme Custody halts withdrawals after an outage in its vault"), (1.1, "b", "ACME Custody halts withdrawals after an outage in its vault"),
            (3, "a", "Acme Custody hires a new head of compliance in Zurich"), (10, "c", "Regulator fines Acme Custody over its books"), (13, "a", "Bitcoin rises above resistance"));

        var trial = (await own.TestAsync("\"Acme Custody\"", null, null, 30, None)).Trial!;

        Assert.Equal((5, 4, 3, null), (trial.Summary.ArticlesRead, trial.Summary.Hits, trial.Summary.Stories, trial.Summary.NotRead));
        Assert.Equal(Some.Now.AddDays(-13), trial.Summary.From);
        Assert.Equal([("a", 50.0), ("b", 25.0), ("c", 25.0)], trial.Summary.Sources.Select(source => (source.Publisher, source.Share)));
        Assert.Equal([(new DateOnly(2026, 3, 2), 1, 1), (new DateOnly(2026, 3, 9), 3, 2)], trial.Summary.Weeks.Select(week => (week.Week, week.Hits, week.Stories)));

        // Three stories in thirteen days, on three days of two weeks.
        Assert.Equal((1.6, 1.6, 1.6, 1.1), (trial.Summary.MailsPerWeek.Immediate, trial.Summary.MailsPerWeek.Hourly, trial.Summary.MailsPerWeek.Daily, trial.Summary.MailsPerWeek.Weekly));
        Assert.Equal("the words (\"Acme Custody\", title)", trial.Hits[0].Explanation.Summary);
        Assert.True(trial.Hits[0].FirstSeenAt > trial.Hits[^1].FirstSeenAt);
    }

    [Fact]
    public async Task A_new_version_says_what_it_gains_and_loses()
    {
        await SubscribeAsync();
        await StoreAsync((1, "a", "Acme Custody halts withdrawals"), (2, "a", "Acme Custody hires a head of compliance"), (3, "a", "Zenith Vault halts withdrawals"));
        Assert.IsType<OwnTopicOutcome.Saved>(await own.SaveAsync(OwnerId, "custody", "\"Acme Custody\"", 30, None));

        var next = Assert.IsType<OwnTopicOutcome.Saved>(await own.SaveAsync(OwnerId, "Custody", "(\"Acme Custody\" or \"Zenith Vault\") and \"withdrawals\"", 30, None));

        Assert.Equal((2, 1, 1), (next.Trial!.Summary.Hits, next.Trial.Summary.Gained, next.Trial.Summary.Lost));
        Assert.Equal("Zenith Vault halts withdrawals", Assert.Single(next.Trial.Gained).Title);
        Assert.Equal("Acme Custody hires a head of compliance", Assert.Single(next.Trial.Lost).Title);
        Assert.Equal([(1, 2), (2, 2)], next.Topic.Versions.Select(version => (version.Number, version.Trial!.Hits)));
        Assert.Equal((1, 1), (next.Topic.Current.Trial!.Gained, next.Topic.Current.Trial.Lost));
    }

    [Fact]
    public async Task A_topic_is_subscribed_when_it_is_new_stays_at_its_version_for_the_same_text_and_leaves_the_preferences_when_taken_away()
    {
        await SubscribeAsync();
        var saved = Assert.IsType<OwnTopicOutcome.Saved>(await own.SaveAsync(OwnerId, "x", "\"Acme Custody\"", 7, None)).Topic;
        Assert.Equal(["dprk-crypto", saved.Id], (await subscriptions.GetAsync(OwnerId, None))!.Topics);

        var again = Assert.IsType<OwnTopicOutcome.Saved>(await own.SaveAsync(OwnerId, "x", "\"Acme Custody\"", 7, None));
        Assert.Equal((1, null), (again.Topic.Current.Number, again.Trial));

        Assert.True(await own.RemoveAsync(OwnerId, saved.Id, None));
        Assert.Equal(["dprk-crypto"], (await subscriptions.GetAsync(OwnerId, None))!.Topics);
        Assert.False(await own.RemoveAsync(OwnerId, saved.Id, None));
    }

    [Fact]
    public async Task A_trial_ends_at_its_limits_and_says_what_it_did_not_read()
    {
        await StoreAsync([.. Enumerable.Range(1, 20).Select(day => ((double)day, "a", $"Acme Custody, day {day}"))]);

        var few = await trials.RunAsync(Parsed("\"Acme Custody\""), null, 30, new TrialLimits { Articles = 5 }, None);
        Assert.Equal((5, 5), (few.Summary.ArticlesRead, few.Summary.Hits));
        Assert.Equal("articles first seen from 2026-02-12 to 2026-03-09 09:26 UTC: 5 articles are the limit", few.Summary.NotRead);

        time.AutoAdvanceAmount = TimeSpan.FromSeconds(3);
        var hasty = await trials.RunAsync(Parsed("\"Acme Custody\""), null, 30, new TrialLimits { Time = TimeSpan.FromSeconds(10) }, None);
        Assert.InRange(hasty.Summary.ArticlesRead, 1, 5);
        Assert.EndsWith("10 seconds are the limit", hasty.Summary.NotRead, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Refusals => new()
    {
        { "\"Acme", "line 1, column 1: a quotation is not closed" },
        { "concept:acme-custody", "line 1, column 1: there is no concept 'acme-custody'" },
        { "require \"a\" kind:theft\nscore x title(kind:theft)", "line 2, column 7: unexpected 'x'; expected points" },
        { "not \"Acme Custody\"", "the topic would be decided on every article" },
        { "any(" + string.Join(", ", Enumerable.Range(0, 201).Select(number => $"\"acme{number}\"")) + ")", "the topic has too many terms; expected at most 200" },
        { "\"Acme Custody\" # " + new string('x', 4_000), "the topic has 4017 characters; expected at most 4000" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_text_that_is_no_topic_is_refused_with_the_place(string text, string expected)
    {
        await SubscribeAsync();
        var errors = Assert.IsType<OwnTopicOutcome.Invalid>(await own.SaveAsync(OwnerId, "x", text, 30, None)).Errors;

        Assert.Contains(expected, errors[0].ToString(), StringComparison.Ordinal);
        Assert.Empty(await topics.ListAsync(OwnerId, None));
    }

    [Fact]
    public async Task Names_numbers_and_volumes_have_limits()
    {
        await SubscribeAsync();
        foreach (var name in (string[])["", new string('n', 81), "two\nlines"])
        {
            Assert.Equal("name", Assert.IsType<OwnTopicOutcome.Refused>(await own.SaveAsync(OwnerId, name, "\"Acme Custody\"", 30, None)).Field);
        }

        for (var number = 0; number < OwnTopicRules.MaxPerOwner; number++)
        {
            Assert.IsType<OwnTopicOutcome.Saved>(await own.SaveAsync(OwnerId, $"topic {number}", "\"Acme Custody\"", 30, None));
        }

        Assert.Contains("20 is the most", Assert.IsType<OwnTopicOutcome.Refused>(await own.SaveAsync(OwnerId, "one more", "\"Acme Custody\"", 30, None)).Why, StringComparison.Ordinal);

        await StoreAsync([.. Enumerable.Range(1, 600).Select(number => (number / 100.0, "a", $"Bitcoin report {number}"))]);
        var flood = Assert.IsType<OwnTopicOutcome.Refused>(await own.SaveAsync(OwnerId, "topic 1", "\"bitcoin\"", 30, None));
        Assert.StartsWith("would catch 700 articles a week", flood.Why, StringComparison.Ordinal);
    }

    private static string OwnerId => Some.Subscription().Id;

    private static Topic Parsed(string text) => Assert.IsType<TopicParse.Parsed>(TopicParser.Parse(text, KnowledgeBase.BuiltIn)).Topic;

    private async Task SubscribeAsync() => await subscriptions.TrySaveAsync(Some.Subscription(), None);

    private Task<IReadOnlyList<Article>> StoreAsync(params (double DaysAgo, string Publisher, string Title)[] news) => articles.SaveAsync(
        [.. news.Select((item, index) => Some.Article(index) with
        {
            Title = item.Title, Summary = "", Text = "", Publisher = item.Publisher, FirstSeenAt = Some.Now.AddDays(-item.DaysAgo), PublishedAt = Some.Now.AddDays(-item.DaysAgo), ReadAt = Some.Now,
        })],
        None);
}
