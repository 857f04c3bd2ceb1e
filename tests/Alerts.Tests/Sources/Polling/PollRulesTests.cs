using Alerts.Core.Sources;
using Alerts.Core.Sources.Polling;

namespace Alerts.Tests.Sources.Polling;

public sealed class PollRulesTests
{
    private const double NoJitter = 0.5;
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly Uri Url = new("https://news.example.com/feed");

    private static readonly Source Feed = new() { Id = "s", Name = "News", Kind = SourceKind.Feed, Url = Url, Publisher = "news", AddedAt = Now.AddDays(-100) };

    [Theory]
    [InlineData(500, 5)]
    [InlineData(20, 9)]
    [InlineData(10, 18)]
    [InlineData(3, 20)]
    [InlineData(0.1, 60)]
    public void The_next_poll_follows_the_rhythm_of_the_source(double perDay, double minutes) =>
        Assert.Equal(minutes, Wait(Feed, Entries(perDay, 60)).TotalMinutes, 0.5);

    [Theory]
    [InlineData(288, 4, 5)]
    [InlineData(1440, 10, 2.5)]
    [InlineData(1440, 3, 2.5)]
    public void A_short_list_of_a_busy_source_is_polled_before_it_turns_over(double perDay, int listed, double minutes) =>
        Assert.Equal(minutes, Wait(Feed, Entries(perDay, listed)).TotalMinutes, 0.1);

    [Fact]
    public void An_hour_of_cache_is_cut_where_the_list_turns_over_sooner()
    {
        var busy = Entries(240, 20) with { FreshFor = TimeSpan.FromHours(12) };
        Assert.Equal(30, Wait(Feed, busy).TotalMinutes, 0.5);
    }

    [Fact]
    public void Ttl_cache_lifetime_and_update_period_lengthen_the_wait()
    {
        var listed = Entries(20, 200);
        Assert.Equal(60, Wait(Feed, listed with { Hints = new PollHints { Ttl = TimeSpan.FromHours(1) } }).TotalMinutes, 0.1);
        Assert.Equal(30, Wait(Feed, listed with { FreshFor = TimeSpan.FromMinutes(30) }).TotalMinutes, 0.1);
        Assert.Equal(120, Wait(Feed, listed with { Hints = new PollHints { UpdateInterval = TimeSpan.FromHours(2) } }).TotalMinutes, 0.1);
    }

    [Fact]
    public void The_update_period_that_blog_software_writes_by_itself_is_nobodys_wish() =>
        Assert.Equal(9, Wait(Feed, Entries(20, 200) with { Hints = new PollHints { UpdateInterval = TimeSpan.FromHours(1) } }).TotalMinutes, 0.1);

    [Fact]
    public void Hints_of_the_last_document_hold_when_the_next_answer_is_304()
    {
        var source = After(Feed, Entries(20, 200) with { Hints = new PollHints { Ttl = TimeSpan.FromHours(1) } });
        Assert.Equal(60, Wait(source, new PollResult.NotModified()).TotalMinutes, 0.1);
    }

    [Fact]
    public void No_wait_is_under_a_minute_or_over_a_day()
    {
        Assert.Equal(TimeSpan.FromMinutes(1), Wait(Feed with { Interval = TimeSpan.FromSeconds(5) }, Entries(20, 20)));
        Assert.Equal(TimeSpan.FromHours(24), Wait(Feed, Entries(0.01, 200) with { FreshFor = TimeSpan.FromDays(30) }));
        Assert.Equal(TimeSpan.FromHours(24), Wait(Feed, Failure(FetchFailure.Throttled, 503, TimeSpan.FromDays(9))));
    }

    [Fact]
    public void The_operators_own_interval_wins_over_the_publishers_hints() =>
        Assert.Equal(TimeSpan.FromMinutes(3), Wait(Feed with { Interval = TimeSpan.FromMinutes(3) }, Entries(1, 20) with { Hints = new PollHints { Ttl = TimeSpan.FromHours(5) } }));

    [Fact]
    public void Jitter_spreads_by_a_tenth()
    {
        var interval = Feed with { Interval = TimeSpan.FromMinutes(100) };
        Assert.Equal(90, (PollRules.After(interval, new PollResult.NotModified(), Now, 0).NextPollAt - Now).TotalMinutes, 0.001);
        Assert.Equal(110, (PollRules.After(interval, new PollResult.NotModified(), Now, 1).NextPollAt - Now).TotalMinutes, 0.001);
    }

    [Fact]
    public void Hours_and_days_to_skip_are_skipped()
    {
        var atNoon = Entries(20, 200) with { Hints = new PollHints { SkipHours = [12, 13] } };
        Assert.Equal(Now.AddHours(2), PollRules.After(Feed, atNoon, Now, NoJitter).NextPollAt);
        var onMonday = Entries(20, 200) with { Hints = new PollHints { SkipDays = [DayOfWeek.Monday] } };
        Assert.Equal(Now.AddHours(12), PollRules.After(Feed, onMonday, Now, NoJitter).NextPollAt);
        var always = Entries(20, 200) with { Hints = new PollHints { SkipHours = [.. Enumerable.Range(0, 24)] } };
        Assert.Equal(Now.AddHours(24), PollRules.After(Feed, always, Now, NoJitter).NextPollAt);
    }

    [Fact]
    public void Failures_double_the_wait_up_to_a_limit_and_one_good_answer_forgets_them()
    {
        var source = After(Feed, Entries(20, 20));
        var waits = new List<double>();
        for (var i = 0; i < 9; i++)
        {
            source = After(source, Failure(FetchFailure.HttpError, 500));
            waits.Add((source.State.NextPollAt - Now).TotalMinutes);
        }

        Assert.Equal([5, 10, 20, 40, 80, 160, 320, 360, 360], waits);
        Assert.Equal(SourceHealth.Degraded, source.State.Health);
        Assert.Equal(9, source.State.ConsecutiveFailures);
        var well = After(source, new PollResult.NotModified()).State;
        Assert.Equal((SourceHealth.Healthy, 0), (well.Health, well.ConsecutiveFailures));
    }

    [Fact]
    public void What_cannot_be_reached_is_asked_every_half_hour_because_it_may_be_our_network()
    {
        var source = Feed;
        for (var i = 0; i < 9; i++)
        {
            source = After(source, Failure(FetchFailure.Unreachable, null));
        }

        Assert.Equal(TimeSpan.FromMinutes(30), source.State.NextPollAt - Now);
    }

    [Fact]
    public void A_retry_after_is_never_undercut() =>
        Assert.True((PollRules.After(Feed, Failure(FetchFailure.Throttled, 429, TimeSpan.FromMinutes(120)), Now, 0).NextPollAt - Now).TotalMinutes >= 120);

    [Fact]
    public void Gone_is_dead_at_once_and_all_but_never_asked_again()
    {
        var state = After(Feed, Failure(FetchFailure.Gone, 410)).State;
        Assert.Equal(SourceHealth.Dead, state.Health);
        Assert.True(state.NextPollAt > Now.AddDays(20));
    }

    [Fact]
    public void Failing_for_days_is_dead_but_still_polled_slowly()
    {
        var source = Feed with { State = new SourceState { LastOkAt = Now.AddDays(-4), ConsecutiveFailures = 8, Health = SourceHealth.Degraded } };
        source = After(source, Failure(FetchFailure.HttpError, 500));
        Assert.Equal(SourceHealth.Degraded, source.State.Health);
        source = After(source, Failure(FetchFailure.HttpError, 500));
        Assert.Equal(SourceHealth.Dead, source.State.Health);
        Assert.Contains("failing for 4 days", source.State.Reason, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromHours(24), source.State.NextPollAt - Now);
    }

    [Fact]
    public void An_answer_that_lists_nothing_is_a_failure_and_keeps_what_was_known()
    {
        var known = After(Feed, Entries(20, 20) with { ETag = "\"1\"" });
        var empty = After(known, new PollResult.Listed([], 0) { ETag = "\"empty\"" }).State;
        Assert.Equal((SourceHealth.Degraded, "answered, but lists no entries", "\"1\"", 20), (empty.Health, empty.Reason, empty.ETag, empty.EntriesListed));
        var page = After(known, new PollResult.Unreadable("an HTML page")).State;
        Assert.Equal((SourceHealth.Degraded, "an HTML page", "\"1\""), (page.Health, page.Reason, page.ETag));
    }

    [Fact]
    public void A_news_sitemap_may_be_empty() =>
        Assert.Equal(SourceHealth.Healthy, After(Feed with { Kind = SourceKind.Sitemap }, new PollResult.Listed([], 0)).State.Health);

    [Fact]
    public void A_list_without_overlap_that_starts_after_the_newest_known_is_a_gap()
    {
        var known = Seen(After(Feed, Listed(new[] { -180.0, -120 }, 2)));
        var gap = After(known, Listed([-30, -20, -10], 3)).State;
        Assert.Equal(SourceHealth.Gap, gap.Health);
        Assert.Contains("between 2026-11-23 10:00 UTC and 2026-11-23 11:30 UTC", gap.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, -150.0)]
    [InlineData(3, -150.0)]
    public void Overlap_or_older_dates_are_no_gap(int fresh, double oldest)
    {
        var known = Seen(After(Feed, Listed([-180, -120], 2)));
        Assert.Equal(SourceHealth.Healthy, After(known, Listed([oldest, -20, -10], fresh)).State.Health);
    }

    [Fact]
    public void Overlap_with_newer_dates_is_no_gap()
    {
        var known = Seen(After(Feed, Listed([-180, -120], 2)));
        Assert.Equal(SourceHealth.Healthy, After(known, Listed([-30, -20, -10], 2)).State.Health);
    }

    [Fact]
    public void The_first_list_of_all_is_no_gap() => Assert.Equal(SourceHealth.Healthy, After(Feed, Listed([-30, -20], 2)).State.Health);

    [Fact]
    public void A_gap_stays_on_show_for_a_day()
    {
        var gap = Seen(After(Seen(After(Feed, Listed([-180, -120], 2))), Listed([-30], 1)));
        Assert.Equal(SourceHealth.Gap, PollRules.After(gap, new PollResult.NotModified(), Now.AddHours(23), NoJitter).Health);
        Assert.Equal(SourceHealth.Healthy, PollRules.After(gap, new PollResult.NotModified(), Now.AddHours(25), NoJitter).Health);
    }

    [Fact]
    public void A_silent_source_is_told_by_its_own_rhythm()
    {
        var source = After(Feed, Entries(20, 20));
        Assert.Equal(SourceHealth.Healthy, PollRules.After(source, new PollResult.NotModified(), Now.AddHours(70), NoJitter).Health);
        var silent = PollRules.After(source, new PollResult.NotModified(), Now.AddHours(74), NoJitter);
        Assert.Equal(SourceHealth.Silent, silent.Health);
        Assert.Equal("nothing new for 3 days, where 20 entries a day are usual", silent.Reason);
    }

    [Fact]
    public void A_silent_source_is_told_by_what_the_operator_expects()
    {
        var source = After(Feed with { ExpectedMaxSilence = TimeSpan.FromHours(6) }, Entries(20, 20));
        Assert.Equal(SourceHealth.Silent, PollRules.After(source, new PollResult.NotModified(), Now.AddHours(8), NoJitter).Health);
    }

    [Fact]
    public void A_permanent_redirect_is_adopted_when_seen_three_times_in_a_row()
    {
        var source = Feed;
        var moved = Entries(20, 20) with { MovedTo = new Uri("https://new.example.com/feed") };
        var adopted = new List<string>();
        foreach (var result in new[] { moved, moved, Entries(20, 20), moved, moved, moved, Entries(20, 20) })
        {
            source = After(source, result);
            adopted.Add(PollRules.UrlOf(source)!.Host);
        }

        Assert.Equal(["news.example.com", "news.example.com", "news.example.com", "news.example.com", "news.example.com", "new.example.com", "new.example.com"], adopted);
        Assert.Equal("news.example.com", PollRules.UrlOf(After(source, Failure(FetchFailure.HttpError, 404)))!.Host);
    }

    [Fact]
    public void A_permanent_redirect_away_from_https_is_not_adopted()
    {
        var source = Feed;
        for (var i = 0; i < 5; i++)
        {
            source = After(source, Entries(20, 20) with { MovedTo = new Uri("http://new.example.com/feed") });
        }

        Assert.Equal(Url, PollRules.UrlOf(source));
    }

    [Fact]
    public void Changes_of_health_are_remembered_newest_first_and_not_without_end()
    {
        var source = Feed;
        for (var i = 0; i < 30; i++)
        {
            source = After(After(source, Entries(20, 20)), Failure(FetchFailure.TimedOut, null));
        }

        Assert.Equal(SourceState.HistoryLength, source.State.History.Count);
        Assert.Equal([SourceHealth.Degraded, SourceHealth.Healthy], source.State.History.Take(2).Select(change => change.Health));
    }

    [Fact]
    public void Dates_in_the_future_and_missing_ones_do_no_harm()
    {
        var state = After(Feed, new PollResult.Listed([Now.AddYears(70), null, DateTimeOffset.MaxValue, Now.AddHours(-1), DateTimeOffset.MinValue], 5)).State;
        Assert.Equal(Now, state.NewestEntryAt);
        Assert.Equal(SourceHealth.Healthy, state.Health);
        Assert.InRange(state.NextPollAt - Now, TimeSpan.FromMinutes(1), TimeSpan.FromHours(24));
    }

    [Fact]
    public void The_rhythm_of_a_source_without_dates_is_learnt()
    {
        var source = Feed;
        for (var day = 0; day < 60; day++)
        {
            source = source with { State = PollRules.After(source, new PollResult.Listed(new DateTimeOffset?[10], 10), Now.AddDays(day), NoJitter) };
        }

        Assert.Equal(10, source.State.EntriesPerDay, 0.5);
    }

    private static PollResult.Listed Entries(double perDay, int count) => Listed(Enumerable.Range(1, count).Select(i => -i * 1440 / perDay), count);

    private static PollResult.Listed Listed(IEnumerable<double> minutes, int fresh) => new([.. minutes.Select(m => (DateTimeOffset?)Now.AddMinutes(m))], fresh);

    private static PollResult.Failed Failure(FetchFailure failure, int? status, TimeSpan? retryAfter = null) => new(new FetchOutcome.Failed(failure, "broken", status, retryAfter));

    private static Source After(Source source, PollResult result) => source with { State = PollRules.After(source, result, Now, NoJitter) };

    private static Source Seen(Source source) => source with { State = source.State with { Seen = SeenEntries.Empty.With([("1", "a"), ("2", "b")]) } };

    private static TimeSpan Wait(Source source, PollResult result) => PollRules.After(source, result, Now, NoJitter).NextPollAt - Now;
}
