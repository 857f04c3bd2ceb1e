using System.Buffers;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching;
using Alerts.Core.Matching.Cues;
using Alerts.Core.Matching.Reading;

namespace Alerts.Core.Stories.Amounts;

/// <summary>What stands around the sums of one field: deeds, what became of the loot, rewards, and words that make another sum of it.</summary>
internal sealed class SumSurroundings
{
    /// <summary>From a verb to the sum that it takes.</summary>
    private const int VerbBefore = 16;

    /// <summary>From a sum to its verb, where the verb comes last.</summary>
    private const int VerbAfter = 6;

    /// <summary>"$12 million of the loot frozen".</summary>
    private const int Participle = 28;

    /// <summary>From a sum to the reward that it is.</summary>
    private const int Attached = 14;

    /// <summary>From a sum to a word that makes it another one than the loss.</summary>
    private const int Around = 24;

    /// <summary>From a level ("below", "slips to") to the price that it is of.</summary>
    private const int Level = 12;

    /// <summary>No coin has ever been quoted at as much, not even by a manipulated quote.</summary>
    private const decimal HighestPrice = 400_000;

    private static readonly SearchValues<char> s_clauseEnds = SearchValues.Create(",;:.!?、，。；：");

    private static readonly SearchValues<char> s_sentenceEnds = SearchValues.Create(".。\n");

    private readonly List<(int Start, int End)> _answers;
    private readonly List<(int Start, int End)> _rewards;
    private readonly IReadOnlyList<Cue> _cues;

    private SumSurroundings(string text, ArticleField field, List<Deed> deeds, List<(int Start, int End)> answers, List<(int Start, int End)> rewards, IReadOnlyList<Cue> cues)
    {
        (Text, Field, Deeds) = (text, field, deeds);
        (_answers, _rewards, _cues) = (answers, rewards, cues);
    }

    public string Text { get; }

    public ArticleField Field { get; }

    /// <summary>Where words of theft and loss stand.</summary>
    public IReadOnlyList<Deed> Deeds { get; }

    /// <param name="text">As much of the field as is read.</param>
    public static SumSurroundings Of(Headline headline, ArticleField field, string text)
    {
        var mentions = headline.Reading.Mentions.Where(mention => mention.Field == field && mention.End <= text.Length).ToList();
        var answers = PlacesOf(mentions.Where(mention => mention.Concept is "freeze-recovery" or "bounty" or "compensation" or "laundering"));
        if (field == ArticleField.Title) answers = [.. answers, .. headline.GivingBack, .. headline.CuesOf(HeadlineCues.Moves).Select(cue => (cue.Start, cue.End))];
        return new(
            text, field, [.. mentions.Where(mention => mention.Kind is Kinds.Theft or Kinds.Loss).Select(Deed.Of)], answers,
            PlacesOf(mentions.Where(mention => mention.Concept == "bounty")), SumCues.In(headline.Reading, text));
    }

    /// <summary>One of <see cref="SumCues"/> stands there.</summary>
    public bool Says(string id, int from, int to) => _cues.Any(cue => cue.Id == id && cue.Start >= from && cue.End <= to);

    /// <summary>A total, a volume, a price: only the sentence that a sum stands in speaks of it.</summary>
    public bool IsOther(Amount amount)
    {
        var end = amount.End;
        var (from, to) = (Math.Max(0, amount.Start - Around), Math.Min(Text.Length, end + Around));
        var before = Text.AsSpan(from, amount.Start - from);
        if (before.LastIndexOfAny(s_sentenceEnds) is >= 0 and var stop && stop + 1 < before.Length && !char.IsAsciiDigit(before[stop + 1])) from += stop + 1;
        if (Text.AsSpan(end, to - end).IndexOfAny(s_sentenceEnds) is >= 0 and var next) to = end + next;
        return Says(SumCues.OtherSum, from, to);
    }

    /// <summary>
    /// "Returns $19 million stolen from …", "$12 million frozen": what a verb of giving back, freezing, washing or moving takes is a part of the loot;
    /// "reclaims the stolen $1.5 billion" takes the loot itself.
    /// </summary>
    public bool IsPart(Amount amount) => _answers.Exists(answer => IsObject(amount, answer.Start, answer.End)
        && !Deeds.Any(deed => (deed.Start >= answer.End && deed.Start < amount.Start) || (deed.Start >= amount.Start && deed.Start < answer.Start)));

    /// <summary>"A heist of some $620 million", "stole about $2 billion of", "610-Millionen-Dollar-Hack": the sum of the deed itself.</summary>
    public bool IsTaken(Amount amount) => Deeds.Any(deed =>
        (deed.End <= amount.Start && amount.Start - deed.End <= VerbBefore && IsOneClause(deed.End, amount.Start)) || (deed.IsName && Follows(amount, deed)));

    /// <summary>"$97 million lost in", "19 Mio. gestohlener Dollar".</summary>
    public bool IsLoot(Amount amount) => Deeds.Any(deed => Follows(amount, deed));

    /// <summary>"$162 million of the $223 million": a part of another sum.</summary>
    public bool IsOfAnother(Amount amount)
    {
        var word = AmountReader.WordAt(Text, amount.End, out var at);
        if (!AmountWords.Whole.Of.Contains(word)) return false;
        var next = AmountReader.WordAt(Text, at + word.Length, out var from);
        if (AmountWords.Whole.Before.Contains(next)) at = from + next.Length;
        else at += word.Length;
        var sum = Text.AsSpan(at).TrimStart();
        return sum.StartsWith("US$", StringComparison.Ordinal) || (sum.Length > 0 && (WrittenDigits.IsDigit(sum[0]) || AmountWords.Sign(sum[0], "") is not null));
    }

    /// <summary>"Bitcoin slips below $90,000".</summary>
    public bool IsPrice(Amount amount) => amount is { IsToken: false, Usd: < HighestPrice } && Says(SumCues.Level, amount.Start - Level, amount.Start);

    /// <summary>"A $1 million bounty", "a reward of up to $5 million": what is promised for the loot is never the loot.</summary>
    public bool IsReward(Amount amount) => _rewards.Exists(reward =>
    {
        var (from, to) = amount.Start < reward.Start ? (amount.End, reward.Start) : (reward.End, amount.Start);
        return to >= from && to - from <= Attached && !Text.AsSpan(from, to - from).ContainsAny(s_clauseEnds) && !Text.AsSpan(from, to - from).ContainsAnyInRange('0', '9');
    });

    private bool IsObject(Amount amount, int start, int end)
    {
        var sum = amount.End;
        var (before, after) = (amount.Start - end, start - sum);
        if (Scripts.IsUnspaced(Text[start])) return after is >= 0 and <= VerbAfter;
        return before is >= 0 and <= VerbBefore || (after is >= 0 and <= Participle && IsOneClause(sum, start));
    }

    private static bool Follows(Amount amount, Deed deed) => deed.Start - amount.Start - amount.Length is 0 or 1;

    private bool IsOneClause(int from, int to) => !Text.AsSpan(from, to - from).ContainsAny(s_clauseEnds);

    private static List<(int Start, int End)> PlacesOf(IEnumerable<Mention> mentions) => [.. mentions.Select(mention => (mention.Start, mention.End))];

    /// <param name="IsName">A hack or an exploit, which a sum may be a part of the name of: "the $610 million hack".</param>
    public readonly record struct Deed(int Start, int End, bool IsName)
    {
        public static Deed Of(Mention mention) => new(mention.Start, mention.End, mention.Concept is "hack" or "exploit");
    }
}
