using Alerts.Core.Alerting;
using Alerts.Core.Stories;

namespace Alerts.Core.Delivery;

/// <summary>
/// The two ends of an announcement, the same for everybody's stories and for a subscriber's own: the alert is made and noted with its
/// story, later the story is marked as told, and whoever does so looks whether it has become news again: the messages that came meanwhile found it unfinished.
/// Whoever meets another writer looks again.
/// </summary>
public sealed class Announcements(IAlertStore alerts)
{
    /// <param name="story">As it was read; null for one that is not there.</param>
    /// <param name="compose">Makes the alert; asked again where the story has changed meanwhile; null where others told it already.</param>
    /// <returns>What is to be told, or what was begun and not told to all; null for nothing.</returns>
    public async Task<Begun?> OpenAsync(
        IStoryStore stories, Story? story, Func<Story, AnnouncementDecision.Announce, Task<Alert?>> compose, CancellationToken cancellationToken)
    {
        while (story is not null)
        {
            switch (AnnouncementRules.Decide(story))
            {
                case AnnouncementDecision.Resume resume:
                    return (await alerts.GetAsync([resume.Announcement.AlertId], cancellationToken)) is [var before] ? new Begun(before, story, IsNew: false) : null;

                case AnnouncementDecision.Announce announce:
                    if (await compose(story, announce) is not { } composed)
                    {
                        // Best effort: whoever announces the story next asks again.
                        await stories.TrySaveAsync(story with { Announced = IncidentTelling.Elsewhere(story.Announced!, story) }, cancellationToken);
                        return null;
                    }

                    var alert = await alerts.AddIfAbsentAsync(composed, cancellationToken);
                    var told = new Announcement(alert.Sequence, alert.Id, alert.CreatedAt, alert.Story.Severity, alert.Story.Facts, Complete: false)
                    {
                        Topics = alert.OwnerId is null ? [.. (story.Announced?.Topics ?? []).Union(alert.Story.Topics)] : null,
                    };
                    if (await stories.TrySaveAsync(story with { Announced = told }, cancellationToken) is { } saved)
                    {
                        return new Begun(alert, saved, IsNew: true);
                    }

                    story = await stories.GetAsync(story.Id, cancellationToken);
                    break;

                case AnnouncementDecision.Nothing { Completed: { } completed }:
                    if (await stories.TrySaveAsync(story with { Announced = completed }, cancellationToken) is not null)
                    {
                        return null;
                    }

                    story = await stories.GetAsync(story.Id, cancellationToken);
                    break;

                default:
                    return null;
            }
        }

        return null;
    }

    /// <param name="story">As this step saved it; null where an earlier step did.</param>
    /// <returns>The story as it stands, to be asked for what came to it meanwhile; null where it is gone.</returns>
    public static async Task<Story?> CompleteAsync(IStoryStore stories, Alert alert, Story? story, CancellationToken cancellationToken)
    {
        story ??= await stories.GetAsync(alert.Story.Id, cancellationToken);
        while (story is { Announced: { Complete: false } told } && told.AlertId == alert.Id)
        {
            story = await stories.TrySaveAsync(story with { Announced = told with { Complete = true } }, cancellationToken) ?? await stories.GetAsync(story.Id, cancellationToken);
        }

        // A first sum that came meanwhile completes what was told; whoever meets another writer leaves it to the next announcement.
        return story is not null && AnnouncementRules.Decide(story) is AnnouncementDecision.Nothing { Completed: { } completed } ? await stories.TrySaveAsync(story with { Announced = completed }, cancellationToken) ?? story : story;
    }

    public sealed record Begun(Alert Alert, Story Story, bool IsNew);
}
