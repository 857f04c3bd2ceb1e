using Alerts.Core.Matching;
using Alerts.Core.Sources;

namespace Alerts.Core.Stories;

/// <summary>
/// Additive integers, all of them shown: 2 for any news of a topic, 2 when it is both North-Korea-linked and a hack, 2 for
/// an official source, −2 for what only looks back. From 4 on high, from 2 on medium; critical needs 5 and two publisher families or an
/// official source, so no single trade source makes it. Corroboration confirms a story, but does not make it graver.
/// </summary>
public static class SeverityRules
{
    private const int Critical = 5;
    private const int High = 4;
    private const int Medium = 2;

    public static (Severity Severity, IReadOnlyList<ScorePart> Parts) Assess(IReadOnlyList<string> topics, IReadOnlyList<StoryArticle> articles, NewsKind kind)
    {
        var parts = new List<ScorePart> { new("topic", 2, string.Join(" and ", topics)) };
        if (topics.Count > 1)
        {
            parts.Add(new ScorePart("both topics", 2, "a hack that is linked to North Korea"));
        }

        var families = articles.Select(article => article.Publisher).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        var official = articles.FirstOrDefault(article => article.Tier == SourceTier.Official);
        if (official is not null)
        {
            parts.Add(new ScorePart("official source", 2, official.Publisher));
        }

        if (kind is NewsKind.Retrospective or NewsKind.Opinion or NewsKind.RoundUp or NewsKind.Product or NewsKind.Drill)
        {
            parts.Add(new ScorePart("no new event", -2, kind.ToString()));
        }

        var total = parts.Sum(part => part.Points);
        var severity = total >= Critical && (families > 1 || official is not null) ? Severity.Critical
            : total >= High ? Severity.High
            : total >= Medium ? Severity.Medium
            : Severity.Low;
        return (severity, parts);
    }
}
