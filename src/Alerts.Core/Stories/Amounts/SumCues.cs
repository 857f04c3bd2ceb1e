using Alerts.Core.Articles;
using Alerts.Core.Knowledge;

namespace Alerts.Core.Stories.Amounts;

/// <summary>The concepts of <c>Stories/Data/sums.json</c>: what the words around a sum make of it.</summary>
internal static class SumCues
{
    public const string OtherSum = "other-sum";
    public const string Worth = "worth";
    public const string Today = "today";

    private static readonly CueVocabulary s_words = new("sums.json");

    /// <inheritdoc cref="CueVocabulary.Load()"/>
    public static KnowledgeLoad Load() => s_words.Load();

    public static IReadOnlyList<Cue> In(Article article, string text) =>
        [.. s_words.Find(article with { Title = "", Summary = "", Text = text }).Mentions.Select(s_words.CueOf)];
}
