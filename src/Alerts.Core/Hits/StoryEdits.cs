using Alerts.Core.Incidents;
using Alerts.Core.Stories;

namespace Alerts.Core.Hits;

/// <summary>
/// An operator's decision with all that follows from it: an article's hits go with it, and what articles claim leaves the incident of the story that they
/// were in for that of the story that they are in. Every step may be repeated.
/// </summary>
public sealed class StoryEdits(StoryEditor editor, IStoryStore stories, IncidentRecorder incidents, IHitStore hits)
{
    public async Task<StoryEdit> MergeAsync(string fromId, string intoId, CancellationToken cancellationToken)
    {
        var edit = await editor.MergeAsync(fromId, intoId, cancellationToken);
        if (edit is StoryEdit.Done { Story: var into } && await stories.GetAsync(fromId, cancellationToken) is { } given)
        {
            await incidents.MoveAsync(into, given, cancellationToken);
        }

        return edit;
    }

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

        await incidents.MoveAsync(source.IncidentId, story, articleId, cancellationToken);
        return edit;
    }
}
