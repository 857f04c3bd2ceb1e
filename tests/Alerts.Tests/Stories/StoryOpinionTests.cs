using Alerts.Core.Matching;
using Alerts.Core.Stories;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Stories;

public sealed class StoryOpinionTests
{
    private const int Undated = PressArticle.Undated;

    private const string Theft = "Hackers stole $28 million from the crypto exchange Deribit";
    private const string TheftText = "John Jansen of Deribit in Panama says that reserves cover the loss. Police in Amsterdam were told.";
    private const string Arrest = "Police in Amsterdam arrest a hacker who emptied wallets of the crypto exchange Deribit";
    private const string ArrestText = "John Jansen of the exchange in Panama thanked them.";

    /// <summary>Whatever signs hold: what forbids a join is left to show.</summary>
    private static readonly StoryOpinion Certain = new(10, new Dictionary<string, double>());

    private static readonly StoryOpinion Doubtful = new(-10, new Dictionary<string, double>());

    /// <summary>Each beside a pair that has everything but the one mark that forbids it.</summary>
    [Theory]
    // Two victims, neither in the other's news.
    [InlineData(Undated, "Hackers stole $30 million from the crypto exchange BingX", Undated, "Hackers stole $30 million from the crypto exchange Phemex", false)]
    [InlineData(Undated, "Hackers stole $30 million from the crypto exchange BingX", Undated, "Hackers stole $30 million from the crypto exchange BingX, once more", true)]
    // Two known thefts of one victim.
    [InlineData(Undated, "Hackers stole $570 million in crypto from the BSC Token Hub bridge of Binance in 2022", Undated, "Hackers stole 7,000 bitcoin worth $41 million from the crypto exchange Binance in 2019", false)]
    // Two numbers of one token.
    [InlineData(Undated, "Hackers stole 46,000 bitcoin from the crypto exchange Bitcoinica", Undated, "Hackers stole 18,547 bitcoin from the crypto exchange Bitcoinica", false)]
    [InlineData(Undated, "Hackers stole 46,000 bitcoin from the crypto exchange Bitcoinica", Undated, "Hackers stole 46,100 bitcoin from the crypto exchange Bitcoinica", true)]
    // Another step, on another day.
    [InlineData(0, "Hackers stole $70 million from the crypto exchange Phemex", 2, "Phemex offers a bounty of $7 million for the crypto that was stolen", false)]
    [InlineData(0, "Hackers stole $70 million from the crypto exchange Phemex", 0, "Phemex offers a bounty of $7 million for the crypto that was stolen", true)]
    // Another sum, after the first days.
    [InlineData(0, "Hackers stole $70 million from the crypto exchange Phemex", 3, "Hackers stole $700 million from the crypto exchange Phemex", false)]
    [InlineData(0, "Hackers stole $70 million from the crypto exchange Phemex", 1, "Hackers stole $700 million from the crypto exchange Phemex", true)]
    // Two who blame, on two days; an authority's word, and an analyst's.
    [InlineData(0, "ZachXBT blames Lazarus Group for the crypto theft from Phemex", 3, "Chainalysis blames Lazarus Group for the crypto theft from Phemex", false)]
    [InlineData(0, "ZachXBT blames Lazarus Group for the crypto theft from Phemex", 3, "ZachXBT blames Lazarus Group for the crypto theft from Phemex again", true)]
    [InlineData(0, "ZachXBT blames Lazarus Group for the crypto theft from Phemex", 4, "ZachXBT blames Lazarus Group for the crypto theft from Phemex again", false)]
    [InlineData(0, "Elliptic blames Lazarus Group for the crypto theft from Phemex", 1, "FBI blames Lazarus Group for the crypto theft from Phemex", false)]
    // What tells no single event.
    [InlineData(0, "Hackers stole $70 million from the crypto exchange Phemex", 0, "Opinion: what the hack of the crypto exchange Phemex teaches us", false)]
    // Another time.
    [InlineData(0, "Hackers stole crypto from the exchange Phemex", 30, "Hackers stole crypto from the exchange Phemex again", false)]
    public void What_is_forbidden_is_not_joined_however_likely(int day, string title, int otherDay, string otherTitle, bool mayJoin) =>
        Assert.Equal(mayJoin, Certain.Of(NewsEvent.Of(Read("two", otherDay, otherTitle)), Story(day, title)) is not null);

    [Fact]
    public void Signs_are_summed_as_log_odds_and_the_weightiest_are_shown()
    {
        var opinion = new StoryOpinion(-2, new Dictionary<string, double> { ["the same victim"] = 3, ["both Theft"] = -0.5, ["the same step"] = 1, ["two victims"] = 9 });
        var likely = opinion.Of(NewsEvent.Of(Read("two", Undated, "Crypto exchange Phemex hacked")), Story(Undated, "Hackers stole crypto from the exchange Phemex"));

        Assert.NotNull(likely);
        Assert.Equal(1 / (1 + Math.Exp(-1.5)), likely.Probability, 1e-9);
        Assert.Equal("82 % likely the same event: the same victim +3.0, the same step +1.0, both Theft -0.5, from -2.0 (60 % suffice)", likely.Reason);
    }

    [Fact]
    public void Beyond_the_weightiest_signs_their_number_and_sum_are_shown_and_nothing_is_certain()
    {
        string[] held = ["the same victim", "the same step", "both Theft", "both Theft, the same victim", "no sums", "one of them accuses", "one of a known theft"];
        var opinion = new StoryOpinion(5, StorySigns.All.ToDictionary(sign => sign, sign => held.Contains(sign) ? 1.0 : 0.1));
        var likely = opinion.Of(NewsEvent.Of(Read("two", Undated, "Crypto exchange Phemex hacked")), Story(Undated, "Hackers stole crypto from the exchange Phemex"));

        Assert.Matches(@"^99 % likely the same event: (?:[^,]+(?:, the same victim)? \+1\.0, ){5}\d smaller \+\d\.\d, from 5\.0 \(60 % suffice\)$", likely?.Reason);
    }

    [Theory]
    [InlineData(0.4, false)]
    [InlineData(0.41, true)]
    public void Sixty_percent_suffice(double logOdds, bool joins)
    {
        var opinion = new StoryOpinion(logOdds, new Dictionary<string, double>());
        Assert.Equal(joins, opinion.Of(NewsEvent.Of(Read("two", Undated, "Crypto exchange Phemex hacked")), Story(Undated, "Hackers stole crypto from the exchange Phemex")) is not null);
    }

    [Fact]
    public void A_weight_for_a_sign_that_there_is_not_is_refused() =>
        Assert.Contains("the same house", Assert.Throws<ArgumentException>(() => new StoryOpinion(0, new Dictionary<string, double> { ["the same house"] = 1 })).Message, StringComparison.Ordinal);

    [Fact]
    public async Task It_is_asked_where_the_rules_would_open_a_second_story()
    {
        var alone = await JoinAsync(StoryOpinion.None, (Theft, TheftText), (Arrest, ArrestText));
        var both = await JoinAsync(Certain, (Theft, TheftText), (Arrest, ArrestText));

        Assert.NotEqual(alone[0].Story.Id, alone[1].Story.Id);
        Assert.Equal(both[0].Story.Id, both[1].Story.Id);
        Assert.StartsWith("99 % likely the same event", both[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_rules_join_it_does_not_part()
    {
        var joins = await JoinAsync(Doubtful, ("Hackers stole $70 million from the crypto exchange Phemex", ""), ("Crypto exchange Phemex loses $70 million to hackers", ""));

        Assert.Equal(joins[0].Story.Id, joins[1].Story.Id);
        Assert.EndsWith("50 suffice)", joins[1].Reason, StringComparison.Ordinal);
    }

    /// <summary>With the weights that ship, of pairs that the rules leave apart.</summary>
    [Theory]
    [InlineData("Crypto exchange Deribit reimburses customers after the hack", "John Jansen of Deribit in Panama says that reserves covered the loss of $28 million.", true)]
    [InlineData("Deribit hacker moves stolen crypto", "The hacker of the crypto exchange sent it to a mixer.", false)]
    public async Task What_it_knows_decides(string title, string text, bool isOne)
    {
        var alone = await JoinAsync(StoryOpinion.None, (Theft, TheftText), (title, text));
        var both = await JoinAsync(StoryOpinion.BuiltIn, (Theft, TheftText), (title, text));

        Assert.NotEqual(alone[0].Story.Id, alone[1].Story.Id);
        Assert.Equal(isOne, both[0].Story.Id == both[1].Story.Id);
    }

    /// <summary>The story that it chose is claimed under the title, so whoever meets the same headline meanwhile goes there too, and a repeat after a crash does.</summary>
    [Fact]
    public async Task Copies_and_repeats_follow_it_where_its_first_attempt_died()
    {
        var store = new MemoryStoryStore();
        var first = (await new StoryJoiner(store, Certain).JoinAsync([Read("one", Undated, Theft, TheftText)], Stop))[0];
        var dying = new StoryJoiner(new Interposed(store) { OnClaim = (StoryKeys.Article("two"), () => throw new IOException("The instance was stopped.")) }, Certain);
        await Assert.ThrowsAsync<IOException>(() => dying.JoinAsync([Read("two", Undated, Arrest, ArrestText)], Stop));

        // An instance with the rules alone finds the story by the claim, and not by its own opinion.
        var copy = (await new StoryJoiner(store, StoryOpinion.None).JoinAsync([Read("three", Undated, Arrest)], Stop))[0];
        var repeat = (await new StoryJoiner(store, Certain).JoinAsync([Read("two", Undated, Arrest, ArrestText)], Stop))[0];

        Assert.Equal((first.Story.Id, first.Story.Id), (copy.Story.Id, repeat.Story.Id));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<IReadOnlyList<StoryJoin>> JoinAsync(StoryOpinion opinion, (string Title, string Text) one, (string Title, string Text) other) =>
        await new StoryJoiner(new MemoryStoryStore(), opinion).JoinAsync([Read("one", Undated, one.Title, one.Text), Read("two", Undated, other.Title, other.Text)], Stop);

    private static Story Story(int day, string title) => PressArticle.Story(Read("one", day, title));

    private static ArticleReading Read(string id, int day, string title, string text = "") => PressArticle.Read(id, title, text, day);
}
