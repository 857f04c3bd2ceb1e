using System.Text.RegularExpressions;
using Alerts.Core.Articles;
using Alerts.Core.Knowledge;

namespace Alerts.Core.Matching.Naming;

/// <summary>
/// Names in a place where no victim stands: the network that something is built on ("zkSync DEX Merlin"), what the loot was sent through or to ("ended up at
/// Binance, Huobi and HitBTC"), what the accused are known for, and links to other stories ("Related: …").
/// </summary>
internal static partial class Bystanders
{
    private const int Before = 110;
    private const int After = 40;

    public static bool Is(Article article, Mention mention, IReadOnlyList<Mention> mentions)
    {
        var text = mention.Field switch { ArticleField.Title => article.Title, ArticleField.Summary => article.Summary, _ => article.Text };
        if (mention.Start + mention.Length > text.Length) return false;
        var before = text[Math.Max(0, mention.Start - Before)..mention.Start];
        var after = text[(mention.Start + mention.Length)..Math.Min(text.Length, mention.Start + mention.Length + After)];
        return Ground().IsMatch(before) || Way().IsMatch(before) || Destination().IsMatch(before) || Link().IsMatch(before) || Fame().IsMatch(before) || Quality().IsMatch(after) || Receives().IsMatch(after) || Helps().IsMatch(after) || IntoIdeographic().IsMatch(before) || Loot().IsMatch(after) || Owns(mention, after, mentions);
    }

    /// <summary>"A fraud that targeted X", "une arnaque visant la société X": who is aimed at is no bystander, however far the deed.</summary>
    public static bool IsTarget(Article article, Mention mention)
    {
        var text = mention.Field switch { ArticleField.Title => article.Title, ArticleField.Summary => article.Summary, _ => article.Text };
        return mention.Start <= text.Length && Aim().IsMatch(text[Math.Max(0, mention.Start - Before)..mention.Start]);
    }

    /// <summary>"Terra's Mirror Protocol", "zkSync DEX Merlin": the second is whose news it is.</summary>
    private static bool Owns(Mention mention, string after, IReadOnlyList<Mention> mentions)
    {
        var gap = Possession().Match(after);
        if (!gap.Success) return false;
        var next = mention.Start + mention.Length + gap.Length;
        return mentions.Any(other => other.Kind == Kinds.Victim && other.Field == mention.Field && other.Start == next && other.Concept != mention.Concept)
            || (Unlisted().Match(after) is { Success: true } name && !NameWords.Common.Contains(name.Groups["name"].Value));
    }

    [GeneratedRegex(@"\b(?:built|based|operating|operates|running|runs|deployed|live|launched|hosted|selling|sold|swapped|traded|listed|bridge|swap)\s(?:up)?on\s(?:top\sof\s)?(?:the\s)?(?:(?-i:\p{Ll})[\p{L}-]*\s){0,4}$", RegexOptions.IgnoreCase)]
    private static partial Regex Ground();

    [GeneratedRegex(@"\b(?:via|through|using|über|mittels|à travers|par l['’]intermédiaire de|vía|a través de|mediante|tramite|attraverso|através d[aeo]|через|с помощью)\s(?:the\s|die\s|den\s|das\s|la\s|le\s|el\s|il\s|lo\s)?$|(?:通过|透過|通過|借助)$", RegexOptions.IgnoreCase)]
    private static partial Regex Way();

    /// <summary>After a verb of moving, and after the names in a list that begins so.</summary>
    [GeneratedRegex(@"\b(?:sent|sends|sending|moved|moves|moving|transferred|transferring|deposited|bridged|funnell?ed|laundered|flowed|cashed\sout|ended\sup|landed|overgemaakt|überwiesen|transferid[oa]s?|envi(?:ad[oa]s?|ó)|transférés?|envoyés?|trasferit[ie]|inviat[ie]|перевел[иа]?|отправил[иа]?|выведены)\b[^.;!?\n]{0,50}?\s(?:to|at|on|into|an|zu|auf|a|en|vers|sur|à|su|para|na|в|на)\s(?:[\p{Lu}\d][\p{L}\d.]*(?:\s(?:Global|Network|Pro|Finance))?(?:,\s|\s(?:and|und|et|y|e|и)\s))*$")]
    private static partial Regex Destination();

    [GeneratedRegex(@"(?:^|[.!?\n]\s?)(?:Related|Also\sread|Read\salso|Read\smore|Read\snext|See\salso|Lire\saussi|Voir\saussi|Lea\stambién|Leia\stambém|Leggi\sanche|Lesen\sSie\sauch|Читайте\sтакже|관련기사|相关阅读|延伸閱讀|関連記事)\s?[:：][^\n]*$", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    /// <summary>"Lazarus, known for X and Y": earlier deeds of the accused.</summary>
    [GeneratedRegex(@"\b(?:(?:known|famous|notorious|infamous)\s(?:for|from)|bekannt\s(?:für|durch|aus)|connue?s?\s(?:pour|par)|conocid[oa]s?\spor|not[oiae]+\sper|conhecid[oa]s?\s(?:por|pel[oa])|известн\w+\sпо)\b(?:[^,.;!?\n]|,\s(?=(?-i:\p{Lu}))){0,60}$", RegexOptions.IgnoreCase)]
    private static partial Regex Fame();

    [GeneratedRegex(@"\b(?:target(?:s|ed|ing)?|aimed\sat|vis(?:e|ent|ait|aient|ant|é[es]*\spar)|cibl(?:e|ait|ant)|zielte\sauf|gegen|contra|contro|against|dirigid[oa]s?\sa|нацелен\w*\sна|против)\s(?:\p{Ll}[\p{L}'’-]*\s){0,5}$", RegexOptions.IgnoreCase)]
    private static partial Regex Aim();

    [GeneratedRegex(@"^(?:-(?i:based|built|backed|powered|native|owned|linked|incubated|funded)\b|\s(?:[Nn]etwork|[Cc]hain)-(?:based|built|native)\b|\s(?:[Ss]mart\s[Cc]hain|[Bb]lockchain|ecosystem|mainnet|layer)\b)")]
    private static partial Regex Quality();

    [GeneratedRegex("^\\s(?:helps?|helped|helping|assists?|assisted|aids?|aided|hilft|aide|ayuda|aiuta|al\\slavoro|ajuda|помог\\w*)\\b")]
    private static partial Regex Helps();

    /// <summary>"Venusに預けられ", "바이낸스로 이체": where the loot went.</summary>
    [GeneratedRegex(@"^(?:[にへ](?:預け|預入|送金|送られ|移さ|移し|入金|流入)|(?:으)?로\s(?:이체|전송|옮|송금|입금|흘러))")]
    private static partial Regex Receives();

    [GeneratedRegex("(?:存入|转入|转至|转移到|转移至|流入|流向|轉入|轉至|轉移至|匯入)(?:了)?$")]
    private static partial Regex IntoIdeographic();

    /// <summary>"위믹스 1천만 개", "5,000 HT": a network that stands for its coin.</summary>
    [GeneratedRegex(@"^\s?(?:토큰|코인)?\s?(?:약\s)?[\d,.]+\s?[만천백억]*\s?[개枚個]|^\s등\s(?:보관\s|각종\s)?(?:자산|코인|가상자산|암호화폐|가상화폐)")]
    private static partial Regex Loot();

    [GeneratedRegex(@"^\s(?:DEX|DeFi\s(?:protocol|project|platform)|lending\sprotocol)\s(?<name>\p{Lu}[\p{L}\d]{2,})")]
    private static partial Regex Unlisted();

    [GeneratedRegex(@"^(?:['’]s)?\s(?:(?:DEX|DeFi|protocol|project|bridge|lender|exchange|platform|wallet)\s)?")]
    private static partial Regex Possession();
}
