using System.Text.Json.Serialization;

namespace Alerts.Core.Subscriptions;

/// <summary>An address or endpoint, and what it wants to be told.</summary>
public sealed record Subscription
{
    /// <summary>Derived from the channel's kind and normalised target: signing up twice finds the same row.</summary>
    public required string Id { get; init; }

    /// <summary>The subscription that this one belongs to, as one more channel of the same subscriber; null for the first.</summary>
    public string? OwnerId { get; init; }

    /// <summary>Of a first subscription: its subscriber's other channels.</summary>
    public IReadOnlyList<string> Linked { get; init; } = [];

    public required Channel Channel { get; init; }

    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>Words, counterparties, custodians, chains and addresses of the subscriber's own; a mention raises severity for this reader.</summary>
    public IReadOnlyList<string> WatchWords { get; init; } = [];

    /// <summary>Those watch words that name what the knowledge base knows, with the concept's id: they count in every spelling and language.</summary>
    public IReadOnlyDictionary<string, string> Counterparties { get; init; } = new Dictionary<string, string>();

    /// <summary>"low", "medium", "high" or "critical": the least that is told.</summary>
    public string MinimumSeverity { get; init; } = "low";

    /// <summary>BCP 47 primary subtags of articles; empty for all.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    public Cadence Cadence { get; init; }

    /// <summary>IANA name; digests and quiet hours are in it.</summary>
    public string TimeZone { get; init; } = "Etc/UTC";

    /// <summary>Local time of daily and weekly digests.</summary>
    public TimeOnly DigestAt { get; init; } = new(8, 0);

    public DayOfWeek DigestDay { get; init; } = DayOfWeek.Monday;

    public QuietHours? QuietHours { get; init; }

    /// <summary>At most so many immediate alerts in a local day, the rest in the digest; null for no limit.</summary>
    public int? MaxAlertsPerDay { get; init; }

    /// <summary>Critical alerts are neither counted nor held back by the limit.</summary>
    public bool LimitExceptCritical { get; init; } = true;

    public SubscriptionStatus Status { get; init; }

    /// <summary>Why a suppressed or disabled subscription is so, in words for its owner.</summary>
    public string? StatusReason { get; init; }

    /// <summary>How a webhook's endpoint does; null for one that has always worked, and for mailboxes.</summary>
    public EndpointHealth? Endpoint { get; init; }

    /// <summary>The newest last.</summary>
    public IReadOnlyList<Irrelevance> Irrelevant { get; init; } = [];

    /// <summary>When and how its owner agreed.</summary>
    public Consent? Consent { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>Tokens are signed for one version of the sign-up; signing up again after leaving makes the next one.</summary>
    public int Generation { get; init; } = 1;

    /// <summary>Through when digests have been made; null before the first.</summary>
    public DateTimeOffset? DigestedUntil { get; init; }

    /// <summary>The store's concurrency stamp; null for a subscription not stored yet.</summary>
    public string? Version { get; init; }

    /// <summary>Who it belongs to: topics, counterparties and data are the subscriber's, whatever the channel.</summary>
    [JsonIgnore]
    public string Subscriber => OwnerId ?? Id;

    /// <summary>Its reader may stop the mails to it; all else is decided from the subscriber's first mailbox.</summary>
    [JsonIgnore]
    public bool IsFurtherMailbox => OwnerId is not null && Channel.Kind == ChannelKind.Email;

    /// <summary>What all channels of a subscriber have in common; how often each is told is its own.</summary>
    public Subscription WithPreferencesOf(Subscription first) => this with
    {
        Topics = first.Topics,
        WatchWords = first.WatchWords,
        Counterparties = first.Counterparties,
        MinimumSeverity = first.MinimumSeverity,
        Languages = first.Languages,
        TimeZone = first.TimeZone,
        QuietHours = first.QuietHours,
        MaxAlertsPerDay = first.MaxAlertsPerDay,
        LimitExceptCritical = first.LimitExceptCritical,
        Irrelevant = first.Irrelevant,
    };

    public static string IdOf(ChannelKind kind, string normalisedTarget) => DerivedId.Of("subscription", kind.ToString(), normalisedTarget);
}
