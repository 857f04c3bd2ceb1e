using Alerts.Core.Articles;
using Alerts.Core.Matching.Cues;

namespace Alerts.Core.Matching.Naming;

/// <summary>The <see cref="NameCues"/> of one article, for asking what stands before and behind a name.</summary>
internal sealed class NameSurroundings
{
    private readonly Dictionary<ArticleField, List<Cue>> _cues = [];

    public NameSurroundings(Article article, string language)
    {
        Article = article;
        var found = NameCues.Words.Find(article with { Language = language });
        foreach (var mention in found.Mentions)
        {
            var field = found.Sentences[mention.Sentence].Field;
            if (!_cues.TryGetValue(field, out var cues)) _cues.Add(field, cues = []);
            cues.Add(NameCues.Words.CueOf(mention));
        }
    }

    public Article Article { get; }

    public string TextOf(ArticleField field) => Article.TextOf(field);

    public bool Says(ArticleField field, string id) => _cues.TryGetValue(field, out var cues) && cues.Exists(cue => cue.Id == id);

    /// <summary>Cues that lie between two places of a field, in order.</summary>
    public IEnumerable<Cue> In(ArticleField field, int from, int to, string id)
    {
        if (!_cues.TryGetValue(field, out var cues)) yield break;
        for (var at = cues.FirstNotBefore(from, static (cue, place) => cue.Start < place); at < cues.Count && cues[at].Start < to; at++)
        {
            if (cues[at].Id == id && cues[at].End <= to) yield return cues[at];
        }
    }

    /// <summary>What stands between the cues of a kind and a name behind them, for each of these no farther away than that.</summary>
    public IEnumerable<string> Before(Mention name, string id, int reach) =>
        In(name.Field, Math.Max(0, name.Start - reach), name.Start, id).Select(cue => TextOf(name.Field)[cue.End..name.Start]);

    /// <summary>What stands between a name and the cues of a kind behind it.</summary>
    public IEnumerable<string> After(Mention name, string id, int reach)
    {
        var end = name.End;
        return In(name.Field, end, end + reach, id).Select(cue => TextOf(name.Field)[end..cue.Start]);
    }
}
