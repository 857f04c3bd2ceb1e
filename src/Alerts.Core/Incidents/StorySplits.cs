using Alerts.Core.Stories;

namespace Alerts.Core.Incidents;

/// <summary>An operator takes an article out of a story: what it claims leaves the story's incident as well.</summary>
public sealed class StorySplits(StoryEditor editor, IStoryStore stories, IncidentRecorder incidents)
{
    /// <param name="intoId">Null for a story of its own.</param>
    public async Task<StoryEdit> SplitAsync(string storyId, string articleId, string? intoId, CancellationToken cancellationToken)
    {
        var incidentId = (await stories.GetAsync(storyId, cancellationToken))?.IncidentId;
        var edit = await editor.SplitAsync(storyId, articleId, intoId, cancellationToken);
        if (edit is StoryEdit.Done { Story: var story } && incidentId is not null && story.IncidentId != incidentId)
        {
            await incidents.ForgetAsync(incidentId, articleId, cancellationToken);
        }

        return edit;
    }
}
