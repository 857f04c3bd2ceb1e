using System.Text.RegularExpressions;
using Alerts.Core.Knowledge;

namespace Alerts.Core.Matching.Naming;

/// <summary>
/// Names in a place where no victim stands: the network that something is built on ("zkSync DEX Merlin"), what the loot was sent through or to ("ended up at
/// Binance, Huobi and HitBTC"), what the accused are known for, and links to other stories ("Related: …"). Which words make such a place is data
/// (<see cref="NameCues"/>); here is how they stand to the name.
/// </summary>
internal static partial class Bystanders
{
    private const int Reach = 110;

    /// <summary>From a verb of moving to where to.</summary>
    private const int Object = 50;

    /// <summary>From what the accused are known for to the last of it.</summary>
    private const int Deeds = 60;

    private const int Next = 24;
    private const int After = 40;

    public static bool Is(NameSurroundings around, Mention name, IReadOnlyList<Mention> names)
    {
        var text = around.TextOf(name.Field);
        var end = name.End;
        if (end > text.Length) return false;
        var after = text[end..Math.Min(text.Length, end + After)];
        return IsGround(around, name) || IsDestination(around, name) || IsLinked(around, name) || IsFame(around, name) || Loot().IsMatch(after) || Owns(name, after, names)
            || around.Before(name, NameCues.Way, Reach).Any(gap => gap.Length == 0 || Article().IsMatch(gap))
            || around.After(name, NameCues.Helps, Next).Any(gap => gap == " ");
    }

    /// <summary>"A fraud that targeted X", "une arnaque visant la société X": who is aimed at is no bystander, however far the deed.</summary>
    public static bool IsTarget(NameSurroundings around, Mention name) =>
        around.Before(name, NameCues.Aim, Reach).Concat(around.Before(name, NameCues.Against, Reach)).Any(gap => FiveWords().IsMatch(gap));

    /// <summary>"Built on top of X", "X-based", "the X blockchain".</summary>
    private static bool IsGround(NameSurroundings around, Mention name) =>
        around.Before(name, NameCues.Ground, Reach).Any(gap => SevenWords().IsMatch(gap)) || around.After(name, NameCues.GroundAfter, Next).Any(gap => Compound().IsMatch(gap))
        || around.After(name, NameCues.NetworkAfter, Next).Any(gap => gap == " ");

    /// <summary>After a verb of moving, and after the names in a list that begins so; "Venusに預けられ", "바이낸스로 이체", 转入币安.</summary>
    private static bool IsDestination(NameSurroundings around, Mention name)
    {
        var text = around.TextOf(name.Field);
        foreach (var moves in around.In(name.Field, Math.Max(0, name.Start - Reach), name.Start, NameCues.Moves))
        {
            var ends = around.In(name.Field, moves.End, name.Start, NameCues.Toward).Select(toward => toward.End).Concat(OneLetter().Matches(text[moves.End..name.Start]).Select(letter => moves.End + letter.Index + letter.Length));
            if (ends.Any(end => end - moves.End <= Object && !ClauseEnd().IsMatch(text[moves.End..end]) && Names().IsMatch(text[end..name.Start]))) return true;
        }

        return around.Before(name, NameCues.ReceivedBy, Next).Any(gap => gap is "" or "了") || around.After(name, NameCues.Receives, Next).Any(gap => gap is "" or "로 " or "으로 ");
    }

    /// <summary>A sentence or line that begins "Related:" leads elsewhere.</summary>
    private static bool IsLinked(NameSurroundings around, Mention name)
    {
        var text = around.TextOf(name.Field);
        return around.In(name.Field, Math.Max(0, name.Start - Reach), name.Start, NameCues.ReadAlso)
            .Any(link => SentenceStart().IsMatch(text[Math.Max(0, link.Start - 2)..link.Start]) && LinkedLine().IsMatch(text[link.End..name.Start]));
    }

    /// <summary>"Lazarus, known for X and Y": earlier deeds of the accused.</summary>
    private static bool IsFame(NameSurroundings around, Mention name) => around.Before(name, NameCues.Fame, Reach).Any(gap => gap.Length <= Deeds && OneClause().IsMatch(gap));

    /// <summary>"Terra's Mirror Protocol", "zkSync DEX Merlin": the second is whose news it is.</summary>
    private static bool Owns(Mention mention, string after, IReadOnlyList<Mention> mentions)
    {
        var gap = Possession().Match(after);
        if (!gap.Success) return false;
        var next = mention.End + gap.Length;
        return mentions.Any(other => other.Kind == Kinds.Victim && other.Field == mention.Field && other.Start == next && other.Concept != mention.Concept)
            || (Unlisted().Match(after) is { Success: true } name && !NameWords.Common.Contains(name.Groups["name"].Value));
    }

    [GeneratedRegex(@"^\s(?:\p{Ll}{2,3}\s)?$")]
    private static partial Regex Article();

    [GeneratedRegex(@"^\s(?:\p{Ll}[\p{L}'’-]*\s){0,5}(?:l['’])?$")]
    private static partial Regex FiveWords();

    [GeneratedRegex(@"^\s(?:\p{Ll}[\p{L}-]*\s){0,7}$")]
    private static partial Regex SevenWords();

    /// <summary>"-based", "Network-based".</summary>
    [GeneratedRegex(@"^(?:\s[Nn]etwork|\s[Cc]hain)?-$")]
    private static partial Regex Compound();

    [GeneratedRegex(@"[.;!?\n]")]
    private static partial Regex ClauseEnd();

    /// <summary>"À", "a", "в": too short to be words of a vocabulary.</summary>
    [GeneratedRegex(@"\s(?:à|a|в)(?=\s)")]
    private static partial Regex OneLetter();

    /// <summary>Nothing, or names that come first in a list.</summary>
    [GeneratedRegex(@"^\s(?:[\p{Lu}\d][\p{L}\d.]*(?:\s(?:Global|Network|Pro|Finance))?(?:,\s|\s(?:and|und|et|y|e|и)\s))*$")]
    private static partial Regex Names();

    [GeneratedRegex(@"^$|^[.!?\n]\s?$|^\s?\n$|[.!?\n]\s?$")]
    private static partial Regex SentenceStart();

    [GeneratedRegex(@"^\s?[:：][^\n]*$")]
    private static partial Regex LinkedLine();

    [GeneratedRegex(@"^(?:[^,.;!?\n]|,\s(?=\p{Lu}))*$")]
    private static partial Regex OneClause();

    /// <summary>"위믹스 1천만 개", "5,000 HT": a network that stands for its coin.</summary>
    [GeneratedRegex(@"^\s?(?:토큰|코인)?\s?(?:약\s)?[\d,.]+\s?[만천백억]*\s?[개枚個]|^\s등\s(?:보관\s|각종\s)?(?:자산|코인|가상자산|암호화폐|가상화폐)")]
    private static partial Regex Loot();

    [GeneratedRegex(@"^\s(?:DEX|DeFi\s(?:protocol|project|platform)|lending\sprotocol)\s(?<name>\p{Lu}[\p{L}\d]{2,})")]
    private static partial Regex Unlisted();

    [GeneratedRegex(@"^(?:['’]s)?\s(?:(?:DEX|DeFi|protocol|project|bridge|lender|exchange|platform|wallet)\s)?")]
    private static partial Regex Possession();
}
