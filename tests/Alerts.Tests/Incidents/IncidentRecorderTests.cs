using Alerts.Core.Articles;
using Alerts.Core.Hits;
using Alerts.Core.Incidents;
using Alerts.Core.Matching;
using Alerts.Core.Messaging;
using Alerts.Core.Sources;
using Alerts.Core.Stories;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Incidents;

public sealed class IncidentRecorderTests
{
    private static readonly ArticleMatcher Matcher = ArticleMatcher.BuiltIn();

    private readonly Counting store = new();
    private readonly MemoryStoryStore stories = new();
    private readonly StoryJoiner joiner;

    public IncidentRecorderTests() => joiner = new StoryJoiner(stories);

    [Fact]
    public async Task Nobitex_is_one_incident_with_a_range_and_a_history()
    {
        var at = new DateTimeOffset(2025, 6, 18, 8, 0, 0, TimeSpan.Zero);
        await TellAsync("a", "Hackers steal $48.6 million from Iranian exchange Nobitex", at);
        await TellAsync("b", "Nobitex hack: crypto exchange lost $73 million, says ZachXBT", at.AddHours(4));
        await TellAsync("c", "Losses of the hacked exchange Nobitex rise to $81.7 million", at.AddHours(9));
        await TellAsync("d", "Hackers drained more than $90 million from the exchange Nobitex", at.AddHours(20));

        var incident = (await store.GetAsync("nobitex-2025-06", CancellationToken.None))!;
        var facts = incident.Facts();

        Assert.Equal((48_600_000m, 100_000_000m), (facts.AmountUsdLow, facts.AmountUsdHigh));
        Assert.Equal(["$48.6 million", "$73 million", "$81.7 million", "$90 million"], IncidentHistory.Of(incident.Claims).Where(change => change.Fact == "amount").Select(change => change.To).TakeLast(4));
    }

    [Fact]
    public async Task A_batch_costs_one_read_and_one_write_an_incident_and_a_repeat_one_read()
    {
        var at = new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);
        var readings = Enumerable.Range(1, 8).Select(number => Read($"a{number}", "Hackers stole $70 million from the crypto exchange Phemex", at, $"Publisher {number}")).ToList();
        var joins = await joiner.JoinAsync(readings, CancellationToken.None);

        await new IncidentRecorder(store).RecordAsync(readings, joins, CancellationToken.None);
        Assert.Equal((1, 1), (store.Reads, store.Writes));

        await new IncidentRecorder(store).RecordAsync(readings, joins, CancellationToken.None);
        Assert.Equal((2, 1), (store.Reads, store.Writes));
    }

    [Fact]
    public async Task Whoever_disagrees_on_who_did_it_is_shown()
    {
        var at = new DateTimeOffset(2025, 2, 26, 8, 0, 0, TimeSpan.Zero);
        await TellAsync("a", "FBI says TraderTraitor was responsible for the $1.5 billion Bybit hack", at);
        await TellAsync("b", "Taylor Monahan: the $1.5 billion Bybit hack was not the work of Lazarus Group", at.AddHours(1));

        var incident = (await store.GetAsync("bybit-2025-02", CancellationToken.None))!;

        Assert.Contains("Taylor Monahan: not Lazarus Group", Disagreements.Of(incident.Facts()));
        Assert.Contains(Disagreements.Of(incident.Facts()), line => line.StartsWith("FBI", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stories_that_an_operator_makes_one_are_of_one_incident_and_what_is_split_off_takes_its_claims_along()
    {
        var at = new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);
        var edits = new StoryEdits(new StoryEditor(stories), stories, new IncidentRecorder(store), new MemoryHitStore());
        var one = await TellAsync("a", "Hackers stole $7 million from the crypto exchange Ridgeway", at);
        var two = await TellAsync("b", "Hackers stole $8.5 million from the crypto exchange Northgate", at.AddHours(2));

        await edits.MergeAsync(two.Id, one.Id, CancellationToken.None);
        await edits.MergeAsync(two.Id, one.Id, CancellationToken.None);
        var merged = (await store.FindAsync(two.IncidentId!, CancellationToken.None))!;

        Assert.Equal((one.IncidentId, 8_500_000m), (merged.Id, merged.Facts().AmountUsdHigh));
        Assert.Equal([one.IncidentId], (await store.ListAsync(10, null, CancellationToken.None)).Items.Select(incident => incident.Id));

        var apart = Assert.IsType<StoryEdit.Done>(await edits.SplitAsync(one.Id, "b", null, CancellationToken.None)).Story;
        var (left, own) = ((await store.GetAsync(one.IncidentId!, CancellationToken.None))!, (await store.GetAsync(apart.IncidentId!, CancellationToken.None))!);

        Assert.Equal((7_000_000m, 8_500_000m, "Northgate"), (left.Facts().AmountUsdHigh, own.Facts().AmountUsd, own.Name));
    }

    [Fact]
    public async Task A_story_found_to_be_of_a_known_theft_leaves_no_second_incident_behind()
    {
        var at = new DateTimeOffset(2025, 1, 23, 8, 0, 0, TimeSpan.Zero);
        var story = await TellAsync("a", "Crypto exchange Phemex hacked", at.AddDays(-3));
        var known = await TellAsync("b", "Crypto exchange Phemex hacked, $70 million gone", at);

        Assert.Equal(story.Id, known.Id);
        Assert.Equal("phemex-2025-01", known.IncidentId);
        Assert.Equal(["phemex-2025-01"], (await store.ListAsync(10, null, CancellationToken.None)).Items.Select(incident => incident.Id));
        Assert.Equal("phemex-2025-01", (await store.FindAsync(story.IncidentId!, CancellationToken.None))!.Id);
        var followed = await TellAsync("c", "Crypto exchange Phemex recovers $2 million of stolen funds", at.AddDays(20));
        Assert.Contains(followed.Id, (await store.GetAsync("phemex-2025-01", CancellationToken.None))!.Stories.Select(known => known.Id));
    }

    [Fact]
    public async Task What_another_writer_adds_while_two_incidents_become_one_is_kept()
    {
        var at = new DateTimeOffset(2025, 1, 23, 8, 0, 0, TimeSpan.Zero);
        var first = await TellAsync("a", "Crypto exchange Phemex hacked", at.AddDays(-3));
        var beside = Read("x", "Crypto exchange Phemex hacked, says ZachXBT", at.AddHours(-1), "Press x");
        store.BeforeWriteOf("phemex-2025-01", () => new IncidentRecorder(store).RecordAsync(
            [beside], [new StoryJoin("x", first, Opened: false, "")], CancellationToken.None));

        await TellAsync("b", "Crypto exchange Phemex hacked, $70 million gone", at);

        var known = (await store.GetAsync("phemex-2025-01", CancellationToken.None))!;
        Assert.Contains("x", known.Claims.Sources.Select(source => source.ArticleId));
        Assert.Contains("a", known.Claims.Sources.Select(source => source.ArticleId));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Two_incidents_become_one_whichever_write_was_the_last_before_a_crash(int write)
    {
        var at = new DateTimeOffset(2025, 1, 23, 8, 0, 0, TimeSpan.Zero);
        var first = await TellAsync("a", "Crypto exchange Phemex hacked", at.AddDays(-3));
        List<ArticleReading> readings = [Read("b", "Crypto exchange Phemex hacked, $70 million gone", at, "Press b")];
        var joins = await joiner.JoinAsync(readings, CancellationToken.None);

        store.CrashAfter(write);
        var crashed = await Record.ExceptionAsync(() => new IncidentRecorder(store).RecordAsync(readings, joins, CancellationToken.None));
        store.CrashAfter(int.MaxValue);
        await new IncidentRecorder(store).RecordAsync(readings, joins, CancellationToken.None);
        var writes = store.Writes;
        await new IncidentRecorder(store).ForgetAsync(joins[0].Story, "a", CancellationToken.None);
        await new IncidentRecorder(store).RecordAsync(readings, joins, CancellationToken.None);

        Assert.IsType<IOException>(crashed);
        var known = (await store.FindAsync(first.IncidentId!, CancellationToken.None))!;
        Assert.Equal(("phemex-2025-01", true), (known.Id, known.Stories.Any(story => story.Id == first.Id)));
        // Taken back after the merge: no repeat brings it in again.
        Assert.DoesNotContain("a", known.Claims.Sources.Select(source => source.ArticleId));
        Assert.Equal(writes + 1, store.Writes);
    }

    [Fact]
    public async Task What_a_publisher_takes_back_is_claimed_no_more_and_a_theft_that_nobody_else_tells_of_is_listed_no_more()
    {
        var at = new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);
        var story = await TellAsync("a", "Hackers stole $7 million from the crypto exchange Ridgeway", at);
        story = await TellAsync("b", "Crypto exchange Ridgeway hacked: $8.5 million stolen", at.AddHours(2));

        await TakeBackAsync("b", story);
        var facts = (await store.GetAsync(story.IncidentId!, CancellationToken.None))!.Facts();
        await TakeBackAsync("a", story);

        Assert.Equal((7_000_000m, 7_000_000m), (facts.AmountUsd, facts.AmountUsdHigh));
        Assert.Empty((await store.ListAsync(10, null, CancellationToken.None)).Items);
    }

    [Fact]
    public async Task The_correction_of_a_follow_up_takes_only_its_own_claims_along_and_can_be_corrected_back()
    {
        var at = new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);
        var theft = await TellAsync("a", "Hackers stole $45 million from the crypto exchange Ridgeway", at);
        var followed = await TellAsync("b", "Crypto exchange Ridgeway recovers $2 million of stolen funds", at.AddDays(9));
        Assert.Equal(theft.IncidentId, followed.IncidentId);

        var other = await ReviseAsync("b", 2, "Crypto exchange Northgate recovers $2 million of stolen funds", at.AddDays(9), followed);
        var (left, own) = (await IncidentAsync(theft.IncidentId!), await IncidentAsync(other.IncidentId!));

        Assert.NotEqual(theft.IncidentId, other.IncidentId);
        Assert.Equal((theft.Id, "a", "Ridgeway"), (Assert.Single(left.Stories).Id, Assert.Single(left.Claims.Sources).ArticleId, left.Name));
        Assert.Equal((other.Id, "b"), (Assert.Single(own.Stories).Id, Assert.Single(own.Claims.Sources).ArticleId));

        var back = await ReviseAsync("b", 3, "Crypto exchange Ridgeway recovers $2 million of stolen funds", at.AddDays(9), other);

        Assert.Equal(theft.IncidentId, back.IncidentId);
        Assert.Equal(["a", "b"], (await IncidentAsync(theft.IncidentId!)).Claims.Sources.Select(source => source.ArticleId));
        Assert.Equal([theft.IncidentId], (await store.ListAsync(10, null, CancellationToken.None)).Items.Select(incident => incident.Id));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_readers_were_told_goes_to_the_incident_that_a_theft_turns_out_to_be_and_to_none_that_a_correction_names(bool isCorrection)
    {
        var at = new DateTimeOffset(2025, 1, 23, 8, 0, 0, TimeSpan.Zero);
        var story = await TellAsync("a", isCorrection ? "Crypto exchange Northgate hacked" : "Crypto exchange Phemex hacked", at.AddDays(-3));
        var open = await IncidentAsync(story.IncidentId!);
        await store.TrySaveAsync(open with { Told = new Dictionary<string, IncidentTold> { ["exchange-hack"] = new("alert", at, story.Severity, open.Facts()) } }, CancellationToken.None);

        var now = isCorrection
            ? await ReviseAsync("a", 2, "Crypto exchange Phemex hacked, $70 million gone", at, story)
            : await TellAsync("b", "Crypto exchange Phemex hacked, $70 million gone", at);

        Assert.Equal("phemex-2025-01", now.IncidentId);
        Assert.Equal(isCorrection ? [] : ["exchange-hack"], (await IncidentAsync("phemex-2025-01")).Told.Keys);
        Assert.Equal(["phemex-2025-01"], (await store.ListAsync(10, null, CancellationToken.None)).Items.Select(incident => incident.Id));
    }

    [Fact]
    public async Task A_correction_that_names_no_victim_any_more_leaves_the_known_theft_that_it_was_put_to()
    {
        var at = new DateTimeOffset(2025, 1, 23, 8, 0, 0, TimeSpan.Zero);
        var story = await TellAsync("a", "Hackers stole $70 million from the crypto exchange Phemex", at);

        var corrected = await ReviseAsync("a", 2, "Hackers stole $70 million from a crypto exchange, police say", at, story);

        Assert.Null(corrected.IncidentId);
        var known = await IncidentAsync("phemex-2025-01");
        Assert.DoesNotContain("a", known.Claims.Sources.Select(source => source.ArticleId));
        Assert.Empty(known.Stories);
        Assert.Null(known.MergedInto);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_operator_finds_the_incident_that_a_storys_own_was_merged_into(bool merges)
    {
        var at = new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);
        var edits = new StoryEdits(new StoryEditor(stories), stories, new IncidentRecorder(store), new MemoryHitStore());
        var one = await TellAsync("a", "Hackers stole $7 million from the crypto exchange Ridgeway", at);
        var two = await TellAsync("b", "Hackers stole $8.5 million from the crypto exchange Northgate", at.AddHours(2));
        await edits.MergeAsync(one.Id, two.Id, CancellationToken.None);
        var followed = await TellAsync("c", "Crypto exchange Ridgeway recovers $2 million of stolen funds", at.AddDays(9));
        await TellAsync("d", "Crypto exchange Ridgeway: $2.2 million of stolen funds recovered", at.AddDays(9).AddHours(1));
        var incident = await IncidentAsync(followed.IncidentId!);
        Assert.Equal((two.IncidentId, one.IncidentId), (incident.Id, followed.IncidentId));

        if (merges)
        {
            await edits.MergeAsync(two.Id, followed.Id, CancellationToken.None);
        }
        else
        {
            Assert.IsType<StoryEdit.Done>(await edits.SplitAsync(followed.Id, "d", null, CancellationToken.None));
        }

        incident = await IncidentAsync(incident.Id);
        Assert.Equal(merges ? ["a", "b", "c", "d"] : ["a", "b", "c"], incident.Claims.Sources.Select(source => source.ArticleId));
        Assert.Equal(merges ? [followed.Id] : [two.Id, followed.Id], incident.Stories.Select(story => story.Id));
    }

    [Fact]
    public async Task What_was_of_no_incident_comes_to_that_of_the_story_it_is_merged_into()
    {
        var at = new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);
        var edits = new StoryEdits(new StoryEditor(stories), stories, new IncidentRecorder(store), new MemoryHitStore());
        var theft = await TellAsync("a", "Hackers stole $7 million from the crypto exchange Ridgeway", at);
        var unnamed = await TellAsync("b", "Hackers stole $8.5 million from a crypto exchange, police say", at.AddHours(2));
        Assert.Null(unnamed.IncidentId);

        await edits.MergeAsync(unnamed.Id, theft.Id, CancellationToken.None);

        Assert.Equal(["a", "b"], (await IncidentAsync(theft.IncidentId!)).Claims.Sources.Select(source => source.ArticleId));
    }

    [Theory]
    [InlineData("Bybit, Phemex and BTCTurk: the crypto exchanges hacked in 2025")]
    [InlineData("From Bybit to Phemex and BTCTurk, exchange hacks cost $1.6 billion this year")]
    public async Task A_round_up_of_several_thefts_is_no_new_incident(string title)
    {
        var story = await TellAsync("a", title, new DateTimeOffset(2025, 12, 20, 8, 0, 0, TimeSpan.Zero));
        Assert.Null(story.IncidentId);
        Assert.Equal((0, 0), (store.Reads, store.Writes));
    }

    [Fact]
    public void Every_known_theft_ships_as_an_incident_with_its_facts()
    {
        Assert.True(ShippedIncidents.All.Count >= 54);
        Assert.All(ShippedIncidents.All, incident => Assert.NotEmpty(incident.Claims.Claims));
        var upbit = ShippedIncidents.All.Where(incident => incident.Name == "Upbit").ToList();
        Assert.Equal(["2019-11-27", "2025-11-27"], upbit.Select(incident => incident.Facts().Date).Order());
        Assert.Equal("official (FBI PSA 2025-02-26: TraderTraitor, Lazarus Group)", ShippedIncidents.Find("bybit-2025-02")!.Facts().AttributionText);
        Assert.NotEmpty(Disagreements.Of(ShippedIncidents.Find("playdapp-2024-02")!.Facts()));
        Assert.Equal(["MSMT report: North Korea", "tayvano: not North Korea"], Disagreements.Of(ShippedIncidents.Find("uwu-lend-2024-06")!.Facts()));
    }

    private async Task<Story> TellAsync(string id, string title, DateTimeOffset at)
    {
        List<ArticleReading> readings = [Read(id, title, at, "Press " + id)];
        var joins = await joiner.JoinAsync(readings, CancellationToken.None);
        await new IncidentRecorder(store).RecordAsync(readings, joins, CancellationToken.None);
        return joins[0].Story;
    }

    private async Task<Incident> IncidentAsync(string id) => (await store.FindAsync(id, CancellationToken.None))!;

    private async Task<Story> ReviseAsync(string id, int revision, string title, DateTimeOffset at, Story story)
    {
        var before = Read(id, title, at, "Press " + id);
        List<ArticleReading> readings = [Matcher.Read(before.Article with { Revision = revision, StoryId = story.Id })];
        var joins = await joiner.JoinAsync(readings, CancellationToken.None);
        await new IncidentRecorder(store).RecordAsync(readings, joins, CancellationToken.None);
        return joins[0].Story;
    }

    private async Task TakeBackAsync(string id, Story story)
    {
        var article = Read(id, "Correction", story.FirstSeenAt, "Press " + id).Article with { Revision = 2, StoryId = story.Id };
        var left = (await joiner.WithdrawAsync(article, CancellationToken.None))!;
        await new IncidentRecorder(store).ForgetAsync(left, id, CancellationToken.None);
    }

    private static ArticleReading Read(string id, string title, DateTimeOffset at, string publisher) => Matcher.Read(new Article
    {
        Id = id,
        Url = "https://press.example/" + id,
        Title = title,
        Language = "en",
        PublishedAt = at,
        FirstSeenAt = at,
        SourceId = "s",
        Publisher = publisher,
        Tier = SourceTier.Trade,
    });

    private sealed class Counting : IIncidentStore
    {
        private readonly MemoryIncidentStore inner = new();
        private (string Id, Func<Task> Act)? beforeWrite;
        private int left = int.MaxValue;

        public int Reads { get; private set; }

        public int Writes { get; private set; }

        public Task<Incident?> GetAsync(string id, CancellationToken cancellationToken)
        {
            Reads++;
            return inner.GetAsync(id, cancellationToken);
        }

        public async Task<Incident?> TrySaveAsync(Incident incident, CancellationToken cancellationToken)
        {
            if (beforeWrite is { } other && other.Id == incident.Id)
            {
                beforeWrite = null;
                await other.Act();
            }

            Writes++;
            var saved = await inner.TrySaveAsync(incident, cancellationToken);
            return --left == 0 ? throw new IOException("The instance was stopped.") : saved;
        }

        public void BeforeWriteOf(string id, Func<Task> act) => beforeWrite = (id, act);

        public void CrashAfter(int writes) => left = writes;

        public Task<Page<Incident>> ListAsync(int take, string? cursor, CancellationToken cancellationToken) => inner.ListAsync(take, cursor, cancellationToken);
    }
}
