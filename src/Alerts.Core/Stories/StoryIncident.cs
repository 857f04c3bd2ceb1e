namespace Alerts.Core.Stories;

/// <summary>Which incident a story is of: a known theft's, else that of its victim's story before, else one that begins with it.</summary>
internal static class StoryIncident
{
    /// <summary>
    /// Of the victim's earlier stories the nearest in time to which this is a later step. A second theft is a step of nothing, and what followed the first one
    /// does not make it one.
    /// </summary>
    public static string? Earlier(NewsEvent told, string storyId, IEnumerable<Story> candidates) => told.Victim is null ? null : candidates
        .Where(story => story.Id != storyId && story.MainVictim == told.Victim && story.IncidentId is not null && (told.Phase != StoryPhase.Theft || IsFirstToldOf(told, story)))
        .MinBy(story => ((story.Marks.To ?? story.LastSeenAt) - told.When).Duration())?.IncidentId;

    /// <param name="told">The article that joins the story, or is corrected in it.</param>
    /// <param name="isFirst">It opens the story, or is its only article.</param>
    public static string? Of(Story story, NewsEvent told, string? earlier, bool isFirst)
    {
        if (story.Phase == StoryPhase.Background) return isFirst && told.IsRetold ? told.KnownIncident : story.IncidentId;
        if (story.IncidentId is not null) return told.KnownIncident is not null && KnownTheftFinder.Of(story) is null && told.Victim == story.MainVictim ? told.KnownIncident : story.IncidentId;
        if (told.KnownIncident is { } known) return known;
        return told.Victim is null || story.Phase is StoryPhase.Report or StoryPhase.Advisory ? null : earlier ?? DerivedId.Of("incident", story.Id);
    }

    /// <summary>Of a theft that came in after its own attribution, the attribution is days old at most.</summary>
    private static bool IsFirstToldOf(NewsEvent told, Story story) =>
        story.Phase != StoryPhase.Theft && ((story.Marks.From ?? story.FirstSeenAt) - told.When).Duration() <= StoryAgreement.Window;
}
