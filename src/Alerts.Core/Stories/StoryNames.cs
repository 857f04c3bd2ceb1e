using Alerts.Core.Knowledge;
using Alerts.Core.Matching;
using Alerts.Core.Matching.Naming;
using Alerts.Core.Stories.Amounts;
using Alerts.Core.Stories.Claims;

namespace Alerts.Core.Stories;

/// <summary>The names and sums in an article's head by which another telling of the same event is known: people, places, authorities, analysts.</summary>
internal static class StoryNames
{
    private const int MaxNames = 24;
    private const int MaxSums = 6;
    private const int MinLength = 3;
    private const decimal Least = 10_000;
    private const decimal Most = 100_000_000_000;

    public static IReadOnlyList<string> Of(StoryHead head, Protagonists whom, string? main)
    {
        var reading = head.Reading;
        var concepts = reading.Mentions
            .Where(mention => (mention.Field == ArticleField.Title || mention.Start < StoryHead.Length) && (mention.Kind is Kinds.Authority or Kinds.Victim or Kinds.Country or Kinds.Agency or Kinds.Person or Kinds.Campaign or Kinds.Malware or Kinds.State || Mixers.IsMixer(mention) || Offices.IsOffice(mention)))
            .Select(NameOf)
            .Concat(reading.Mentions.Where(mention => mention.Kind == Kinds.Analyst).Select(NameOf));
        var own = whom.Victims.Concat(whom.Actors).SelectMany(name => name.Split(' ')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var text = reading.Article.Text;
        var words = reading.Language == "de" ? [] : NameTokens.Of(text, ArticleField.Text, reading.Mentions, StoryHead.Length)
            .Where(token => token is { IsCapital: true, Starts: false, Known: null } && token.Word.Length >= MinLength && !NameWords.Common.Contains(token.Word) && !own.Contains(token.Word) && char.IsLetter(token.Word[0]))
            .Select(token => token.Word);
        var coined = NameTokens.Of(reading.Article.Title, ArticleField.Title, reading.Mentions, StoryHead.Length).Where(token => token is { IsCoined: true, Known: null } && !NameWords.Common.Contains(token.Word) && !own.Contains(token.Word)).Select(token => token.Word);
        if (main is not null) own.Add(main);
        return [.. concepts.Where(name => name != main).Concat(coined).Concat(words).Distinct(StringComparer.OrdinalIgnoreCase).Take(MaxNames)];
    }

    public static bool IsTool(Mention mention) => mention.Kind is Kinds.Malware or Kinds.Campaign;

    /// <summary>One name for all written forms.</summary>
    public static string NameOf(Mention mention) =>
        mention.Kind is Kinds.Response or Kinds.Analyst || Offices.IsOffice(mention) ? ClaimVocabulary.NameOf(mention.Alias) : mention.Name;

    public static IReadOnlyList<decimal> SumsOf(StoryHead head, Amount? main)
    {
        var sums = head.Sums.Where(amount => !amount.IsToken).SelectMany(amount => amount.IsRange ? [amount.Usd, amount.UsdLow, amount.UsdHigh] : new[] { amount.Usd }).OfType<decimal>();
        return [.. (main?.Usd is { } first ? sums.Prepend(first) : sums).Where(sum => sum is >= Least and <= Most).Distinct().Take(MaxSums)];
    }
}
