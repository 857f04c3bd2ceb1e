using Alerts.Core.Incidents;
using Alerts.Core.Stories;

namespace Alerts.Core.Hits;

/// <summary>An operator takes an article out of a story: its hits go with it, and what it claims leaves the story's incident as well.</summary>
public sealed class StorySplits(StoryEditor editor, IStoryStore stories, IncidentRecorder incidents, IHitStore hits)
{
    /// <param name="intoId">Null for a story of its own.</param>
    public async Task<StoryEdit> SplitAsync(string storyId, string articleId, string? intoId, CancellationToken cancellationToken)
    {
        var source = await stories.GetAsync(storyId, cancellationToken);
        var edit = await editor.SplitAsync(storyId, articleId, intoId, cancellationToken);
        if (edit is not StoryEdit.Done { Story: var story } || source is null) return edit;
        // A repeat finds the article where the first attempt put it.
        if (source.Articles.Concat(story.Articles).FirstOrDefault(entry => entry.Id == articleId) is { } article)
        {
            var found = await Task.WhenAll(source.Topics.Select(topic => hits.GetAsync(new HitId(topic, article.FirstSeenAt, articleId), cancellationToken)));
            await hits.MoveAsync([.. found.OfType<Hit>()], story.Id, cancellationToken);
        }

        if (source.IncidentId is { } incidentId && story.IncidentId != incidentId)
        {
            await incidents.ForgetAsync(incidentId, articleId, cancellationToken);
        }

        return edit;
    }
}
