using System.Text.RegularExpressions;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching.Scanning;
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
    private const int Near = 16;

    public static IReadOnlyList<string> Of(ArticleReading reading)
    {
        var article = reading.Article;
        var names = new List<string>();
        foreach (var (field, text) in new[] { (ArticleField.Title, article.Title), (ArticleField.Text, article.Text.Length > Read ? article.Text[..Read] : article.Text) })
        {
            var taken = reading.Mentions.Where(mention => mention.Field == field && mention.Kind != Kinds.Cue && mention.Kind != Kinds.Attack).ToList();
            names.AddRange(Introduced().Matches(text).Where(match => !taken.Exists(mention => Covers(mention, match.Groups["name"]))).Select(match => match.Groups["name"].Value.Trim()));
            if (!reading.Mentions.Any(mention => mention.Concept is "prosecution" or "sanction")) continue;
            // Headlines capitalise every word: "Bankers and Firms Tied to …".
            names.AddRange(People(text, taken).Where(name => field != ArticleField.Title || article.Text.Length == 0 || article.Text.Contains(name, StringComparison.Ordinal)));
        }

        var sanctioned = reading.Mentions.Any(mention => mention.Field == ArticleField.Title && mention.Concept == "sanction");
        if (sanctioned && reading.IsOfState) names.AddRange(Entities().Matches(article.Text.Length > Read ? article.Text[..Read] : article.Text).Select(match => match.Value).Where(name => !IsKnown(reading, name)));
        if (sanctioned) names.AddRange(reading.Mentions.Where(mention => mention.Concept == "mixer" && ((char.IsUpper(mention.Alias[0]) && mention.Alias.Any(char.IsLower)) || mention.Alias[0] >= Characters.FirstUnspaced) && !Generic().IsMatch(mention.Alias)).Select(mention => mention.Alias));
        return [.. names.Where(name => name.Length > 2 && !NameWords.Common.Contains(name)).Distinct(StringComparer.OrdinalIgnoreCase).Take(MaxNames)];
    }

    private static IEnumerable<string> People(string text, List<Mention> taken)
    {
        foreach (Found match in Person().Matches(text))
        {
            if (taken.Exists(mention => Covers(mention, match)) || match.Value.Split(' ').Any(NameWords.Common.Contains) || match.Value.Split(' ').Any(NameWords.Suffixes.Contains)) continue;
            var before = text[Math.Max(0, match.Index - Near * 3)..match.Index];
            var after = text[(match.Index + match.Length)..Math.Min(text.Length, match.Index + match.Length + Near * 3)];
            if (Accuses().IsMatch(before) || IsAccused().IsMatch(after)) yield return match.Value;
        }
    }

    /// <summary>Those who watch, report or were robbed are told apart by the knowledge base.</summary>
    private static bool IsKnown(ArticleReading reading, string name) =>
        reading.Mentions.Any(mention => mention.Kind is Kinds.Victim or Kinds.Analyst or Kinds.Authority or Kinds.Agency && (name.Contains(mention.Alias, StringComparison.Ordinal) || mention.Alias.Contains(name, StringComparison.Ordinal)));

    private static bool Covers(Mention mention, Group name) => mention.Start < name.Index + name.Length && name.Index < mention.Start + mention.Length;

    [GeneratedRegex(@"(?i:(?:group|gang|crew|hackers?|collective|outfit|unit|actor)s?,?\s(?:that\s)?(?:known\sas|called|named|dubbed|calling\s(?:itself|themselves)|tracked\sas|which\scalls\sitself|by\sthe\sname\s(?:of)?)|группировк[аиуой]+|хакерск\w+\sгрупп\w+|(?:el\s|del\s)?grupo(?:\sde\shackers)?(?:\sllamado|\sconocido\scomo)?|Hackergruppe|Gruppe(?:\snamens)?|groupe(?:\sde\s(?:pirates|hackers))?(?:\sappelé|\sbaptisé|\sconnu\ssous\sle\snom\sde)?|gruppo|해킹\s?(?:조직|그룹|단체)(?:인)?|해커\s?(?:조직|그룹|집단)(?:인)?|ハッカー(?:集団|グループ)(?:の)?|黑客(?:组织|团伙|集团)|駭客(?:組織|集團))\s?[“""'‘「『«]?(?<name>\p{Lu}[\p{L}\d.\-]+(?:\s\p{Lu}[\p{L}\d.\-]+){0,2}|[\p{IsKatakana}ー]{3,16}(?=[」』はがのを])|(?<=[‘'“""])[가-힣]{2,10}(?=[’'”""]))")]
    private static partial Regex Introduced();

    /// <summary>Two to four capitalised words, the first and last of three letters at least, as names of people are written.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d])\p{Lu}\p{Ll}+(?:[\s-]\p{Lu}(?:\.|\p{Ll}*)){1,3}(?![\p{L}\d])")]
    private static partial Regex Person();

    [GeneratedRegex(@"(?:(?:sues|sued|suing)(?:\s(?:ex-|former\s)?(?:developer|engineer|employee|contractor))?|indict(?:s|ed|ing)?|charg(?:es|ed|ing)|arrest(?:s|ed|ing)?|sanction(?:s|ed|ing)?|sentenc(?:es|ed)|convict(?:s|ed)|extradit(?:es|ed)|accus(?:es|ed)|against|designat(?:es|ed|ions\sinclude)|bankers?|gave|hand(?:s|ed)|trial\sof|case\sagainst|suspects?|hackers?|nationals?|defendants?|brothers|acusa a|detuvo a|arrestó a|festgenommen|verhaftet|angeklagt|condamn\w+|inculp\w+|arrêt\w+|арестован\w*|обвини\w+|задержан\w*)(?:[,:]|\s(?:and|y|und|et|и))?\s?(?:(?:an?\s)?\d\d[-\s]year[-\s]old\s)?(?:[\p{L}\d\s,.-]{0,30}(?:,|\sand|\sy|\sund|\set|\sи)\s)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Accuses();

    [GeneratedRegex(@"^(?:,?\s[“""][^”""]{2,30}[”""])?(?:[,\s]+(?:and|y|und|et|и)?\s?[\p{L}\s,.-]{0,24})?[,\s]*(?:\d+,\s)?(?:was|were|is|are|has been|have been)?\s?(?:indicted|charged|arrested|sanctioned|sentenced|convicted|extradited|accused|allegedly|confess\w*|faces?\b|pleaded|pleads|pled|admitted|(?:gets?|got|receive[sd]|was\sgiven)\s(?:\p{L}+|\d+)\s(?:months|years)|goes?\sto\s(?:prison|jail)|went\sto\sprison|(?:must|will|is\sto)\sserve|stands?\strial|wird\svorgeworfen|muss\sins\sGefängnis|ira\sen\sprison|irá\sa\sprisión|ha\ssido\scondenad[oa]|приговор[её]н\w*|признал\w*|fue detenido|fue acusado|wurde|a été (?:arrêté|inculpé|condamné)|арестован|обвиняется|задержан)", RegexOptions.IgnoreCase)]
    private static partial Regex IsAccused();

    /// <summary>"First Credit Bank", "Chosun Trading Company": firms that a sanction of the state's helpers names.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d])(?:\p{Lu}[\p{L}&-]+\s){1,4}(?:Bank|Corporation|Corp|Company|Technology|Trading|Ltd|LLC|Inc)(?![\p{L}\d])")]
    private static partial Regex Entities();

    [GeneratedRegex("mixer|tumbler|service|mixing|믹서|믹싱|ミキサー|ミキシング|混币|混幣", RegexOptions.IgnoreCase)]
    private static partial Regex Generic();
}
