using Alerts.Core.Knowledge;
using Alerts.Core.Matching.Topics;

namespace Alerts.Core.Matching.Deciding;

/// <summary>Tells which way the deed goes: a theft by North Korea's groups, an action against them, an attack on North Korea, or neither.</summary>
internal static class DirectionFinder
{
    public static (string Finding, FoundMention? Because) Of(ArticleFacts facts)
    {
        FoundMention? against = null, action = null, theft = null;
        for (int at = 0, end; at < facts.Mentions.Count; at = end)
        {
            var sentence = facts.Mentions[at].Sentence;
            end = at;
            FoundMention? named = null, deed = null, response = null;
            for (; end < facts.Mentions.Count && facts.Mentions[end].Sentence == sentence; end++)
            {
                var mention = facts.Mentions[end];
                var entry = facts.Vocabulary.Entry(mention.Entry);
                if (mention.Entry == facts.Vocabulary.AttackOnStateEntry) against ??= mention;
                if (named is null && IsNorthKorean(facts.Vocabulary, mention.Entry)) named = mention;
                if (entry.Kind is Kinds.Theft or Kinds.Attack or Kinds.MoneyFlow) deed ??= mention;
                if (entry.Kind == Kinds.Response) response ??= mention;
            }

            if (named is not null && deed is not null) theft ??= deed;
            if (named is not null && response is not null) action ??= response;
        }

        // Whoever hacks North Korea does so in the headline or the lead; deeper down it is one of many facts.
        if (against is { } attack && attack.Sentence < facts.LeadEnd) return (TopicGateFindings.AttackOn, attack);
        if (action is { } step && step.Sentence < facts.TitleEnd) return (TopicGateFindings.ActionAgainst, step);
        if (theft is not null) return (TopicGateFindings.TheftBy, theft);
        return action is not null ? (TopicGateFindings.ActionAgainst, action) : (TopicGateFindings.MentionOf, null);
    }

    private static bool IsNorthKorean(Vocabulary vocabulary, int entry) =>
        vocabulary.Entry(entry).Kind is Kinds.State or Kinds.Actor or Kinds.Agency or Kinds.Malware or Kinds.Person or Kinds.Campaign
        && vocabulary.IsNorthKorean(entry);
}
