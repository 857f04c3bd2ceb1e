using Alerts.Core.Knowledge;
using Alerts.Core.Matching.Cues;
using Alerts.Core.Matching;

namespace Alerts.Core.Stories.Claims;

/// <summary>One sentence of an article with what was found in it: the reading's mentions and the words that claims are made with.</summary>
/// <param name="Text">The whole field; offsets are into it.</param>
/// <param name="IsLead">Of the title, the summary or the first sentences of the text.</param>
internal sealed record ClaimSentence(ArticleField Field, string Text, int Start, int End, bool IsLead, IReadOnlyList<Mention> Mentions, IReadOnlyList<Cue> Cues)
{
    public string Words => Text[Start..End];

    public bool HasDeed => Mentions.Any(IsDeed);

    public bool Has(string cue) => Cues.Any(found => found.Id == cue);

    public bool Names(string victim) => Mentions.Any(mention => mention.Kind == Kinds.Victim && mention.Name == victim);

    /// <summary>Speaks of somebody else's loss.</summary>
    public bool IsOfAnother(string? victim) => victim is not null && !Names(victim) && Mentions.Any(mention => mention.Kind == Kinds.Victim);

    /// <summary>Characters to the nearest word of theft or loss; null where there is none.</summary>
    public int? ToDeed(int start, int end)
    {
        var distances = Mentions.Where(IsDeed).Select(mention => Math.Max(0, Math.Max(mention.Start - end, start - mention.End))).ToList();
        return distances.Count == 0 ? null : distances.Min();
    }

    public Quote Quote(int start, int length) => Claims.Quote.Of(Text, start, length, Start, End);

    public Quote Quote(Cue cue) => Quote(cue.Start, cue.End - cue.Start);

    private static bool IsDeed(Mention mention) => mention.Kind is Kinds.Theft or Kinds.Loss or Kinds.Attack;
}
