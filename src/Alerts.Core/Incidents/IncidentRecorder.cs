using Alerts.Core.Matching;
using Alerts.Core.Stories;
using Alerts.Core.Stories.Claims;

namespace Alerts.Core.Incidents;

/// <summary>
/// Adds what articles claim to the incidents that their stories belong to: one read and one write an incident, however many
/// articles of a batch tell of it. What is recorded already is not written again, so a repeat after a crash costs the read. Stories that were of another incident before cost a look at that as well.
/// </summary>
public sealed class IncidentRecorder(IIncidentStore incidents)
{
    public async Task RecordAsync(IReadOnlyList<ArticleReading> readings, IReadOnlyList<StoryJoin> joins, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(readings);
        ArgumentNullException.ThrowIfNull(joins);
        // Of a story that several of the articles joined, as the last one left it.
        var latest = joins.GroupBy(join => join.Story.Id, StringComparer.Ordinal).ToDictionary(story => story.Key, story => story.Last().Story, StringComparer.Ordinal);
        var storyOf = joins.ToDictionary(join => join.ArticleId, join => latest[join.Story.Id], StringComparer.Ordinal);
        var told = from reading in readings
                   let story = storyOf.GetValueOrDefault(reading.Article.Id)
                   where story?.IncidentId is not null
                   group (Reading: reading, Story: story) by story.IncidentId;
        foreach (var incident in told)
        {
            var to = await ChangeAsync(
                incident.Key, incident.First().Story, known => incident.Aggregate(known, (now, item) => Add(now, item.Reading, item.Story)), cancellationToken);
            foreach (var former in incident.Select(item => item.Story.FormerIncidentId).OfType<string>().Distinct(StringComparer.Ordinal))
            {
                await MergeAsync(former, to, incident.First().Story, cancellationToken);
            }
        }

        foreach (var story in latest.Values.Where(story => story.LeftIncidentId is not null && story.LeftIncidentId != story.IncidentId))
        {
            await LeaveAsync(story.LeftIncidentId!, story, cancellationToken);
        }
    }

    /// <summary>What the articles of a story claim goes from its incident, if it was of one, to that of the story that they are in now.</summary>
    /// <param name="now">The story that they are in.</param>
    /// <param name="given">The story that is of its incident no more.</param>
    public Task MoveAsync(Story now, Story given, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(given);
        return MoveAsync(given.IncidentId, now, given.Id, given.ArticleIds, now.Claims, cancellationToken);
    }

    /// <summary>What one article claims goes from one incident to that of the story that it is in now.</summary>
    /// <param name="from">Null for none.</param>
    public Task MoveAsync(string? from, Story now, string articleId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(now);
        return MoveAsync(from, now, leftStory: null, [articleId], now.Claims.Only(articleId), cancellationToken);
    }

    /// <summary>It turned out to be about something else: of the incident nothing goes along but what the story's own articles claim.</summary>
    private async Task LeaveAsync(string left, Story story, CancellationToken cancellationToken)
    {
        var to = story.IncidentId is null ? null : await EndOfAsync(story.IncidentId, cancellationToken);
        await LeaveAsync(left, known => known.Id == to ? known : Leave(known, story.Id, story.ArticleIds, to: null), cancellationToken);
    }

    /// <summary>Takes out what an article claims that its publisher has taken back; a story of which nothing else is left is of no incident.</summary>
    public async Task ForgetAsync(Story story, string articleId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(story);
        if (story.LeftIncidentId is not null) await LeaveAsync(story.LeftIncidentId, story, cancellationToken);
        if (story.IncidentId is not { } id) return;
        var isGone = story.ArticleCount == story.Articles.Count && story.Articles.All(article => article.IsWithdrawn);
        await LeaveAsync(id, known => Leave(known, isGone ? story.Id : null, [articleId], to: null), cancellationToken);
    }

    private async Task MoveAsync(string? from, Story now, string? leftStory, IReadOnlyCollection<string> articleIds, ClaimLedger claims, CancellationToken cancellationToken)
    {
        var to = now.IncidentId is { } id ? await ChangeAsync(id, now, known => Listing(known, now) with { Claims = known.Claims.With(claims) }, cancellationToken) : null;
        if (from is null) return;
        // Where both are one by now, only a story that was merged into the other is left of it.
        await LeaveAsync(from, known => known.Id == to ? Leave(known, leftStory, [], to) : Leave(known, leftStory, articleIds, to), cancellationToken);
        await HandOverAsync(from, now, cancellationToken);
    }

    /// <summary>One theft was two incidents until an article showed which known one it is: all of the other goes there, with what followed it.</summary>
    private async Task MergeAsync(string from, string to, Story now, CancellationToken cancellationToken)
    {
        if (to == from) return;
        while (await incidents.GetAsync(from, cancellationToken) is { MergedInto: null, IsShipped: false } open)
        {
            // Before, so that at no time something is missing there that readers were told; what another writer adds in between is handed over after.
            await ChangeAsync(to, now, known => With(known, open), cancellationToken);
            if (await incidents.TrySaveAsync(open with { MergedInto = to }, cancellationToken) is not null) break;
        }

        await HandOverAsync(from, now, cancellationToken);
    }

    /// <summary>
    /// What a merged incident still holds goes to the one that it was merged into. It is closed before, so that another writer adds there from then on, and
    /// emptied after, so that later repeats bring nothing back that was taken out since.
    /// </summary>
    private async Task HandOverAsync(string from, Story now, CancellationToken cancellationToken)
    {
        while (await incidents.GetAsync(from, cancellationToken) is { MergedInto: { } to } left && (left.Stories.Count > 0 || left.Claims.Claims.Count > 0 || left.Told.Count > 0))
        {
            await ChangeAsync(to, now, known => With(known, left), cancellationToken);
            if (await incidents.TrySaveAsync(left with { Stories = [], Claims = ClaimLedger.Empty, Told = new Dictionary<string, IncidentTold>() }, cancellationToken) is not null) return;
        }
    }

    private static Incident With(Incident incident, Incident other) =>
        other.Stories.Aggregate(incident, Listing) with { Claims = incident.Claims.With(other.Claims), Told = incident.ToldWith(other.Told) };

    /// <summary>What was merged into another incident is left there.</summary>
    private async Task LeaveAsync(string id, Func<Incident, Incident> change, CancellationToken cancellationToken)
    {
        while (await incidents.FindAsync(id, cancellationToken) is { } known)
        {
            var changed = change(known);
            if (ReferenceEquals(changed, known) || await incidents.TrySaveAsync(changed, cancellationToken) is not null) return;
        }
    }

    /// <summary>Without the story and what the articles claim; an incident that no story is left of is the other one, where there is one.</summary>
    private static Incident Leave(Incident incident, string? storyId, IReadOnlyCollection<string> articleIds, string? to)
    {
        var stories = incident.Stories.Where(story => story.Id != storyId).ToList();
        var claims = incident.Claims.Without(articleIds);
        if (stories.Count == incident.Stories.Count && ReferenceEquals(claims, incident.Claims)) return incident;
        var isEmpty = stories.Count == 0 && incident.Stories.Count > 0 && !incident.IsShipped && to != incident.Id;
        return incident with { Stories = stories, Claims = claims, MergedInto = isEmpty ? to : null };
    }

    /// <summary>Where an incident's claims are: there, or in the one that it was merged into.</summary>
    private async Task<string> EndOfAsync(string id, CancellationToken cancellationToken) => (await incidents.FindAsync(id, cancellationToken))?.Id ?? id;

    /// <summary>What was merged into another incident changes there.</summary>
    /// <returns>The id of the incident that was changed.</returns>
    private async Task<string> ChangeAsync(string id, Story opener, Func<Incident, Incident> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var known = await incidents.FindAsync(id, cancellationToken) ?? ShippedIncidents.Find(id) ?? Open(id, opener);
            var changed = change(known);
            if (known.Version is not null && ReferenceEquals(changed.Claims, known.Claims) && ReferenceEquals(changed.Stories, known.Stories) && ReferenceEquals(changed.Told, known.Told)) return known.Id;
            if (await incidents.TrySaveAsync(changed, cancellationToken) is not null) return known.Id;
        }
    }

    private static Incident Open(string id, Story story) => new()
    {
        Id = id,
        Name = story.MainVictim ?? story.Title,
        OpenedAt = story.Articles.Select(article => article.PublishedAt ?? article.FirstSeenAt).Append(story.FirstSeenAt).Min(),
        UpdatedAt = story.LastSeenAt,
    };

    /// <summary>With a story that is new to the incident comes what its articles claimed before it was known to be of it; beyond those that are listed, each article brings its own.</summary>
    private static Incident Add(Incident incident, ArticleReading reading, Story story)
    {
        var listed = Listing(incident, story);
        // A later revision was quicker.
        if (story.Articles.FirstOrDefault(article => article.Id == reading.Article.Id)?.Revision > reading.Article.Revision) return listed;
        var claims = listed.Stories.Count > incident.Stories.Count ? listed.Claims.With(story.Claims) : listed.Claims;
        return listed with
        {
            Claims = claims.With(ClaimSource.Of(reading.Article), ClaimReader.Read(reading)),
            UpdatedAt = reading.Article.FirstSeenAt > incident.UpdatedAt ? reading.Article.FirstSeenAt : incident.UpdatedAt,
        };
    }

    private static Incident Listing(Incident incident, Story story) => Listing(incident, new IncidentStory(story.Id, story.Title, story.Phase, story.FirstSeenAt));

    private static Incident Listing(Incident incident, IncidentStory story)
    {
        var others = incident.Stories.Where(known => known.Id != story.Id).ToList();
        if (incident.Stories.Contains(story) || others.Count >= Incident.MaxStories) return incident;
        return incident with { Stories = [.. others.Append(story).OrderBy(known => known.FirstSeenAt).ThenBy(known => known.Id, StringComparer.Ordinal)] };
    }
}
