using Alerts.Core.Knowledge;
using Alerts.Core.Matching.Cues;
using Alerts.Core.Matching;

namespace Alerts.Core.Stories;

/// <summary>The concepts of <c>Stories/Data/headlines.json</c>: what a headline's words mean.</summary>
internal static class HeadlineCues
{
    public const string Thief = "thief";
    public const string Deed = "deed";
    public const string Stolen = "stolen";
    public const string Describes = "describes";
    public const string Accuses = "accuses";

    public const string Arrests = "arrests";
    public const string Pleads = "pleads";
    public const string Sentences = "sentences";
    public const string Acquits = "acquits";
    public const string Court = "court";

    public const string Returns = "returns";
    public const string ComesBack = "comes-back";
    public const string Restores = "restores";
    public const string InViewOf = "in-view-of";
    public const string Closes = "closes";
    public const string Bankrupt = "bankrupt";
    public const string Freezes = "freezes";
    public const string Seizes = "seizes";
    public const string Halts = "halts";
    public const string Assures = "assures";
    public const string Moves = "moves";
    public const string Identifies = "identifies";
    public const string Promises = "promises";
    public const string Authorities = "authorities";
    public const string Refuses = "refuses";

    public const string Warns = "warns";
    public const string Legislators = "legislators";
    public const string Blames = "blames";
    public const string Convicts = "convicts";
    public const string Doubts = "doubts";
    public const string Government = "government";
    public const string Confirms = "confirms";
    public const string Speaks = "speaks";
    public const string JointStatement = "joint-statement";

    public const string Explained = "explained";
    public const string Lessons = "lessons";
    public const string Asks = "asks";
    public const string OneOfTheLargest = "one-of-the-largest";
    public const string Venues = "venues";
    public const string Many = "many";
    public const string LargestEver = "largest-ever";
    public const string FirstOfItsKind = "first-of-its-kind";

    private static readonly CueVocabulary s_words = new("Stories/headlines.json");

    /// <inheritdoc cref="CueVocabulary.Load()"/>
    public static KnowledgeLoad Load() => s_words.Load();

    /// <summary>In order; a longer one hides those inside it.</summary>
    public static IReadOnlyList<Cue> In(ArticleReading reading) => Find(reading, reading.Article.Title, "");

    /// <summary>As <see cref="In"/>, but in the first so many letters of the text.</summary>
    public static IReadOnlyList<Cue> InLead(ArticleReading reading, int length)
    {
        var text = reading.Article.Text;
        return Find(reading, "", text.Length > length ? text[..length] : text);
    }

    private static IReadOnlyList<Cue> Find(ArticleReading reading, string title, string text) =>
        [.. s_words.Find(reading.Article with { Title = title, Summary = "", Text = text, Language = reading.Language }).Mentions.Select(s_words.CueOf)];
}
