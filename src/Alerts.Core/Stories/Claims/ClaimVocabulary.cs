using Alerts.Core.Matching.Cues;
using System.Collections.Frozen;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching;
using Alerts.Core.Matching.Deciding;

namespace Alerts.Core.Stories.Claims;

/// <summary>
/// The words that claims are made with, in eight languages. Who speaks officially stands in the knowledge of authorities; here are only
/// forms that name them as speakers and are other words to a topic ("Treasury"). Forms are compared as the scanner folds them: it finds 美國財政部 by 美国财政部.
/// </summary>
internal static class ClaimVocabulary
{
    private static readonly CueVocabulary s_words = new("Stories/claims.json", "authorities");

    /// <summary>The note of an authority that watches over the sanctions.</summary>
    private const string Monitor = "monitor";

    private static readonly Lazy<FrozenSet<string>> s_official = new(() => FormsOf(concept => RankOf(concept) == ClaimCues.Official));

    private static readonly Lazy<FrozenSet<string>> s_monitors = new(() => FormsOf(concept => concept.Note == Monitor));

    private static readonly Lazy<FrozenDictionary<string, string>> s_names = new(() =>
    {
        var knowledge = s_words.Knowledge;
        return knowledge.Aliases.Select(alias => (alias.Text, Concept: knowledge.Concepts[alias.Concept])).Where(alias => RankOf(alias.Concept) is ClaimCues.Official or ClaimCues.Vendor or ClaimCues.Researcher)
            .GroupBy(alias => AliasKey.Of(alias.Text), StringComparer.Ordinal).ToFrozenDictionary(forms => forms.Key, forms => forms.First().Concept.Name, StringComparer.Ordinal);
    });

    /// <inheritdoc cref="CueVocabulary.Load()"/>
    public static KnowledgeLoad Load() => s_words.Load();

    /// <summary>Whether a written form names somebody official, be it "police".</summary>
    public static bool IsOfficial(string alias) => s_official.Value.Contains(AliasKey.Of(alias));

    /// <summary>Whether a written form names who watches over the sanctions against North Korea.</summary>
    public static bool IsMonitor(string alias) => s_monitors.Value.Contains(AliasKey.Of(alias));

    /// <summary>One name for all written forms of who speaks: "체이널리시스" is Chainalysis, "DOJ" the Department of Justice.</summary>
    public static string NameOf(string alias) => s_names.Value.GetValueOrDefault(AliasKey.Of(alias), alias);

    public static ArticleFacts Find(ArticleReading reading) => s_words.Find(reading.Article with { Language = reading.Language });

    public static Cue CueOf(FoundMention found) => s_words.CueOf(found) with { Note = RankOf(s_words.ConceptOf(found)) };

    private static FrozenSet<string> FormsOf(Func<Concept, bool> isOfThem) =>
        s_words.FormsOf(isOfThem).Select(AliasKey.Of).ToFrozenSet(StringComparer.Ordinal);

    private static string? RankOf(Concept concept) => concept.Kind == Kinds.Authority ? ClaimCues.Official : concept.Note;
}
