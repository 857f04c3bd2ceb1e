using System.Text.RegularExpressions;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching.Cues;
using Found = System.Text.RegularExpressions.Match;

namespace Alerts.Core.Matching.Naming;

/// <summary>
/// Finds those accused whom the knowledge base does not know: groups by how they are introduced ("a group calling itself X", группировка X,
/// 해킹조직 'X'), people beside the verb that accuses them ("charged Ilya Lichtenstein and Heather Morgan", "X was arrested"), and services that are sanctioned.
/// </summary>
internal static partial class ActorNames
{
    private const int Read = 1_500;
    private const int MaxNames = 6;

    /// <summary>Characters between a person and the verb.</summary>
    private const int Near = 48;

    /// <summary>Characters from "got" to the end of "eighteen months".</summary>
    private const int Term = 18;

    /// <summary>Characters from the word for a group to "that calls itself".</summary>
    private const int Introduction = 8;

    private static readonly char[] s_parts = [' ', '-'];

    private static readonly string[] s_before = [NameCues.Accuses, NameCues.CaseAgainst, NameCues.IntroducesAccused, NameCues.People];

    private static readonly string[] s_behind = [NameCues.Accused, NameCues.Accuses, NameCues.Gets];

    public static IReadOnlyList<string> Of(ArticleReading reading)
    {
        var article = reading.Article;
        var head = article.Text.Length > Read ? article.Text[..Read] : article.Text;
        var names = new List<string>();
        foreach (var (field, text) in new[] { (ArticleField.Title, article.Title), (ArticleField.Text, head) })
        {
            var taken = reading.Mentions.Where(mention => mention.Field == field && mention.Kind != Kinds.Cue && mention.Kind != Kinds.Attack).ToList();
            names.AddRange(Groups(reading, field, text).Where(name => !taken.Exists(mention => Covers(mention, name))).Select(name => name.Value.Trim()));
            if (!reading.Mentions.Any(mention => mention.Concept is "prosecution" or "sanction")) continue;
            // Headlines capitalise every word: "Bankers and Firms Tied to …".
            names.AddRange(People(reading.Surroundings, field, text, taken).Where(name => field != ArticleField.Title || article.Text.Length == 0 || article.Text.Contains(name, StringComparison.Ordinal)));
        }

        var sanctioned = reading.Mentions.Any(mention => mention.Field == ArticleField.Title && mention.Concept == "sanction");
        if (sanctioned && reading.IsOfState) names.AddRange(Entities().Matches(head).Select(match => match.Value).Where(name => !IsKnown(reading, name)));
        if (sanctioned) names.AddRange(reading.Mentions.Where(Mixers.IsNamed).Select(mention => mention.Name));
        return [.. names.Where(name => name.Length > 2 && !NameWords.Common.Contains(name)).Distinct(StringComparer.OrdinalIgnoreCase).Take(MaxNames)];
    }

    /// <summary>Behind the word for a group, or where it is said how the group is called: in English only there, since any name may follow "hackers".</summary>
    private static IEnumerable<Capture> Groups(ArticleReading reading, ArticleField field, string text)
    {
        var around = reading.Surroundings;
        foreach (var group in around.In(field, 0, text.Length, NameCues.Group))
        {
            var called = around.In(field, group.End, Math.Min(text.Length, group.End + Near), NameCues.IsCalled).Where(cue => cue.Start - group.End <= Introduction && Joint().IsMatch(text[group.End..cue.Start])).Select(cue => cue.End);
            IEnumerable<int> ends = reading.Language == "en" ? called : called.Append(group.End);
            foreach (var end in ends)
            {
                if (GroupName().Match(text, end) is { Success: true } name) yield return name.Groups["name"];
            }
        }
    }

    private static IEnumerable<string> People(NameSurroundings around, ArticleField field, string text, List<Mention> taken)
    {
        foreach (Found match in Person().Matches(text))
        {
            if (taken.Exists(mention => Covers(mention, match)) || match.Value.Split(s_parts).Any(part => NameWords.Common.Contains(part) || NameWords.Suffixes.Contains(part))) continue;
            var (start, end) = (match.Index, match.Index + match.Length);
            if (Has(around, s_before, field, Math.Max(0, start - Near), start, verb => FromVerb().IsMatch(text[verb.End..start]) || (verb.Id is NameCues.Accuses or NameCues.CaseAgainst && Trade().IsMatch(text[verb.End..start])))
                || Has(around, s_behind, field, end, Math.Min(text.Length, end + Near), verb => ToVerb().IsMatch(text[end..verb.Start]) && (verb.Id != NameCues.Gets || IsTerm(around, field, verb.End)))) yield return match.Value;
        }
    }

    /// <summary>"… got 102 months", "receives five years".</summary>
    private static bool IsTerm(NameSurroundings around, ArticleField field, int from) => around.In(field, from, from + Term, NameCues.Term).Any();

    private static bool Has(NameSurroundings around, string[] ids, ArticleField field, int from, int to, Func<Cue, bool> isBeside) => ids.Any(id => around.In(field, from, to, id).Any(isBeside));

    /// <summary>Those who watch, report or were robbed are told apart by the knowledge base.</summary>
    private static bool IsKnown(ArticleReading reading, string name) =>
        reading.Mentions.Any(mention => mention.Kind is Kinds.Victim or Kinds.Analyst or Kinds.Authority or Kinds.Agency && (name.Contains(mention.Alias, StringComparison.Ordinal) || mention.Alias.Contains(name, StringComparison.Ordinal)));

    private static bool Covers(Mention mention, Capture name) => mention.Start < name.Index + name.Length && name.Index < mention.End;

    [GeneratedRegex(@"^,?\s(?:that\s)?$")]
    private static partial Regex Joint();

    [GeneratedRegex(@"\G\s?(?:인\s?|の)?[“""'‘「『«]?(?<name>\p{Lu}[\p{L}\d.\-]+(?:\s\p{Lu}[\p{L}\d.\-]+){0,2}|[\p{IsKatakana}ー]{3,16}(?=[」』はがのを])|(?<=[‘'“""])[가-힣]{2,10}(?=[’'”""]))")]
    private static partial Regex GroupName();

    /// <summary>Two to four capitalised words, the first and last of three letters at least, as names of people are written.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d])\p{Lu}\p{Ll}+(?:[\s-]\p{Lu}(?:\.|\p{Ll}*)){1,3}(?![\p{L}\d])")]
    private static partial Regex Person();

    /// <summary>"Software engineer ".</summary>
    [GeneratedRegex(@"^(?:\s\p{Ll}[\p{L}-]+){1,3}\s$")]
    private static partial Regex Trade();

    /// <summary>Nothing, an age, or those who come first in a list.</summary>
    [GeneratedRegex(@"^[,:]?(?:\s(?:and|y|und|et|и))?\s?(?:(?:[Aa]n?\s)?\d\d[-\s]year[-\s]old\s)?(?:[\p{L}\d\s,.-]{0,30}(?:,|\sand|\sy|\sund|\set|\sи)\s)?$")]
    private static partial Regex FromVerb();

    /// <summary>A nickname, an age, others of a list, "has been".</summary>
    [GeneratedRegex(@"^(?:,?\s[“""][^”""]{2,30}[”""])?[\p{L}\d\s,.-]{0,40}$")]
    private static partial Regex ToVerb();

    /// <summary>"First Credit Bank", "Chosun Trading Company": firms that a sanction of the state's helpers names.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d])(?:\p{Lu}[\p{L}&-]+\s){1,4}(?:Bank|Corporation|Corp|Company|Technology|Trading|Ltd|LLC|Inc)(?![\p{L}\d])")]
    private static partial Regex Entities();
}
