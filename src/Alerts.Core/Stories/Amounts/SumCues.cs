using Alerts.Core.Knowledge;
using Alerts.Core.Matching.Cues;
using Alerts.Core.Matching;

namespace Alerts.Core.Stories.Amounts;

/// <summary>The concepts of <c>Stories/Data/sums.json</c>: what the words around a sum make of it.</summary>
internal static class SumCues
{
    public const string OtherSum = "other-sum";
    public const string Worth = "worth";
    public const string Today = "today";
    public const string Level = "level";

    private static readonly CueVocabulary s_words = new("Stories/sums.json");

    /// <inheritdoc cref="CueVocabulary.Load()"/>
    public static KnowledgeLoad Load() => s_words.Load();

    /// <param name="text">One field of the article, or its beginning.</param>
    public static IReadOnlyList<Cue> In(ArticleReading reading, string text) =>
        [.. s_words.Find(reading.Article with { Title = "", Summary = "", Text = text, Language = reading.Language }).Mentions.Select(s_words.CueOf)];
}
