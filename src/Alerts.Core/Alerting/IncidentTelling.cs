using Alerts.Core.Incidents;
using Alerts.Core.Stories;

namespace Alerts.Core.Alerting;

/// <summary>
/// Holds a story's update against what was told of its incident: what a follow-up's own alert said already is not said again by the story of the theft.
/// Compared is the incident as a whole, so that two stories with two sums do not contradict each other by turns. Readers choose by topic, so each topic has
/// its own account: what was told to any topic that a reader follows is not new to that reader.
/// </summary>
public static class IncidentTelling
{
    /// <returns>Null where everybody was told already.</returns>
    public static AnnouncementDecision.Announce? Narrow(AnnouncementDecision.Announce announce, Story story, Incident incident)
    {
        ArgumentNullException.ThrowIfNull(announce);
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(incident);
        if (AnnouncementRules.IsStepOnOldTheft(story, incident.OpenedAt)) announce = announce with { LooksBack = true };
        if (announce.Sequence == 1) return announce;
        var alertId = Alert.IdOf(story.Id, announce.Sequence);
        var facts = Known(incident, story).Facts();
        // Other stories' topics as well: who follows several of them heard it there.
        var news = story.Topics.Union(incident.Told.Keys.Order(StringComparer.Ordinal))
            .ToDictionary(topic => topic, topic => ChangesFor(topic, incident.Told.GetValueOrDefault(topic), facts, alertId, announce, story), StringComparer.Ordinal);
        var changes = story.Topics.SelectMany(topic => news[topic]).DistinctBy(change => change.Id).ToList();
        return changes.Count == 0 ? null : announce with { Changes = changes, NewTo = news.ToDictionary(topic => topic.Key, topic => (IReadOnlyList<string>)[.. topic.Value.Select(change => change.Id)], StringComparer.Ordinal) };
    }

    /// <summary>The incident with the alert accounted for, and with the claims that it rests on; the same where it is already.</summary>
    public static Incident Account(Incident incident, Story story, AnnouncementDecision.Announce announce, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(incident);
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(announce);
        // What waits for a digest has not been said.
        if (announce.LooksBack) return incident;
        var alertId = Alert.IdOf(story.Id, announce.Sequence);
        var told = new Dictionary<string, IncidentTold>(incident.Told, StringComparer.Ordinal);
        var known = Known(incident, story);
        var facts = known.Facts();
        foreach (var topic in story.Topics.Where(topic => announce.Sequence == 1 || announce.NewTo.GetValueOrDefault(topic) is not { Count: 0 }))
        {
            var before = told.GetValueOrDefault(topic);
            if (before?.Of(alertId) is not null) continue;
            told[topic] = new IncidentTold(alertId, at, before is null || story.Severity > before.Severity ? story.Severity : before.Severity, facts).After(before);
        }

        return told.All(item => incident.Told.GetValueOrDefault(item.Key)?.AlertId == item.Value.AlertId) ? incident : known with { Told = told };
    }

    /// <summary>The incident with what the story's articles claim: a story is written before its incident, and what is not in there yet must not count as told.</summary>
    public static Incident Known(Incident incident, Story story)
    {
        ArgumentNullException.ThrowIfNull(incident);
        ArgumentNullException.ThrowIfNull(story);
        return incident with { Claims = incident.Claims.With(story.Claims) };
    }

    /// <summary>
    /// Of a story whose changes others told: they count as told. Its sum does not, since it is measured against what was told and not against its own last step:
    /// four steps of a tenth are news in the end.
    /// </summary>
    public static Announcement Elsewhere(Announcement announced, Story story)
    {
        ArgumentNullException.ThrowIfNull(announced);
        ArgumentNullException.ThrowIfNull(story);
        return announced with
        {
            Severity = story.Severity > announced.Severity ? story.Severity : announced.Severity,
            Topics = announced.Topics is { } told ? [.. told.Union(story.Topics)] : null,
            Facts = announced.Facts.AmountUsd is null ? story.Facts : story.Facts with { AmountUsd = announced.Facts.AmountUsd, AmountIsEstimate = announced.Facts.AmountIsEstimate },
        };
    }

    private static IReadOnlyList<FactChange> ChangesFor(string topic, IncidentTold? last, StoryFacts now, string alertId, AnnouncementDecision.Announce announce, Story story)
    {
        // A repeat after a crash: what other stories told since is theirs to tell, what this one entered is still to be told.
        if (last?.Of(alertId) is { } entered) return Changes(entered.Before, entered.Facts);
        return Changes(last, now);

        // Of a topic whose readers were told no sum of the incident: what the story's own first sum became since.
        IReadOnlyList<FactChange> Changes(IncidentTold? told, StoryFacts facts) => told is null
            ? announce.ChangesFor(topic)
            : [.. FactChanges.Between(told.Severity, told.Facts, story with { Facts = facts }), .. told.Facts.AmountUsd is null ? announce.Changes.Where(change => change.IsAmount) : []];
    }
}
