using Alerts.Core.Knowledge;

namespace Alerts.Core.Matching.Naming;

/// <summary>
/// Finds the names of victims that the knowledge base does not know, by the company that they keep: "FooSwap was hacked", "the crypto exchange FooSwap",
/// "stole $3m from FooSwap", "Fortress Protocol", "FooSwap, a lending platform". Each kind of company counts; one that ordinary words keep as well is not
/// enough. Names without capitals are those of <see cref="EastAsianVictims"/>.
/// </summary>
internal static class VictimNames
{
    private const int Read = 900;
    private const int MaxWords = 4;
    private const int Enough = 4;
    private const int Reach = 4;
    private const int Headline = 5;

    /// <summary>Characters of an outlet's name.</summary>
    private const int Publisher = 30;

    public static IReadOnlyList<string> Of(ArticleReading reading)
    {
        var article = reading.Article;
        var scores = new Dictionary<string, (int Score, int At)>(StringComparer.OrdinalIgnoreCase);
        var text = NameTokens.Of(article.Text.Length > 0 ? article.Text : article.Summary, article.Text.Length > 0 ? ArticleField.Text : ArticleField.Summary, reading.Mentions, Read);
        DropHeadlines(text);
        DropPublishers(text, reading.Surroundings);
        var told = text.Where(token => token.IsCapital && !token.Starts).Select(token => token.Word).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var title = NameTokens.Of(article.Title, ArticleField.Title, reading.Mentions, Read);
        var isTitleCase = title.Count(token => token.IsCapital) * 3 > title.Count * 2;
        Collect(title, scores, 0, token => token.IsCoined || told.Contains(token.Word) || NameWords.Suffixes.Contains(token.Word) || (!isTitleCase && !(token.Starts && IsUntold(token, text))), reading.Language, inTitle: true);
        Collect(text, scores, title.Count, _ => true, reading.Language, inTitle: false);
        return [.. scores.Where(pair => pair.Value.Score >= Enough).OrderByDescending(pair => pair.Value.Score).ThenBy(pair => pair.Value.At).Select(pair => pair.Key).Take(3)];
    }

    /// <summary>A headline of another story in the text ("Continue Reading: …") capitalises every word.</summary>
    private static void DropHeadlines(List<NameToken> tokens)
    {
        for (int from = 0, to; from < tokens.Count; from = to)
        {
            to = from + 1;
            while (to < tokens.Count && !tokens[to].Starts) to++;
            if (to - from < Headline || tokens.GetRange(from, to - from).Count(token => token.IsCapital) * 3 <= (to - from) * 2) continue;
            tokens.RemoveRange(from, to - from);
            to = from;
        }
    }

    /// <summary>"The post … appeared first on X.": what is named behind is an outlet.</summary>
    private static void DropPublishers(List<NameToken> tokens, NameSurroundings around)
    {
        foreach (var cue in around.In(ArticleField.Text, 0, int.MaxValue, NameCues.PublishedOn)) tokens.RemoveAll(token => token.Start >= cue.End && token.Start - cue.End < Publisher);
    }

    /// <summary>Every headline begins with a capital; where the text does not repeat the word, that is all it has.</summary>
    private static bool IsUntold(NameToken first, List<NameToken> text) => text.Count > 0 && !text.Exists(token => token.Word == first.Word);

    private static void Collect(List<NameToken> tokens, Dictionary<string, (int Score, int At)> scores, int offset, Func<NameToken, bool> isTrusted, string language, bool inTitle)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            var from = at;
            while (at < tokens.Count && at - from < MaxWords && MayBePart(tokens[at], from < at)) at++;
            if (at == from) continue;
            // "Fantasm Finance DeFi project": a word for the kind of venue is no part of the name.
            while (at - from > 1 && NameWords.Ventures.Contains(tokens[at - 1].Word)) at--;
            var run = tokens[from..at];
            at--;
            if (!run.Any(isTrusted) || run.TrueForAll(token => NameWords.Suffixes.Contains(token.Word)) || run[0].Word.Length < 2) continue;
            var score = Company(tokens, from, from + run.Count) + (run.Exists(token => token.IsCoined) ? 1 : 0);
            // Every German noun has a capital; only what stands beside the word for a venue is a name.
            if (score < (language == "de" && !run.Exists(token => token.IsCoined) ? 3 : 2)) continue;
            var name = string.Join(' ', run.Select(token => token.Word));
            var known = scores.GetValueOrDefault(name, (Score: 0, At: offset + from));
            scores[name] = (known.Score + score + (inTitle ? 1 : 0), known.At);
        }
    }

    private static bool MayBePart(NameToken token, bool follows)
    {
        if (follows && token.Breaks) return false;
        if (follows && NameWords.Suffixes.Contains(token.Word) && token.IsCapital) return true;
        return token.IsCapital && token.Known is null && !NameWords.Common.Contains(token.Word) && !NameWords.Fillers.Contains(token.Word)
            && !int.TryParse(token.Word, out _) && (token.IsCoined || !token.Word.Contains('-', StringComparison.Ordinal)) && !IsVerb(token.Word);
    }

    private static bool IsVerb(string word) => word.Length > 5 && (word.EndsWith("ing", StringComparison.Ordinal) || word.EndsWith("ed", StringComparison.Ordinal));

    private static int Company(List<NameToken> tokens, int from, int to)
    {
        var score = 0;
        var before = from > 0 && !tokens[from].Starts && !tokens[from].Comma ? tokens[from - 1] : default(NameToken?);
        var after = to < tokens.Count && !tokens[to].Breaks ? tokens[to] : default(NameToken?);
        if (before is { Known: Kinds.Venue }) score += 3;
        if (after is { Known: Kinds.Venue }) score += 2;
        if (NameWords.Suffixes.Contains(tokens[to - 1].Word) && to - from > 1) score += 3;
        if (IsFollowedByDeed(tokens, to)) score += 3;
        if (before is { } preposition && NameWords.Prepositions.Contains(preposition.Word) && HasDeedBefore(tokens, from - 1) && after is not { Word: "startup" or "firm" or "company" or "man" or "resident" or "court" or "couple" }) score += 3;
        if (to < tokens.Count && tokens[to].Comma && IsApposition(tokens, to)) score += tokens[from].Starts ? 4 : 3;
        return score;
    }

    private static bool IsFollowedByDeed(List<NameToken> tokens, int to)
    {
        for (var at = to; at < Math.Min(tokens.Count, to + Reach) && !tokens[at].Breaks; at++)
        {
            if (IsDeed(tokens[at])) return true;
            if (!NameWords.Fillers.Contains(tokens[at].Word) && tokens[at].Known is not (Kinds.Venue or Kinds.Crypto)) return false;
        }

        return false;
    }

    private static bool HasDeedBefore(List<NameToken> tokens, int preposition)
    {
        for (var at = preposition - 1; at >= Math.Max(0, preposition - Reach); at--)
        {
            if (IsDeed(tokens[at])) return true;
            if (tokens[at].Starts) return false;
        }

        return false;
    }

    private static bool IsApposition(List<NameToken> tokens, int to)
    {
        for (var at = to; at < Math.Min(tokens.Count, to + Reach + 2); at++)
        {
            if (at > to && tokens[at].Breaks) return false;
            if (tokens[at].Known == Kinds.Venue || tokens[at].Word is "startup" or "protocol" or "wallet" or "wallets") return true;
        }

        return false;
    }

    private static bool IsDeed(NameToken token) => token.Known is Kinds.Theft or Kinds.Loss or Kinds.Attack;
}
