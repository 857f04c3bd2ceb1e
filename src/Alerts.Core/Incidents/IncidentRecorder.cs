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
        var storyOf = joins.ToDictionary(join => join.ArticleId, join => join.Story, StringComparer.Ordinal);
        var told = from reading in readings
                   let story = storyOf.GetValueOrDefault(reading.Article.Id)
                   where story?.IncidentId is not null
                   group (Reading: reading, Story: story) by story.IncidentId;
        foreach (var incident in told)
        {
            await ChangeAsync(
                incident.Key, incident.First().Story, known => incident.Aggregate(known, (now, item) => Add(now, item.Reading, item.Story)), cancellationToken);
            foreach (var former in incident.Where(item => item.Story.FormerIncidentId is not null).DistinctBy(item => item.Story.Id))
            {
                await LeaveAsync(former.Story.FormerIncidentId!, former.Story.Id, former.Story.Claims, incident.Key, cancellationToken);
            }
        }
    }

    /// <summary>An operator's decision takes what a story's articles claim to the incident that they are of now.</summary>
    /// <param name="claims">Of those articles.</param>
    /// <param name="leftStory">The story that is of the other incident no more; null where only an article left it.</param>
    public async Task MoveAsync(string from, Story now, string? leftStory, ClaimLedger claims, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(now);
        if (now.IncidentId is { } to && to != from) await ChangeAsync(to, now, known => Listing(known, now) with { Claims = known.Claims.With(claims) }, cancellationToken);
        if (now.IncidentId != from) await LeaveAsync(from, leftStory, claims, now.IncidentId, cancellationToken);
    }

    /// <summary>Takes an article's claims out, when an operator puts it elsewhere.</summary>
    public Task ForgetAsync(string incidentId, string articleId, CancellationToken cancellationToken) =>
        ChangeAsync(incidentId, opener: null, known => known with { Claims = known.Claims.Without(articleId) }, cancellationToken);

    /// <summary>Without the story and what its articles claim; an incident that nothing is left of is the other one.</summary>
    private Task LeaveAsync(string id, string? storyId, ClaimLedger claims, string? to, CancellationToken cancellationToken)
    {
        var articles = claims.Sources.Select(source => source.ArticleId).ToHashSet(StringComparer.Ordinal);
        return ChangeAsync(id, opener: null, Leave, cancellationToken);

        Incident Leave(Incident known)
        {
            var stories = known.Stories.Where(story => story.Id != storyId).ToList();
            var isEmpty = stories.Count == 0 && known.Stories.Count > 0 && !known.IsShipped;
            return known with { Stories = stories, Claims = known.Claims.Without(articles), MergedInto = isEmpty ? to ?? known.MergedInto : known.MergedInto };
        }
    }

    private async Task ChangeAsync(string id, Story? opener, Func<Incident, Incident> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var known = await incidents.GetAsync(id, cancellationToken) ?? ShippedIncidents.Find(id) ?? (opener is null ? null : Open(id, opener));
            if (known is null) return;
            var changed = change(known);
            if (known.Version is not null && ReferenceEquals(changed.Claims, known.Claims) && changed.Stories.Count == known.Stories.Count && changed.MergedInto == known.MergedInto) return;
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

    private static Incident Listing(Incident incident, Story story) => incident with
    {
        MergedInto = null,
        Stories = incident.Stories.Any(known => known.Id == story.Id) || incident.Stories.Count >= Incident.MaxStories
            ? incident.Stories
            : [.. incident.Stories.Append(new IncidentStory(story.Id, story.Title, story.Phase, story.FirstSeenAt)).OrderBy(known => known.FirstSeenAt).ThenBy(known => known.Id, StringComparer.Ordinal)],
    };
}
