using Alerts.Core.Stories;
using Alerts.Core.Stories.Claims;

namespace Alerts.Core.Incidents;

/// <summary>One theft: all that was claimed of it over all its stories, each claim with who makes it.</summary>
public sealed record Incident
{
    /// <summary>Stories listed in the row.</summary>
    public const int MaxStories = 60;

    /// <summary>As <see cref="Story.IncidentId"/>.</summary>
    public required string Id { get; init; }

    /// <summary>The victim, or the title of the story that opened it.</summary>
    public required string Name { get; init; }

    /// <summary>When it happened, as far as that was known when it was opened. Never changes: listings are in its order.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>The latest article that added to it.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>It came with the product.</summary>
    public bool IsShipped { get; init; }

    /// <summary>All its stories were found to be of the other one: it is listed no more, and whoever asks for it is given the other.</summary>
    public string? MergedInto { get; init; }

    public string? Note { get; init; }

    public IReadOnlyList<IncidentStory> Stories { get; init; } = [];

    public ClaimLedger Claims { get; init; } = ClaimLedger.Empty;

    /// <summary>By topic, since readers choose by topic.</summary>
    public IReadOnlyDictionary<string, IncidentTold> Told { get; init; } = new Dictionary<string, IncidentTold>();

    /// <summary>The store's concurrency stamp; null for an incident not stored yet.</summary>
    public string? Version { get; init; }

    /// <summary>It is still of some theft: it came with the product or has a story, and was not merged into another.</summary>
    public static bool IsListed(Incident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return incident.MergedInto is null && (incident.IsShipped || incident.Stories.Count > 0);
    }

    /// <summary><see cref="Told"/>, with what readers were told of another incident that turned out to be this one; the same where that is known here.</summary>
    public IReadOnlyDictionary<string, IncidentTold> ToldWith(IReadOnlyDictionary<string, IncidentTold> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var later = other.Where(topic => !Told.TryGetValue(topic.Key, out var known) || known.With(topic.Value) != known).ToList();
        if (later.Count == 0) return Told;
        var told = Told.ToDictionary(StringComparer.Ordinal);
        foreach (var (topic, entry) in later) told[topic] = told.TryGetValue(topic, out var known) ? known.With(entry) : entry;
        return told;
    }

    /// <summary>What follows from the claims for the present.</summary>
    public StoryFacts Facts() => LedgerFacts.Of(Claims);
}

/// <summary>A step of the case that was told as a story of its own.</summary>
public sealed record IncidentStory(string Id, string Title, StoryPhase Phase, DateTimeOffset FirstSeenAt);
