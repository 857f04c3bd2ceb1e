using System.Text.RegularExpressions;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching;
using Alerts.Core.Matching.Naming;

namespace Alerts.Core.Stories;

/// <summary>
/// Of those whom an article names as victims, the one whose loss is its news: in the headline beside the deed, and not where it serves for comparison
/// ("the largest since Ronin"). None where the headline lists several, or where a text without one in its headline does.
/// </summary>
internal static partial class MainVictim
{
    private const int Many = 3;
    private const int Comparison = 14;
    private const int NextClause = 30;

    private static readonly string[] s_comparedBefore = [NameCues.ComparedBefore, NameCues.After];

    public static string? Of(ArticleReading reading, Protagonists whom)
    {
        var titled = new ProtagonistFinder(reading).VictimMentions.FindAll(mention => mention.Field == ArticleField.Title);
        var compared = titled.Where(mention => IsCompared(reading.Surroundings, mention)).Select(mention => mention.Name).ToHashSet(StringComparer.Ordinal);
        var names = titled.Select(mention => mention.Name).Distinct().ToList();
        if (names.Exists(whom.Victims.Contains)) names.RemoveAll(name => !whom.Victims.Contains(name));
        else if (whom.Victims.Count == 0) return null;
        if (names.Count > 1) names.RemoveAll(compared.Contains);
        if (names.Count > 1 && titled.Find(mention => IsSubject(reading.Article.Title, mention) && names.Contains(mention.Name)) is { } subject) return subject.Name;
        if (names.Count >= Many) return null;
        if (names.Count == 1) return names[0];
        if (names.Count > 1 && AreJoined(reading.Article.Title, titled.FindAll(mention => names.Contains(mention.Name)))) return titled.Find(mention => names.Contains(mention.Name))!.Name;
        if (names.Count > 1) return Nearest(reading, titled.FindAll(mention => names.Contains(mention.Name)));
        if (whom.Victims.FirstOrDefault(name => reading.Article.Title.Contains(name, StringComparison.OrdinalIgnoreCase)) is { } written) return written;
        return whom.Victims.Count > Many || AreExamples(reading, whom) ? null : whom.Victims is [var first, ..] ? first : null;
    }

    /// <summary>A headline without a victim above a text that names one only as an example.</summary>
    private static bool AreExamples(ArticleReading reading, Protagonists whom)
    {
        var named = reading.Mentions.Where(mention => mention.Kind == Kinds.Victim && whom.Victims.Contains(mention.Name)).ToList();
        return named.Count > 0 && named.TrueForAll(mention => OtherTimes.IsExample(reading.Surroundings, mention));
    }

    /// <summary>"X: how it was done" is about X.</summary>
    private static bool IsSubject(string title, Mention mention) => mention.Start == 0 && Colon().IsMatch(title[mention.Length..]);

    /// <summary>"A and B": robbed together, they are told under the first.</summary>
    private static bool AreJoined(string title, List<Mention> named)
    {
        var (from, to) = (named[0].End, named[^1].Start);
        return from <= to && named.Select(mention => mention.Concept).Distinct().Count() == 2 && Joint().IsMatch(title[from..to]);
    }

    private static string Nearest(ArticleReading reading, List<Mention> titled)
    {
        var deeds = reading.Mentions.Where(mention => mention.Field == ArticleField.Title && ProtagonistFinder.IsDeed(mention)).ToList();
        // Where the verb comes last, who stands after it begins the next clause.
        var isVerbLast = reading.Language is "ko" or "ja";
        var title = reading.Article.Title;
        return titled.MinBy(mention => deeds.Count == 0 ? 0 : deeds.Min(deed => deed.Start >= mention.Start
            ? deed.Start - mention.End + Apart(mention.End, deed.Start)
            : mention.Start - deed.End + (isVerbLast ? NextClause : 0) + Apart(deed.End, mention.Start)))!.Name;

        int Apart(int from, int to) => to > from && ClauseEnd().IsMatch(title[from..to]) ? NextClause : 0;
    }

    /// <summary>"The largest since Ronin", "Bybit’s record"; in Korean the comparison is an ending.</summary>
    private static bool IsCompared(NameSurroundings around, Mention mention)
    {
        var end = mention.End;
        return s_comparedBefore.Any(cue => around.Before(mention, cue, Comparison).Any(gap => Article().IsMatch(gap)))
            || around.After(mention, NameCues.SinceIt, Comparison).Any(string.IsNullOrWhiteSpace)
            || around.After(mention, NameCues.ComparedAfter, Comparison).Any(gap => Owned().IsMatch(gap))
            || KoreanComparison().IsMatch(around.TextOf(mention.Field)[end..]);
    }

    [GeneratedRegex(@"[.;:!?]\s|[。；：！？…]|\s(?:as|while|während|alors\sque|mientras|mentre|enquanto)\s")]
    private static partial Regex ClauseEnd();

    [GeneratedRegex(@"^\s?[:：]")]
    private static partial Regex Colon();

    [GeneratedRegex(@"^\s?(?:and|und|et|y|e|и|&|,|、|·|와|과|と|和)\s?$")]
    private static partial Regex Joint();

    [GeneratedRegex(@"^\s?(?:\p{Ll}{2,3}\s)?$")]
    private static partial Regex Article();

    [GeneratedRegex(@"^\s?$|^[’']s?\s$")]
    private static partial Regex Owned();

    [GeneratedRegex("^(?:보다|처럼)")]
    private static partial Regex KoreanComparison();
}
