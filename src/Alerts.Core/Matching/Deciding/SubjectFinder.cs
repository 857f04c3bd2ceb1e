using Alerts.Core.Matching.Topics;

namespace Alerts.Core.Matching.Deciding;

/// <summary>Tells whether what a topic requires is what the article is about, a part of it, or named in passing.</summary>
internal static class SubjectFinder
{
    /// <summary>One sentence in so many is a part of the article, not a passing remark.</summary>
    private const int PartShare = 10;

    public static (string Finding, FoundMention? Because) Of(List<int>[] required, ArticleFacts facts)
    {
        FoundMention? first = null;
        var lead = true;
        var rarest = int.MaxValue;
        foreach (var evidence in required)
        {
            if (evidence.Count == 0) continue;
            var mentions = evidence.Select(index => facts.Mentions[index]).ToList();
            first ??= mentions[0];
            lead &= mentions.Exists(mention => mention.Sentence < facts.LeadEnd);
            var entries = mentions.Select(mention => mention.Entry).ToHashSet();
            rarest = Math.Min(rarest, facts.Mentions.Where(mention => entries.Contains(mention.Entry)).Select(mention => mention.Sentence).Distinct().Count());
        }

        if (first is null || lead) return (TopicGateFindings.Main, first);
        return (rarest * PartShare >= facts.Sentences.Count ? TopicGateFindings.Part : TopicGateFindings.Passing, first);
    }
}
