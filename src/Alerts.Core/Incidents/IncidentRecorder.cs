using Alerts.Core.Matching;
using Alerts.Core.Stories;
using Alerts.Core.Stories.Claims;

namespace Alerts.Core.Incidents;

/// <summary>
/// Adds what articles claim to the incidents that their stories belong to: one read and one write an incident, however many
/// articles of a batch tell of it. What is recorded already is not written again, so a repeat after a crash costs the read.
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
            await ChangeAsync(
                incident.Key, incident.First().Story, known => incident.Aggregate(known, (now, item) => Add(now, item.Reading, item.Story)), cancellationToken);
            foreach (var former in incident.Select(item => item.Story.FormerIncidentId).OfType<string>().Distinct(StringComparer.Ordinal))
            {
                await MergeAsync(former, incident.First().Story, cancellationToken);
            }
        }
    }

    /// <summary>An operator's decision takes what articles claim from one incident to that of the story that they are in now.</summary>
    /// <param name="claims">Of those articles.</param>
    /// <param name="leftStory">The story that is of the other incident no more; null where only articles left it.</param>
    public async Task MoveAsync(string from, Story now, string? leftStory, IReadOnlyCollection<string> articleIds, ClaimLedger claims, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(articleIds);
        if (now.IncidentId is { } to) await ChangeAsync(to, now, known => Listing(known, now) with { Claims = known.Claims.With(claims) }, cancellationToken);
        await LeaveAsync(from, known => Leave(known, leftStory, now.IncidentId == from ? [] : articleIds, now.IncidentId), cancellationToken);
        await HandOverAsync(from, now, cancellationToken);
    }

    /// <summary>Takes out what an article claims that its publisher has taken back.</summary>
    public Task ForgetAsync(string incidentId, string articleId, CancellationToken cancellationToken) =>
        ChangeAsync(incidentId, opener: null, known => known with { Claims = known.Claims.Without(articleId) }, cancellationToken);

    /// <summary>One theft was two incidents until an article showed which known one it is: all of the other goes there, with what followed it.</summary>
    private async Task MergeAsync(string from, Story now, CancellationToken cancellationToken)
    {
        if (now.IncidentId is not { } to || to == from) return;
        await LeaveAsync(from, known => known.IsShipped ? known : known with { MergedInto = to }, cancellationToken);
        await HandOverAsync(from, now, cancellationToken);
    }

    /// <summary>
    /// What a merged incident still holds goes to the one that it was merged into. It is closed before, so that another writer adds there from then on, and
    /// emptied after, so that a repeat brings back nothing that was taken out meanwhile.
    /// </summary>
    private async Task HandOverAsync(string from, Story now, CancellationToken cancellationToken)
    {
        while (await incidents.GetAsync(from, cancellationToken) is { MergedInto: { } to } left && (left.Stories.Count > 0 || left.Claims.Claims.Count > 0 || left.Told.Count > 0))
        {
            await ChangeAsync(to, now, known => left.Stories.Aggregate(known, Listing) with { Claims = known.Claims.With(left.Claims), Told = known.ToldWith(left.Told) }, cancellationToken);
            if (await incidents.TrySaveAsync(left with { Stories = [], Claims = ClaimLedger.Empty, Told = new Dictionary<string, IncidentTold>() }, cancellationToken) is not null) return;
        }
    }

    /// <summary>Of the incident itself: one that was merged into another has been left before.</summary>
    private async Task LeaveAsync(string id, Func<Incident, Incident> change, CancellationToken cancellationToken)
    {
        while (await incidents.GetAsync(id, cancellationToken) is { MergedInto: null } known)
        {
            var changed = change(known);
            if (ReferenceEquals(changed, known) || await incidents.TrySaveAsync(changed, cancellationToken) is not null) return;
        }
    }

    /// <summary>Without the story and what the articles claim; an incident that no story is left of is the other one.</summary>
    private static Incident Leave(Incident incident, string? storyId, IReadOnlyCollection<string> articleIds, string? to)
    {
        var stories = incident.Stories.Where(story => story.Id != storyId).ToList();
        var isEmpty = stories.Count == 0 && incident.Stories.Count > 0 && !incident.IsShipped && to != incident.Id;
        return incident with { Stories = stories, Claims = incident.Claims.Without(articleIds), MergedInto = isEmpty ? to : null };
    }

    /// <summary>What was merged into another incident changes there.</summary>
    private async Task ChangeAsync(string id, Story? opener, Func<Incident, Incident> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var known = await incidents.FindAsync(id, cancellationToken) ?? ShippedIncidents.Find(id) ?? (opener is null ? null : Open(id, opener));
            if (known is null) return;
            var changed = change(known);
            if (known.Version is not null && ReferenceEquals(changed.Claims, known.Claims) && changed.Stories.Count == known.Stories.Count && changed.Told.Count == known.Told.Count) return;
            if (await incidents.TrySaveAsync(changed, cancellationToken) is not null) return;
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
        var claims = listed.Stories.Count > incident.Stories.Count ? listed.Claims.With(story.Claims) : listed.Claims;
        return listed with
        {
            Claims = claims.With(ClaimSource.Of(reading.Article), ClaimReader.Read(reading)),
            UpdatedAt = reading.Article.FirstSeenAt > incident.UpdatedAt ? reading.Article.FirstSeenAt : incident.UpdatedAt,
        };
    }

    private static Incident Listing(Incident incident, Story story) => Listing(incident, new IncidentStory(story.Id, story.Title, story.Phase, story.FirstSeenAt));

    private static Incident Listing(Incident incident, IncidentStory story) => incident with
    {
        Stories = incident.Stories.Any(known => known.Id == story.Id) || incident.Stories.Count >= Incident.MaxStories
            ? incident.Stories
            : [.. incident.Stories.Append(story).OrderBy(known => known.FirstSeenAt).ThenBy(known => known.Id, StringComparer.Ordinal)],
    };
}
