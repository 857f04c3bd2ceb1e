using System.Text.Json.Serialization;
using Alerts.Core.Hits;
using Alerts.Core.Incidents;
using Alerts.Core.Stories;
using Alerts.Core.Stories.Claims;

namespace Alerts.Core.Alerting;

/// <summary>
/// What is told about a story, once: a snapshot of the facts and the hits, the same for every subscription that it goes to, so
/// that a delivery retried tomorrow says what it would have said today.
/// </summary>
public sealed record Alert
{
    /// <summary>Hits that an alert carries; a story's page has them all.</summary>
    public const int MaxHits = 12;

    /// <summary>Derived from story and sequence.</summary>
    public required string Id { get; init; }

    /// <summary>For an alert of a subscriber's own topics: whose, and nobody else's.</summary>
    public string? OwnerId { get; init; }

    /// <summary>1 for the first alert of the story; 2 and up are updates.</summary>
    public required int Sequence { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>As it stood.</summary>
    public required Story Story { get; init; }

    public required IReadOnlyList<Hit> Hits { get; init; }

    /// <summary>For an update: what changed, from what to what.</summary>
    public IReadOnlyList<FactChange> Changes { get; init; } = [];

    /// <summary>For each topic which of the changes (<see cref="FactChange.Id"/>) neither this nor another story of the incident has told its readers; empty where all are new to all.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> NewTo { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The incident that the story is of, as it stood; null where it is of none.</summary>
    public IncidentSummary? Incident { get; init; }

    /// <summary>It tells nothing that has just happened: for digests only.</summary>
    public bool LooksBack { get; init; }

    /// <summary>For one reader: see <see cref="AlertRouter.For"/>. Never stored.</summary>
    [JsonIgnore]
    public Exposure? Exposure { get; init; }

    /// <summary>What readers' watch words are looked for in, where somebody has brought the articles' texts. Never stored.</summary>
    [JsonIgnore]
    public WatchedText? Watched { get; init; }

    public bool IsUpdate => Sequence > 1;

    /// <summary>Those whom it goes to hear of the story for the first time: it is the story's first, or tells it to the readers of a further topic.</summary>
    [JsonIgnore]
    public bool IsFirst => Changes.All(change => change.IsTopic);

    internal static Alert Of(Story story, AnnouncementDecision.Announce announce, IReadOnlyList<Hit> hits, DateTimeOffset at, string? ownerId = null) => new()
    {
        Id = IdOf(story.Id, announce.Sequence, ownerId),
        OwnerId = ownerId,
        Sequence = announce.Sequence,
        CreatedAt = at,
        // The claims behind the facts stay with the story: an alert is a snapshot that is stored for each that is sent.
        Story = story with { Claims = ClaimLedger.Empty },
        Hits = hits,
        Changes = announce.Changes,
        NewTo = announce.NewTo,
        LooksBack = announce.LooksBack,
    };

    public static string IdOf(string storyId, int sequence, string? ownerId = null)
    {
        var number = sequence.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return ownerId is null ? DerivedId.Of("alert", storyId, number) : DerivedId.Of("own-alert", ownerId, storyId, number);
    }
}
