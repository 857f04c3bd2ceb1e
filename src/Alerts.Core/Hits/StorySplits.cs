using Alerts.Core.Incidents;
using Alerts.Core.Stories;

namespace Alerts.Core.Hits;

/// <summary>An operator takes an article out of a story: its hits go with it, and what it claims leaves the story's incident as well.</summary>
public sealed class StorySplits(StoryEditor editor, IStoryStore stories, IncidentRecorder incidents, IHitStore hits)
{
    /// <param name="intoId">Null for a story of its own.</param>
    public async Task<StoryEdit> SplitAsync(string storyId, string articleId, string? intoId, CancellationToken cancellationToken)
    {
        var incidentId = (await stories.GetAsync(storyId, cancellationToken))?.IncidentId;
        var edit = await editor.SplitAsync(storyId, articleId, intoId, cancellationToken);
        if (edit is not StoryEdit.Done { Story: var story }) return edit;
        await MoveHitsAsync(story, articleId, cancellationToken);
        if (incidentId is not null && story.IncidentId != incidentId)
        {
            await incidents.ForgetAsync(incidentId, articleId, cancellationToken);
        }

        return edit;
    }

    private async Task MoveHitsAsync(Story story, string articleId, CancellationToken cancellationToken)
    {
        if (story.Articles.FirstOrDefault(entry => entry.Id == articleId) is not { } article) return;
        var found = await Task.WhenAll(story.Topics.Select(topic => hits.GetAsync(new HitId(topic, article.FirstSeenAt, articleId), cancellationToken)));
        await hits.MoveAsync([.. found.OfType<Hit>()], story.Id, cancellationToken);
    }
}
